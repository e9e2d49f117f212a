import ArgumentParser
import CellUI
import Foundation
import PodiumConfiguration
import PodiumCore
import PodiumEvaluation
import PodiumStudio
import Synchronization

/// `podium matrix`: replies that are kept, so that training costs no calls.
struct MatrixCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matrix",
        abstract: "Collect replies of workers to questions, to train from without a call.",
        discussion: """
            A matrix is a file of JSON Lines: {"question": …, "worker": …, "reward": 0 to 1, "cost": …}. \
            podium train --matrix FILE learns from it who is worth asking what.
            """,
        subcommands: [Collect.self, Show.self, Export.self, Import.self]
    )

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

        @Option(help: ArgumentHelp("The pool that is asked.", valueName: "name"))
        var pool: String?

        @Option(
            name: [.customShort("w"), .customLong("worker")],
            help: ArgumentHelp(
                "Ask this worker of the pool; give it again for others.",
                valueName: "name"
            )
        )
        var workers: [String] = []

        @Option(name: .shortAndLong, help: ArgumentHelp("Only so many questions.", valueName: "n"))
        var number: Int?

        @Option(help: ArgumentHelp("How often each is asked.", valueName: "n"))
        var samples = 1

        @Option(help: ArgumentHelp("US dollars at most, in all.", valueName: "usd"))
        var budget: Double?

        @Option(help: ArgumentHelp("How many calls at once.", valueName: "n"))
        var parallel = 4

        @Option(
            help: ArgumentHelp(
                "The order of choices, where the right one stands first.",
                valueName: "n"
            )
        )
        var seed: UInt64 = 0

        @Option(
            name: .long,
            help: ArgumentHelp(
                "The matrix; matrix.jsonl in the data directory if not said.",
                valueName: "file"
            )
        )
        var into: String?

        func validate() throws {
            guard (1...100).contains(samples), (1...64).contains(parallel) else {
                throw ValidationError("--samples is 1 to 100, --parallel 1 to 64.")
            }
            guard (number ?? 1) > 0 else { throw ValidationError("--number is 1 or more.") }
            try SetRun.validate(budget)
        }

        func run() throws {
            let items = try SetFile.read(set, seed: seed, limit: number)
            let studio = try places.studio(isMeasuring: true)
            let all = try studio.configuration.pool(named: pool ?? Configuration.defaultPool)
            let asked = try PoolRestriction(workers: workers).apply(to: all)
            let path = try into ?? MatrixFile.usualPath(places.resolved)
            let known =
                FileManager.default.fileExists(atPath: path) ? try MatrixFile.read(path) : Matrix()
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
                            request: contender.request(item.prompt, pool: pool, workers: all),
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
            guard dollars == 0 || budget != nil else {
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
            let interruption = TrainingInterruption()
            let file = try LineFile(path)
            let progress = ProgressLine("calls", of: tasks.count)
            let tally = Mutex((done: 0, right: 0, spent: 0.0, failures: [String: Int]()))
            let left = try SetRun(studio: studio, width: parallel, budget: budget).run(
                tasks,
                isInterrupted: { interruption.hasCome },
                take: { result in
                    if result.failure == nil { try file.append(Matrix.line(row(result, all))) }
                    let (done, note) = tally.withLock { tally in
                        tally.done += 1
                        tally.right += result.grade.isRight ? 1 : 0
                        if result.currency == .usd { tally.spent += result.outcome.cost ?? 0 }
                        if let failure = result.failure { tally.failures[failure, default: 0] += 1 }
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
                    status: interruption.hasCome ? .interrupted : .budget
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

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show how each worker of a matrix did, and how much there is to be learned."
        )

        @OptionGroup var places: PlaceOptions

        @Argument(help: ArgumentHelp("The matrix.", valueName: "file"))
        var file: String?

        func run() throws {
            let matrix = try MatrixFile.read(try file ?? MatrixFile.usualPath(places.resolved))
            let questions = matrix.questions
            var table = Table(columns: ["worker", "replies", "right %", "95 %", "cost", "seconds"])
            for worker in matrix.workers {
                let rows = matrix.rows.filter { $0.worker == worker }
                let judged = rows.compactMap(\.reward)
                let costs = rows.compactMap(\.cost)
                let times = rows.compactMap(\.seconds)
                let interval = try? ConfidenceInterval.wilson(
                    successes: Int(judged.reduce(0, +).rounded()),
                    trials: judged.count,
                    level: 0.95
                )
                func mean(_ values: [Double], _ decimals: Int) -> Table.Cell {
                    values.isEmpty
                        ? .missing
                        : .number(values.reduce(0, +) / Double(values.count), decimals: decimals)
                }
                table.rows.append([
                    .text(worker), .integer(rows.count), mean(judged.map { $0 * 100 }, 1),
                    interval.map {
                        .text("\(($0.lower * 100).fixed(1))–\(($0.upper * 100).fixed(1))")
                    } ?? .missing, mean(costs, 6), mean(times, 2),
                ])
            }
            let best = questions.map { $0.rows.compactMap(\.reward).max() ?? 0 }
            let share = best.isEmpty ? 0 : best.reduce(0, +) / Double(best.count)
            let lines =
                ["\(questions.count) questions, \(matrix.workers.count) workers", ""] + table.text()
                + ["", "somebody was right: \((share * 100).fixed(1)) %"]
            StandardStream.output.write(
                visible(lines.joined(separator: "\n"), keepingNewlines: true) + "\n"
            )
        }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a matrix as JSON Lines, with or without the replies."
        )

        @OptionGroup var places: PlaceOptions

        @Argument(help: ArgumentHelp("The matrix.", valueName: "file"))
        var file: String?

        @Flag(help: "Leave the replies out: grades and costs are enough to train.")
        var withoutReplies = false

        func run() throws {
            let matrix = try MatrixFile.read(try file ?? MatrixFile.usualPath(places.resolved))
            for var row in matrix.rows {
                if withoutReplies { row.reply = nil }
                StandardStream.output.write(JSONLine.escaped(Matrix.line(row)))
            }
        }
    }

    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add the rows of a file to a matrix; of the same call the new row counts."
        )

        @OptionGroup var places: PlaceOptions

        @Argument(
            help: ArgumentHelp("JSON Lines: question, worker, reward, cost.", valueName: "file")
        )
        var file: String

        @Option(help: ArgumentHelp("The matrix they are added to.", valueName: "file"))
        var into: String?

        func run() throws {
            let rows = try MatrixFile.read(file)
            let path = try into ?? MatrixFile.usualPath(places.resolved)
            var matrix =
                FileManager.default.fileExists(atPath: path) ? try MatrixFile.read(path) : Matrix()
            let before = matrix.rows.count
            for row in rows.rows { matrix.add(row) }
            do {
                try Data(matrix.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
            } catch {
                throw Failure(
                    "\(visible(path, keepingNewlines: false)) cannot be written:"
                        + " \(error.localizedDescription)"
                )
            }
            StandardStream.output.write(
                "\(rows.rows.count) rows read, \(matrix.rows.count - before) of them new:"
                    + " \(visible(path, keepingNewlines: false))\n"
            )
        }
    }
}
