import CellUI
import Foundation
import PodiumCore
import PodiumEvaluation
import Synchronization

/// What came of the questions so far, also in a file, so that an evaluation can be gone on with.
final class OutcomeJournal: Sendable {
    private struct Line: Codable {
        /// The set, its seed, the pool and the policy: outcomes of others do not count.
        var context: String
        var conductor: String
        var currency: Price.Currency
        var outcome: ItemOutcome
    }

    private struct State {
        var outcomes: [String: [String: ItemOutcome]] = [:]
        var spent = 0.0
        var done = 0
        var isPaid = false
        var failures: [String: Int] = [:]
    }

    private let state: Mutex<State>
    private let file: LineFile?
    private let context: String

    /// - Parameters:
    ///   - folder: where it is kept; nil for nowhere.
    ///   - context: what must be the same for an outcome to count.
    /// - Throws: `Failure` when it cannot be read or written.
    init(folder: String?, context: String) throws {
        self.context = context
        var state = State()
        guard let folder else {
            self.state = Mutex(state)
            file = nil
            return
        }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = "\(folder)/items.jsonl"
        let data = FileManager.default.contents(atPath: path) ?? Data()
        for text in String(decoding: FileText.withoutMark(data), as: UTF8.self).fileLines {
            // The last line may have been cut off by a power cut; it is asked again.
            guard let line = try? JSONDecoder().decode(Line.self, from: Data(text.utf8)),
                line.context == context
            else { continue }
            state.outcomes[line.conductor, default: [:]][line.outcome.item] = line.outcome
            state.isPaid = state.isPaid || line.currency == .usd && (line.outcome.cost ?? 0) > 0
        }
        file = try LineFile(path)
        self.state = Mutex(state)
    }

    func outcome(of item: String, by conductor: String) -> ItemOutcome? {
        state.withLock { $0.outcomes[conductor]?[item] }
    }

    /// Whether nothing came of anything.
    var isEmpty: Bool { state.withLock { $0.outcomes.isEmpty } }

    var spent: Double { state.withLock { $0.spent } }

    /// Whether anything cost money.
    var isPaid: Bool { state.withLock { $0.isPaid } }

    /// Why some were not counted, in sentences.
    var failures: [String] {
        state.withLock { state in
            state.failures.sorted { $0.key < $1.key }.map {
                visible("\($0.value) not counted: \($0.key)", keepingNewlines: false)
            }
        }
    }

    /// Takes a result in; how many there are now.
    func take(_ result: SetRun.Result) throws -> Int {
        let conductor = result.task.contender
        let done = state.withLock { state in
            state.done += 1
            if result.currency == .usd { state.spent += result.outcome.cost ?? 0 }
            if let failure = result.failure {
                state.failures[failure, default: 0] += 1
            } else {
                state.outcomes[conductor, default: [:]][result.outcome.item] = result.outcome
                state.isPaid =
                    state.isPaid || result.currency == .usd && (result.outcome.cost ?? 0) > 0
            }
            return state.done
        }
        if result.failure == nil {
            let line = Line(
                context: context,
                conductor: conductor,
                currency: result.currency,
                outcome: result.outcome
            )
            try file?.append(try JSONLine.line(line))
        }
        return done
    }
}
