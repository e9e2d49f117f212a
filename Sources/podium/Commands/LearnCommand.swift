import ArgumentParser
import CellUI
import Foundation
import PodiumCore
import PodiumEvaluation
import PodiumStudio

/// `podium learn`: what your sessions teach.
struct LearnCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn",
        abstract: "See, take back and export what your sessions teach the conductor.",
        discussion: """
            A verdict that an answer is right teaches that every step it rests on was; one that it is \
            wrong teaches something where there was one step. Without a verdict, what a checker said \
            counts. podium train --from-history learns from all of it.
            """,
        subcommands: [List.self, Show.self, Remove.self, Export.self],
        defaultSubcommand: List.self
    )

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the examples, the latest first."
        )

        @OptionGroup var places: PlaceOptions

        @Flag(help: "Print one JSON object a line.") var json = false

        func run() throws {
            let examples = try LearnedExamples(at: places.resolved).all()
            guard json || !examples.isEmpty else {
                StandardStream.error.write(
                    "Nothing has been judged yet: podium sessions verdict ID right, or + on the screen.\n"
                )
                return
            }
            StandardStream.output.write(try examples.map(ExampleRow.init).output(asJSON: json))
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show an example in full.")

        @OptionGroup var places: PlaceOptions

        @Argument(help: "An example's id, as `list` shows it, or the beginning of one.")
        var id: String

        func run() throws {
            let found = try LearnedExamples(at: places.resolved).all().filter {
                $0.id.hasPrefix(id)
            }
            guard !found.isEmpty else {
                throw Failure(
                    "there is no example \(visible(id, keepingNewlines: false)). `podium learn list`"
                        + " shows those there are.",
                    status: .usage
                )
            }
            for example in found {
                let lesson = example.lesson
                let author = lesson.isFromPerson ? "a person" : "a checker"
                let share = lesson.share.map { ", preferred with \(($0 * 100).fixed(0)) %" } ?? ""
                StandardStream.output.write(
                    visible(
                        """
                        \(example.id)
                        \(lesson.worker.name) (\(lesson.worker.model)) was \
                        \(lesson.isRight ? "right" : "wrong"), says \(author)\(share)
                        \(lesson.task)

                        """,
                        keepingNewlines: true
                    )
                )
            }
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take an example back: nothing is learned from it any more."
        )

        @OptionGroup var places: PlaceOptions

        @Argument(help: "Examples' ids, or the beginnings of some.")
        var ids: [String]

        func run() throws {
            let examples = try LearnedExamples(at: places.resolved)
            for id in ids {
                let removed = try examples.remove(id)
                StandardStream.output.write("Nothing is learned from \(removed.id) any more.\n")
            }
        }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the examples as rows of a matrix, one JSON object a line."
        )

        @OptionGroup var places: PlaceOptions

        func run() throws {
            let matrix = try LearnedExamples(at: places.resolved).matrix()
            for row in matrix.rows {
                StandardStream.output.write(JSONLine.escaped(Matrix.line(row)))
            }
        }
    }
}

private struct ExampleRow: TableRow {
    static let titles = ["example", "worker", "was", "says", "preferred", "task"]

    var id: String
    var worker: String
    var model: String
    var isRight: Bool
    var isFromPerson: Bool
    var share: Double?
    var task: String

    init(_ example: LearnedExamples.Example) {
        let lesson = example.lesson
        id = example.id
        worker = lesson.worker.name
        model = lesson.worker.model
        isRight = lesson.isRight
        isFromPerson = lesson.isFromPerson
        share = lesson.share
        task = lesson.task
    }

    var cells: [String] {
        [
            id, worker, isRight ? "right" : "wrong", isFromPerson ? "you" : "a checker",
            share.map { "\(($0 * 100).fixed(0)) %" } ?? "-", String(task.prefix(60)),
        ]
    }
}
