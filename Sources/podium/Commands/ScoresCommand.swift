import ArgumentParser
import Foundation
import PodiumCore
import PodiumStore
import PodiumStudio

/// `podium scores`: how the workers have done.
struct ScoresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scores",
        abstract: "Show how often each worker was right, by kind of question.",
        discussion: """
            A verdict (podium sessions verdict) counts for every worker that the answer rests on. \
            Without one, what a checker in the session said counts. Workers are sorted by the lower \
            end of the range in which their share of right answers lies with 95 % confidence, so \
            that one lucky answer is not the best record.
            """
    )

    @OptionGroup var places: PlaceOptions

    @Option(help: ArgumentHelp("Only questions of this kind.", valueName: "kind"))
    var kind: String?

    @Flag(help: "Print one JSON object a line.") var json = false

    func run() throws {
        let board = try store.map { try Scores.board(from: $0) } ?? Scoreboard([])
        let rows = try kinds(of: board).flatMap { kind in
            board.rows(for: kind).map { ScoreRow($0, on: kind) }
        }
        guard json || !rows.isEmpty else {
            StandardStream.error.write("No session has ended yet. Ask something: podium\n")
            return
        }
        StandardStream.output.write(try rows.output(asJSON: json))
    }

    /// Open for writing where that is possible: what is found of each session is then kept.
    private var store: SQLiteEventStore? {
        get throws {
            let places = places.resolved
            if let archive = try? SessionArchive(at: places, readOnly: false) {
                return archive.store
            }
            return try SessionArchive(at: places)?.store
        }
    }

    private func kinds(of board: Scoreboard) throws -> [String] {
        let known = [QuestionKinds.all] + board.kinds
        guard let kind else { return known }
        guard known.contains(kind) else {
            throw Failure(
                "there are no answers to questions of kind \(kind). There are: "
                    + known.joined(separator: "; ") + ".",
                status: .usage
            )
        }
        return [kind]
    }
}

/// A worker's score on a kind of question, as the table shows it.
private struct ScoreRow: TableRow {
    static let titles = ["kind", "worker", "right", "wrong", "unjudged", "95 % range"]

    var kind: String
    var worker: String
    var right: Int
    var wrong: Int
    var unjudged: Int
    /// The ends of the range, from 0 to 1; nil when nothing was judged.
    var low: Double?
    var high: Double?

    init(_ row: Scoreboard.Row, on kind: String) {
        let score = row.score(for: kind)
        self.kind = kind
        worker = row.worker
        right = score.right
        wrong = score.wrong
        unjudged = score.unjudged
        guard score.judged > 0 else { return }
        low = score.interval.lowerBound
        high = score.interval.upperBound
    }

    var cells: [String] {
        [kind, worker, "\(right)", "\(wrong)", "\(unjudged)", range]
    }

    private var range: String {
        guard let low, let high else { return "–" }
        return String(format: "%.0f–%.0f %%", low * 100, high * 100)
    }
}
