import ArgumentParser
import CellUI
import Foundation
import Glibc
import PodiumConfiguration
import PodiumCore
import PodiumProviders

/// `podium setup`: a first configuration from what is there already.
struct SetupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setup",
        abstract: "Write a first configuration from the keys and servers that are there.",
        discussion: """
            Looks for vendors' keys in the environment and for model servers on this machine, asks \
            them what they serve, and writes a configuration. It never writes a key, and never \
            writes over a file.
            """
    )

    @Option(help: ArgumentHelp("Write this file.", valueName: "file"))
    var config: String?

    @Flag(help: "Print the configuration and write nothing.")
    var dryRun = false

    func run() throws {
        let environment = ProcessInfo.processInfo.environment
        guard let path = config ?? Configuration.defaultPath(environment: environment) else {
            throw Failure("HOME is not set. Name the file: --config FILE.", status: .usage)
        }
        if !dryRun, access(path, F_OK) == 0 {
            throw Failure(
                "\(path) is there already and is not written over. See what setup would write with"
                    + " --dry-run, or name another file with --config.",
                status: .usage
            )
        }
        let targets = ProviderSearch.targets(environment: environment)
        let search = ProviderSearch(targets: targets)
        StandardStream.error.write(search.announcement)
        let answers = try waitForTask { await search.run() }
        for preset in ProviderPreset.all where preset.baseURL == nil {
            tell(withoutAddress: preset, in: environment)
        }
        for answer in answers { tell(answer) }
        let first = FirstConfiguration(
            answers.compactMap { answer in
                answer.target.preset.map {
                    FirstConfiguration.Found(preset: $0, models: answer.models.map(\.id))
                }
            }
        )
        guard !first.isEmpty else {
            let keys = ProviderPreset.all.compactMap(\.keyVariables.first)
            throw Failure(
                "no model can be used. Set a vendor's key (\(keys.joined(separator: ", "))) or start a"
                    + " server such as Ollama, and run `podium setup` again. Without any, Podium"
                    + " works with its embedded workers."
            )
        }
        if dryRun {
            StandardStream.output.write(visible(first.text, keepingNewlines: true))
            return
        }
        try write(first.text, to: path)
        StandardStream.error.write(
            "Wrote \(path). \(first.workers.count) found: "
                + visible(first.workers.joined(separator: ", "), keepingNewlines: false)
                + ". \(visible(first.conductor ?? "", keepingNewlines: false)) writes the plans."
                + " Try it: podium\(config.map { " --config \($0)" } ?? "")\n"
        )
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
            case .success(let models): "found \(answer.target.name): \(models.count) models"
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
