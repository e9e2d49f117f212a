import ArgumentParser
import CellUI
import Foundation
import PodiumCore
import PodiumEvaluation
import PodiumStudio

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
            var matrix = try MatrixFile.readToAppend(path)
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
