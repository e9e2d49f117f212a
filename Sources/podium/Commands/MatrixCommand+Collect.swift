import ArgumentParser
import CellUI
import Foundation
import PodiumConfiguration
import PodiumCore
import PodiumEvaluation
import PodiumStudio
import Synchronization

extension MatrixCommand {
    struct Collect: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Ask every worker every question of a set, and keep replies, grades and costs.",
            discussion: """
                The set is a file: GSM8K, MATH, AIME, MMLU, GPQA, HumanEval, MBPP, LiveCodeBench, or JSON \
                Lines with question and answer. What is there already is not asked again. Each call is a \
                session that can be opened.
                """
        )

        @OptionGroup var places: PlaceOptions

        @Argument(help: ArgumentHelp("The file of the set.", valueName: "set"))
        var set: String

        @OptionGroup var asking: AskingOptions

        @Option(
            name: [.customShort("w"), .customLong("worker")],
            help: ArgumentHelp(
                "Ask this worker of the pool; give it again for others.",
                valueName: "name"
            )
        )
        var workers: [String] = []

        @Option(help: ArgumentHelp("How often each is asked.", valueName: "n"))
        var samples = 1

        @Option(
            name: .long,
            help: ArgumentHelp(
                "The matrix; matrix.jsonl in the data directory if not said.",
                valueName: "file"
            )
        )
        var into: String?

        func validate() throws {
            guard (1...100).contains(samples) else {
                throw ValidationError("--samples is 1 to 100.")
            }
        }

        func run() throws {
            let items = try SetFile.read(set, seed: asking.seed, limit: asking.number)
            let studio = try places.studio(isMeasuring: true)
            let all = try studio.configuration.pool(named: asking.pool ?? Configuration.defaultPool)
            let asked = try PoolRestriction(workers: workers).apply(to: all)
            let path = try into ?? MatrixFile.usualPath(places.resolved)
            let known = try MatrixFile.readToAppend(path)
            let tasks = tasks(items, asked, all).filter { known[key($0, all)] == nil }
            guard !tasks.isEmpty else {
                StandardStream.error.write("0 calls: all of it is there already.\n")
                StandardStream.output.write(visible(path, keepingNewlines: false) + "\n")
                return
            }
            try tellCost(tasks, asked)
            try collect(tasks, all, path, in: studio)
        }

        private func tasks(_ items: [EvaluationItem], _ asked: [Worker], _ all: [Worker]) -> [SetRun
            .Task]
        {
            (0..<samples).flatMap { sample in
                items.flatMap { item in
                    asked.map { worker in
                        let contender = Contender.alone(worker.name)
                        return SetRun.Task(
                            item: item,
                            contender: worker.name,
                            request: contender.request(
                                item.prompt,
                                pool: asking.pool,
                                workers: all
                            ),
                            sample: sample
                        )
                    }
                }
            }
        }

        private func worker(_ task: SetRun.Task, _ all: [Worker]) -> Worker? {
            all.first { $0.name == task.contender }
        }

        private func key(_ task: SetRun.Task, _ all: [Worker]) -> MatrixRow.Key {
            let worker = worker(task, all)
            return MatrixRow.Key(
                question: task.item.prompt,
                worker: worker?.model ?? task.contender,
                parameters: worker?.options.flatMap { try? JSONLine.line($0) },
                sample: task.sample
            )
        }

        /// What it will cost, as far as that can be told, before anything is spent.
        private func tellCost(_ tasks: [SetRun.Task], _ asked: [Worker]) throws {
            var (dollars, unknown) = (0.0, Set<String>())
            for task in tasks {
                guard let worker = asked.first(where: { $0.name == task.contender }) else {
                    continue
                }
                guard let price = worker.price else {
                    if !worker.isLocal { unknown.insert(worker.name) }
                    continue
                }
                guard price.currency == .usd else { continue }
                let usage = Usage(
                    input: TokenEstimate.tokens(in: task.item.prompt) + 100,
                    output: 400
                )
                dollars += Double(price.cost(of: usage).picodollars) / 1e12
            }
            var text = "\(tasks.count) calls"
            if dollars > 0 { text += ", about $\(dollars.fixed(dollars < 0.1 ? 4 : 2))" }
            if !unknown.isEmpty {
                text += "; the price of \(unknown.sorted().joined(separator: ", ")) is not known"
            }
            StandardStream.error.write(visible(text, keepingNewlines: false) + "\n")
            guard dollars == 0 || asking.budget != nil else {
                throw Failure(
                    "say what it may cost at most: --budget \(max(0.01, dollars * 2).fixed(2))",
                    status: .usage
                )
            }
        }

        private func collect(
            _ tasks: [SetRun.Task],
            _ all: [Worker],
            _ path: String,
            in studio: Studio
        ) throws {
            StopSignals.hear(isPatient: true)
            let file = try LineFile(path)
            let progress = ProgressLine("calls", of: tasks.count)
            let tally = Mutex((done: 0, right: 0, spent: 0.0, failures: [String: Int]()))
            let left = try SetRun(studio: studio, width: asking.parallel, budget: asking.budget)
                .run(
                    tasks,
                    isInterrupted: { StopSignals.received != nil },
                    take: { result in
                        if result.failure == nil { try file.append(Matrix.line(row(result, all))) }
                        let (done, note) = tally.withLock { tally in
                            tally.done += 1
                            tally.right += result.grade.isRight ? 1 : 0
                            if result.currency == .usd { tally.spent += result.outcome.cost ?? 0 }
                            if let failure = result.failure {
                                tally.failures[failure, default: 0] += 1
                            }
                            return (
                                tally.done, "\(tally.right) right, $\(tally.spent.fixed(4))"
                            )
                        }
                        progress.show(done, note: note)
                    }
                )
            progress.end()
            let (done, right, spent, failures) = tally.withLock { $0 }
            StandardStream.error.write("\(done) calls, \(right) right, $\(spent.fixed(4)).\n")
            for (reason, count) in failures.sorted(by: { $0.key < $1.key }) {
                StandardStream.error.write(
                    visible("\(count) not kept: \(reason)", keepingNewlines: false) + "\n"
                )
            }
            StandardStream.output.write(visible(path, keepingNewlines: false) + "\n")
            guard left == 0 else {
                throw Failure(
                    "\(left) calls were not made. The same command makes them: what is there is not"
                        + " asked again.",
                    status: StopSignals.status ?? .budget
                )
            }
            guard failures.isEmpty || failures.values.reduce(0, +) < done else {
                throw ExitStatus.failed
            }
        }

        private func row(_ result: SetRun.Result, _ all: [Worker]) -> MatrixRow {
            let key = key(result.task, all)
            return MatrixRow(
                question: key.question,
                worker: key.worker,
                sample: key.sample,
                parameters: key.parameters.isEmpty ? nil : key.parameters,
                reply: result.output,
                reward: result.outcome.worth,
                cost: result.outcome.cost,
                currency: result.currency,
                seconds: result.outcome.seconds,
                item: result.task.item.id,
                session: result.outcome.session
            )
        }
    }
}
