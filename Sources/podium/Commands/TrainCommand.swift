import ArgumentParser
import CellUI
import Foundation
import PodiumConfiguration
import PodiumEvaluation
import PodiumPolicy
import PodiumStudio
import PodiumTraining

/// `podium train`: a conductor's policy, learned from what answers were worth and what they cost.
struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Learn who to ask, and conduct by it from then on.",
        discussion: """
            First it is learned what can be expected of each worker, then, by reinforcement, whom to ask: \
            by whether final answers are right and what they cost. It is trained in the gym, from a matrix \
            of replies (podium matrix), from what you said of answers (podium learn), or from several of \
            these. On questions that were kept back it is held against what it would replace; where it \
            does not gain, it does not decide.

            Interrupted, it writes a checkpoint; --resume goes on with it as if nothing had happened.
            """
    )

    @OptionGroup var places: PlaceOptions

    @Flag(help: "Train on problems of the gym: the usual, unless a matrix is named.")
    var gym = false

    @Option(help: ArgumentHelp("Train on this matrix of replies.", valueName: "file"))
    var matrix: String?

    @Flag(help: "Train on what your sessions teach (podium learn).")
    var fromHistory = false

    @Option(help: ArgumentHelp("exact, grpo or cma-es.", valueName: "name"))
    var algorithm = "exact"

    @Option(
        help: ArgumentHelp(
            "With grpo, divide a group's advantages by their deviation (std), or not (none).",
            valueName: "name"
        )
    )
    var scale: String?

    @Flag(help: "With grpo, reward right answers only, whatever they cost.")
    var accuracyOnly = false

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp(
            "Write the policy to this file; if nothing is said, where your sessions find it.",
            valueName: "file"
        )
    )
    var output: String?

    @Option(help: ArgumentHelp("How many problems of the gym.", valueName: "n"))
    var problems = 2_400

    @Option(
        help: ArgumentHelp(
            "Passes over all questions (exact), groups of four questions (grpo) or generations (cma-es).",
            valueName: "n"
        )
    )
    var iterations: Int?

    @Option(help: ArgumentHelp("The same seed gives the same policy.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            "How many right answers a thousandth of a unit (or of a dollar) costs.",
            valueName: "share"
        )
    )
    var price: Double = 0.004

    @Option(
        help: ArgumentHelp(
            "Write the curves of the training into this directory: curves.csv and curves.svg.",
            valueName: "dir"
        )
    )
    var curves: String?

    @Flag(help: "Go on with a training that was interrupted.")
    var resume = false

    func validate() throws {
        guard TrainingSettings.Algorithm(rawValue: algorithm) != nil else {
            throw ValidationError("--algorithm is exact, grpo or cma-es.")
        }
        if let scale {
            guard TrainingSettings.Scale(rawValue: scale) != nil else {
                throw ValidationError("--scale is none or std.")
            }
            guard algorithm == "grpo" else {
                throw ValidationError("--scale goes with --algorithm grpo.")
            }
        }
        guard !accuracyOnly || algorithm == "grpo" else {
            throw ValidationError("--accuracy-only goes with --algorithm grpo.")
        }
        guard (10...100_000).contains(problems) else {
            throw ValidationError("--problems is 10 to 100000.")
        }
        guard (1...100_000).contains(iterations ?? 1) else {
            throw ValidationError("--iterations is 1 to 100000.")
        }
        guard (0...1).contains(price) else { throw ValidationError("--price is 0 to 1.") }
    }

    func run() throws {
        let sources = try sources()
        let path = try output ?? ownPath()
        if output == nil, let named = try places.resolved.loadConfiguration().learning.policy {
            StandardStream.error.write(
                "Sessions go by \(visible(named, keepingNewlines: false)) (learning.policy), not by"
                    + " what is trained here.\n"
            )
        }
        // Not told after all the work that there is no place for it.
        try requireFolder(of: path)
        if let curves {
            try? FileManager.default.createDirectory(
                atPath: curves,
                withIntermediateDirectories: true
            )
            try requireFolder(of: curves + "/curves.csv")
        }
        if sources.problems > 0 {
            StandardStream.error.write(
                "Asking every worker about \(sources.problems) problems …\n"
            )
        }
        let world = sources.world()
        guard !world.trees.isEmpty else {
            throw Failure("there is nothing to train on: no row has a reward.", status: .usage)
        }
        let checkpoint = path + ".checkpoint"
        var training = try training(world, checkpoint)
        try train(&training, checkpoint)
        StandardStream.error.write("Holding it against what it would replace …\n")
        let policy = sources.finished(training.policy, trainedIn: world)
        try write(policy.data, to: path)
        if let curves { try writeCurves(training, to: curves) }
        try? FileManager.default.removeItem(atPath: checkpoint)
        PolicySummary(policy).told.forEach { StandardStream.error.write($0 + "\n") }
        if output == nil {
            StandardStream.error.write(
                "Sessions go by it from now on. Without this file they go by the one that comes along.\n"
            )
        }
        StandardStream.output.write("\(visible(path, keepingNewlines: false))\n")
    }

    private func sources() throws -> TrainingSources {
        var sources = TrainingSources()
        if let matrix { sources.matrix = try MatrixFile.read(matrix) }
        if fromHistory {
            let rows = try LearnedExamples(at: places.resolved).matrix().rows
            guard !rows.isEmpty else {
                throw Failure(
                    "your sessions teach nothing yet: judge some answers (+ and - on the screen, or podium"
                        + " sessions verdict). `podium learn` lists what they teach.",
                    status: .usage
                )
            }
            for row in rows { sources.matrix.add(row) }
        }
        sources.problems = usesGym ? problems : 0
        return sources
    }

    private var usesGym: Bool { gym || matrix == nil }

    private func ownPath() throws -> String {
        let places = places.resolved
        let user = try UserPolicy(
            places: places,
            settings: try places.loadConfiguration().learning
        )
        try FileManager.default.createDirectory(
            atPath: try places.data,
            withIntermediateDirectories: true
        )
        return user.path
    }

    // MARK: Training

    private var settings: TrainingSettings {
        var settings = TrainingSettings(.init(rawValue: algorithm) ?? .exact)
        settings.seed = seed
        settings.price = Float(price)
        if let iterations { settings.iterations = iterations }
        if let scale = scale.flatMap(TrainingSettings.Scale.init) { settings.scale = scale }
        settings.countsCost = !accuracyOnly
        settings.source = [
            usesGym ? "gym, \(problems) problems" : nil, fromHistory ? "own sessions" : nil,
            matrix.map { "matrix \(URL(fileURLWithPath: $0).lastPathComponent)" },
        ].compactMap(\.self).joined(separator: ", ")
        return settings
    }

    private func training(_ world: World, _ checkpoint: String) throws -> Training {
        guard resume else { return Training(settings, world: world) }
        let shown = visible(checkpoint, keepingNewlines: false)
        guard let data = FileManager.default.contents(atPath: checkpoint) else {
            throw Failure("there is no training to go on with: no file \(shown).", status: .usage)
        }
        do throws(Training.Invalid) {
            let saved = try Training.Checkpoint(data: data)
            guard saved.settings == settings else {
                throw Training.Invalid(
                    "it was begun with other options (\(saved.settings.summary) --price"
                        + " \(saved.settings.price) --iterations \(saved.settings.iterations))"
                )
            }
            return try Training(saved, world: world)
        } catch {
            throw Failure(
                "\(shown) cannot be gone on with: \(error). Give the options it was begun with,"
                    + " or begin anew without --resume.",
                status: .usage
            )
        }
    }

    private func train(_ training: inout Training, _ checkpoint: String) throws {
        StopSignals.hear(isPatient: true)
        var curves = LiveCurves(isTerminal: StandardStream.error.isTerminal)
        var saved = ContinuousClock.now
        while let progress = training.advance() {
            curves.show(training.history, of: training.settings.iterationsInAll, progress)
            if let status = StopSignals.status {
                try write(training.checkpoint, to: checkpoint)
                throw Failure(
                    "interrupted. Nothing is lost: the same command with --resume goes on.",
                    status: status
                )
            }
            if ContinuousClock.now - saved > .seconds(5) {
                try write(training.checkpoint, to: checkpoint)
                saved = .now
            }
        }
    }

    // MARK: Files

    private func requireFolder(of path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
        {
            throw Failure(
                "\(visible(path, keepingNewlines: false)) is a directory. Name a file in it.",
                status: .usage
            )
        }
        // Rights alone do not tell: there are places where nothing can be made by anybody.
        let probe = path + ".probe"
        let canWrite = FileManager.default.createFile(atPath: probe, contents: nil)
        try? FileManager.default.removeItem(atPath: probe)
        guard canWrite else {
            throw Failure(
                "\(visible(path, keepingNewlines: false)) cannot be written:"
                    + " \(visible(folder, keepingNewlines: false)) is not there, or may not be"
                    + " written to.",
                status: .usage
            )
        }
    }

    private func write(_ data: Data, to path: String) throws {
        do {
            try data.write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw Failure(
                "\(visible(path, keepingNewlines: false)) cannot be written:"
                    + " \(visible(error.localizedDescription, keepingNewlines: false))"
            )
        }
    }

    private func writeCurves(_ training: Training, to folder: String) throws {
        let curves = TrainingCurves(training.history)
        try write(Data(curves.table.csv.utf8), to: folder + "/curves.csv")
        try write(Data(curves.chart.svg().utf8), to: folder + "/curves.svg")
    }
}
