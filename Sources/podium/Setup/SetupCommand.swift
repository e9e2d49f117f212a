import ArgumentParser
import CellUI
import Foundation
import Glibc
import PodiumConfiguration
import PodiumCore
import PodiumProviders
import PodiumStudio

/// `podium setup`: a first configuration from what is there already.
struct SetupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setup",
        abstract: "Write a first configuration from the keys and servers that are there.",
        discussion: """
            Looks for vendors' keys in the environment and for model servers on this machine, asks \
            them what they serve, and writes a configuration. It never writes a key, and never \
            writes over a file: to one that is there it adds what is missing, when asked with --add.
            """
    )

    @Option(help: ArgumentHelp("Write this file.", valueName: "file"))
    var config: String?

    @Flag(help: "Print the configuration and write nothing.")
    var dryRun = false

    @Flag(help: "Add what a configuration that is there does not have yet.")
    var add = false

    @Option(
        help: ArgumentHelp("Ask this server alone, and not the usual places.", valueName: "url")
    )
    var server: String?

    func run() throws {
        let environment = ProcessInfo.processInfo.environment
        guard let path = config ?? Configuration.defaultPath(environment: environment) else {
            throw Failure("HOME is not set. Name the file: --config FILE.", status: .usage)
        }
        // A file that cannot be read is told before anybody is asked.
        let existing =
            access(path, F_OK) == 0 && (add || !dryRun)
            ? try Configuration.load(path: path, embeddedWorkers: Studio.embeddedWorkers) : nil
        let found = try search(environment)
        guard let existing else { return try writeFirst(FirstConfiguration(found), to: path) }
        let addition = ConfigurationAddition(found, to: existing)
        let isAnythingFound = !FirstConfiguration(found).isEmpty
        if add {
            try extend(path, by: addition, isAnythingFound: isAnythingFound)
        } else {
            throw Failure(
                "\(path) is there already and is not written over. "
                    + advice(on: addition, isAnythingFound: isAnythingFound),
                status: .usage
            )
        }
    }

    /// Asks around, and tells who answered. Those are returned that serve models.
    private func search(_ environment: [String: String]) throws -> [FirstConfiguration.Found] {
        let targets =
            try server.map { [try ProviderSearch.target(at: $0)] }
            ?? ProviderSearch.targets(environment: environment)
        let search = ProviderSearch(targets: targets)
        StandardStream.error.write(search.announcement)
        let answers = try waitForTask { await search.run() }
        if server == nil {
            for preset in ProviderPreset.all where preset.baseURL == nil {
                tell(withoutAddress: preset, in: environment)
            }
        }
        for answer in answers { tell(answer) }
        return answers.filter(\.hasModels).compactMap { answer in
            answer.target.preset.map {
                FirstConfiguration.Found(preset: $0, models: answer.models.map(\.id))
            }
        }
    }

    private func writeFirst(_ first: FirstConfiguration, to path: String) throws {
        guard !first.isEmpty else { throw Failure("no model can be used. \(Self.whatToDo)") }
        if dryRun {
            StandardStream.output.write(first.text)
            return
        }
        try write(first.text, to: path)
        StandardStream.error.write(
            "Wrote \(visible(path, keepingNewlines: false)). \(first.workers.count) found: \(list(first.workers))"
                + ". \(visible(first.conductor ?? "", keepingNewlines: false)) writes the plans."
                + " Try it: podium\(configOption)\n"
        )
    }

    private func extend(
        _ path: String,
        by addition: ConfigurationAddition,
        isAnythingFound: Bool
    ) throws {
        guard !addition.isEmpty else {
            guard isAnythingFound else { throw Failure("no model was found. \(Self.whatToDo)") }
            StandardStream.error.write(
                "\(visible(path, keepingNewlines: false)) has all that was found. It stays as it is.\n"
            )
            return
        }
        if dryRun {
            StandardStream.output.write(addition.lines)
            return
        }
        let (outcome, backup) = try addition.add(toFile: path)
        var text =
            "Added \(list(addition.workers)) to \(visible(path, keepingNewlines: false)); as it was before:"
            + " \(visible(backup, keepingNewlines: false))."
        if !outcome.outsideDefaultPool.isEmpty {
            text +=
                " Its default pool lists who is in it: write \(list(outcome.outsideDefaultPool))"
            text += " there too, or under `pools:` in one of their own."
        }
        StandardStream.error.write(text + "\n")
    }

    /// What a file that is there lacks, and how that comes into it.
    private func advice(on addition: ConfigurationAddition, isAnythingFound: Bool) -> String {
        if addition.isEmpty {
            return isAnythingFound
                ? "It has all that was found."
                : "Nothing was found that it could be given. \(Self.whatToDo)"
        }
        let serverOption = server.map { " --server \($0)" } ?? ""
        return "Found, and not in it yet: \(list(addition.workers))."
            + " Add them: podium setup --add\(serverOption)\(configOption)"
    }

    private static var whatToDo: String {
        let keys = ProviderPreset.all.compactMap(\.keyVariables.first).joined(separator: ", ")
        return "Start a server on this machine (scripts/local-model serves a small model without"
            + " keys; or Ollama, LM Studio, llama.cpp, vLLM) or set a vendor's key (\(keys)), and"
            + " run `podium setup` again. Without any, Podium works with its embedded workers."
    }

    private var configOption: String { config.map { " --config \($0)" } ?? "" }

    private func list(_ names: [String]) -> String {
        visible(names.joined(separator: ", "), keepingNewlines: false)
    }

    /// A key alone does not say where its server is.
    private func tell(withoutAddress preset: ProviderPreset, in environment: [String: String]) {
        guard let key = KeySource.firstSet(of: preset.keyVariables, in: { environment[$0] }) else {
            return
        }
        StandardStream.error.write(
            "left out \(preset.name): \(key.name) is set, but its address is your own. Write it into"
                + " the configuration: providers: {\(preset.name): {base_url: …}}\n"
        )
    }

    private func tell(_ answer: ProviderSearch.Answer) {
        let text =
            switch answer.result {
            case .success(let models):
                "found \(answer.target.name): \(models.count == 1 ? "1 model" : "\(models.count) models")"
            case .failure(let error): "left out \(answer.target.name): \(error)"
            }
        StandardStream.error.write(visible(text, keepingNewlines: false) + "\n")
    }

    private func write(_ text: String, to path: String) throws {
        if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
            let directory = String(path[..<slash])
            do {
                try FileManager.default.createDirectory(
                    atPath: directory,
                    withIntermediateDirectories: true
                )
            } catch {
                throw Failure("\(directory) cannot be made: \(error.localizedDescription)")
            }
        }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw Failure("\(path) cannot be written: \(String(cString: strerror(errno))).")
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: Data(text.utf8))
        } catch {
            // Half a configuration would stand in the way of the next try.
            unlink(path)
            throw Failure("\(path) cannot be written: \(error.localizedDescription)")
        }
    }
}
