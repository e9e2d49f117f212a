import ArgumentParser
import CellUI
import Foundation
import PodiumConfiguration
import PodiumCore
import PodiumEvaluation
import PodiumGym
import PodiumPolicy
import PodiumStudio
import PodiumTraining

/// `podium eval`: conductors on the same questions.
struct EvalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract:
            "Measure conductors on the same questions: right answers, cost, and whether it means anything.",
        discussion: """
            With the file of a set (GSM8K, MATH, AIME, MMLU, GPQA, HumanEval, MBPP, LiveCodeBench, or JSON \
            Lines with question and answer) every question is asked of every conductor; each is a session \
            that can be opened. What is in the output directory already is not asked again.

            --gym measures the policy that conducts here on problems of the gym that training never \
            shows, beside the rules, the best workers and workflows, the nearest tasks and the best \
            routing in hindsight.

            Beside them stand the cheapest worker and the best random mixture of single workers at the \
            same cost: what is had without reading the question.

            Differences are tested in pairs (McNemar's exact test), corrected for the number of \
            comparisons.
            """
    )

    @OptionGroup var places: PlaceOptions

    @Argument(help: ArgumentHelp("The file of a set.", valueName: "set"))
    var set: String?

    @Flag(help: "Measure on problems of the gym.")
    var gym = false

    @Option(help: ArgumentHelp("What the gym's problems are kept apart by.", valueName: "split"))
    var split = "test"

    @Option(
        help: ArgumentHelp(
            "Measure this policy instead of the one that conducts.",
            valueName: "file"
        )
    )
    var policy: String?

    @OptionGroup var asking: AskingOptions

    @Option(
        name: [.customShort("c"), .customLong("conductor")],
        help: ArgumentHelp(
            "Measure this: embedded, rules, cheapest (always the cheapest worker), a worker's name, or"
                + " alone:, verified: or vote: and a worker's name. Give it again for others; the first is"
                + " compared with the others.",
            valueName: "name"
        )
    )
    var conductors: [String] = []

    @Option(
        help: ArgumentHelp(
            "How many right answers a thousandth of a dollar counts as. Utility is told at a third and"
                + " three times of it, too.",
            valueName: "share"
        )
    )
    var price: Double = 0.004

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp(
            "Write the report into this directory: report.json, report.csv and report.svg.",
            valueName: "dir"
        )
    )
    var output: String?

    @Flag(help: "Print one JSON object a conductor.")
    var json = false

    func validate() throws {
        guard gym != (set != nil) else {
            throw ValidationError("say what to measure on: the file of a set, or --gym.")
        }
        guard Gym.Split(rawValue: split) != nil else {
            throw ValidationError(
                "there is no split \(visible(split, keepingNewlines: false)). There are: "
                    + Gym.Split.allCases.map(\.rawValue).joined(separator: ", ") + "."
            )
        }
        guard policy == nil || gym else {
            throw ValidationError(
                "--policy goes with --gym. For a set, name it in the configuration (learning.policy)."
            )
        }
        guard !gym || conductors.isEmpty && asking.pool == nil && asking.budget == nil else {
            throw ValidationError(
                "the gym has its own conductors and workers, which cost nothing: --conductor, --pool and"
                    + " --budget go with the file of a set."
            )
        }
        guard (0...1).contains(price) else { throw ValidationError("--price is 0 to 1.") }
    }

    func run() throws {
        if let set { return try measure(set) }
        let policy = try chosenPolicy()
        let count = asking.number ?? 1_000
        let progress = ProgressLine("problems", of: count)
        let report = GymEvaluation(policy).report(.init(rawValue: split) ?? .test, problems: count)
        {
            progress.show($0)
        }
        progress.end()
        try ReportWriter(report, policy: policy.digest).tell(json: json, into: output)
    }

    private func chosenPolicy() throws -> LearnedPolicy {
        if let path = policy {
            do {
                return try LearnedPolicy(contentsOf: path)
            } catch {
                throw Failure(
                    "\(visible(path, keepingNewlines: false)) cannot be used: \(error).",
                    status: .usage
                )
            }
        }
        let places = places.resolved
        return try UserPolicy(places: places, settings: try places.loadConfiguration().learning)
            .policy()
    }

    // MARK: Sets

    private func measure(_ path: String) throws {
        let items = try SetFile.read(path, seed: asking.seed, limit: asking.number)
        let studio = try places.studio(isMeasuring: true)
        let workers = try studio.configuration.pool(named: asking.pool ?? Configuration.defaultPool)
        let contenders = try contenders(workers)
        let context = [path, "\(asking.seed)", asking.pool ?? "", studio.learned?.name ?? "rules"]
        let journal = try OutcomeJournal(folder: output, context: context.joined(separator: " · "))
        let tasks = contenders.flatMap { contender in
            items.compactMap { item -> SetRun.Task? in
                guard journal.outcome(of: item.id, by: contender.name) == nil else { return nil }
                return SetRun.Task(
                    item: item,
                    contender: contender.name,
                    request: contender.request(item.prompt, pool: asking.pool, workers: workers)
                )
            }
        }
        let named = conductors.compactMap { studio.configuration.worker(named: $0) }
        let isPaid = (workers + named).contains { worker in
            worker.price.map { $0.currency == .usd && ($0.output > 0 || $0.input > 0) }
                ?? !worker.isLocal
        }
        guard !isPaid || asking.budget != nil || tasks.isEmpty else {
            throw Failure(
                "\(tasks.count) questions are asked of workers that cost money. Say what it may cost at"
                    + " most: --budget USD",
                status: .usage
            )
        }
        StopSignals.hear(isPatient: true)
        let progress = ProgressLine("questions", of: tasks.count)
        let left = try SetRun(studio: studio, width: asking.parallel, budget: asking.budget).run(
            tasks,
            isInterrupted: { StopSignals.received != nil },
            take: { result in
                let done = try journal.take(result)
                progress.show(done, note: "$\(journal.spent.fixed(4))")
            }
        )
        progress.end()
        try tell(journal, contenders, items, path)
        journal.failures.forEach { StandardStream.error.write($0 + "\n") }
        guard tasks.isEmpty || !journal.isEmpty else { throw ExitStatus.failed }
        guard left == 0 else {
            throw Failure(
                output == nil
                    ? "\(left) questions were not asked. With --output DIR, it can be gone on with."
                    : "\(left) questions were not asked. The same command goes on.",
                status: StopSignals.status ?? .budget
            )
        }
    }

    /// Those that were named; else Podium's own, the rules, and each model alone.
    private func contenders(_ workers: [Worker]) throws -> [Contender] {
        let names =
            conductors.isEmpty
            ? ["embedded", "rules"]
                + workers.filter { $0.provider != "embedded" }.map { "alone:\($0.name)" }
                + [Contender.cheapest]
            : conductors
        var seen: Set<Contender> = []
        return try names.map { name in
            let contender =
                name == Contender.cheapest
                ? Contender.cheapest(of: workers) ?? Contender(name) : Contender(name)
            if let worker = contender.worker, !workers.contains(where: { $0.name == worker }) {
                throw Failure(
                    "the pool has no worker \(visible(worker, keepingNewlines: false)); it has "
                        + workers.map(\.name).joined(separator: ", ") + ".",
                    status: .usage
                )
            }
            return contender
        }.filter { seen.insert($0).inserted }
    }

    private func tell(
        _ journal: OutcomeJournal,
        _ contenders: [Contender],
        _ items: [EvaluationItem],
        _ path: String
    ) throws {
        var report = EvaluationReport(
            title: "\(URL(fileURLWithPath: path).lastPathComponent), \(items.count) questions",
            price: price * 1_000,
            unit: journal.isPaid ? "USD" : "units",
            subject: contenders.first?.name ?? "",
            conductors: contenders.map { contender in
                EvaluationReport.Conductor(
                    name: contender.name,
                    outcomes: items.compactMap { journal.outcome(of: $0.id, by: contender.name) },
                    kind: contender.isSingle ? .single : .conductor
                )
            }
        )
        if let name = report.cheapestSingle { report.notes.append("the cheapest worker: \(name)") }
        report.addMixture()
        try ReportWriter(report, policy: nil).tell(json: json, into: output)
    }
}
