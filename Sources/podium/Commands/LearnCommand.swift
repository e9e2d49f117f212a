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
            counts. Where two workers were judged at the same task, they are a pair. That you gave a step \
            to another worker is a preference: it says which of the two you would rather ask, and nothing \
            of who was right. podium train --from-history learns from all of it.
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
                StandardStream.output.write(
                    visible(
                        "\(example.id)\n\(Self.sentence(example))\n\(example.task)\n",
                        keepingNewlines: true
                    )
                )
            }
        }

        private static func sentence(_ example: LearnedExamples.Example) -> String {
            switch example.content {
            case .outcome(let lesson):
                let author = lesson.isFromPerson ? "a person" : "a checker"
                let share = lesson.share.map { ", preferred with \(($0 * 100).fixed(0)) %" } ?? ""
                let others =
                    example.counterparts.isEmpty
                    ? "" : "\nat the same task: \(example.counterparts.joined(separator: ", "))"
                return
                    "\(name(lesson.worker)) was \(lesson.isRight ? "right" : "wrong"), says \(author)"
                    + share + others
            case .preference(let preference):
                return "you preferred \(name(preference.preferred)) to \(name(preference.over))"
            }
        }

        /// With the model, where that is called otherwise.
        private static func name(_ worker: Worker) -> String {
            worker.name == worker.model ? worker.name : "\(worker.name) (\(worker.model))"
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
    static let titles = ["example", "kind", "worker", "was", "says", "share", "task"]

    var id: String
    var kind: LearnedExamples.Example.Kind
    var worker: String
    var model: String
    /// Of a preference: who had the step before.
    var over: String?
    /// Not of a preference, like the two after it.
    var isRight: Bool?
    var isFromPerson: Bool?
    var share: Double?
    var counterparts: [String]
    var task: String

    init(_ example: LearnedExamples.Example) {
        id = example.id
        kind = example.kind
        worker = example.worker.name
        model = example.worker.model
        if case .preference(let preference) = example.content { over = preference.over.name }
        isRight = example.lesson?.isRight
        isFromPerson = example.lesson?.isFromPerson
        share = example.lesson?.share
        counterparts = example.counterparts
        task = example.task
    }

    var cells: [String] {
        let was = over.map { "preferred to \($0)" } ?? (isRight == true ? "right" : "wrong")
        return [
            id, kind.rawValue, worker, was, isFromPerson == false ? "a checker" : "you",
            share.map { "\(($0 * 100).fixed(0)) %" } ?? "-", String(task.prefix(60)),
        ]
    }
}
