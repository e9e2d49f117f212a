import Foundation
public import PodiumCore
public import PodiumEvaluation
import PodiumPhrasebook
import PodiumStore

/// What the sessions of a person teach: of each step that somebody judged, whether its worker was right; and
/// whom a person would rather have had do a step.
///
/// Each example can be taken back: it is then left out for good, whatever the session says.
public struct LearnedExamples: Sendable {
    public struct Example: Hashable, Sendable {
        public enum Content: Hashable, Sendable {
            /// A worker was right or wrong.
            case outcome(Lesson)
            /// A person preferred one worker to another. It is no label: nothing came of either by it.
            case preference(RoutingPreference)
        }

        public enum Kind: String, Hashable, Sendable, Codable {
            /// A worker's answer that was judged.
            case outcome
            /// An outcome of a task at which another worker was judged too, so that the two compare.
            case pair
            case preference
        }

        /// `SESSION/s2` of an outcome, `SESSION/p2` of a preference: what it is named by.
        public var id: String
        public var session: SessionID
        public var content: Content
        /// The examples of other workers at the same task.
        public var counterparts: [String] = []

        public var kind: Kind {
            switch content {
            case .outcome: counterparts.isEmpty ? .outcome : .pair
            case .preference: .preference
            }
        }

        /// Nil of a preference.
        public var lesson: Lesson? {
            if case .outcome(let lesson) = content { lesson } else { nil }
        }

        public var task: String {
            switch content {
            case .outcome(let lesson): lesson.task
            case .preference(let preference): preference.task
            }
        }

        /// Who was judged, or preferred.
        public var worker: Worker {
            switch content {
            case .outcome(let lesson): lesson.worker
            case .preference(let preference): preference.preferred
            }
        }

        /// As a row of a matrix.
        public var row: MatrixRow {
            var row = MatrixRow(
                question: task,
                worker: worker.model,
                item: id,
                session: session.rawValue
            )
            switch content {
            case .outcome(let lesson):
                let isReal = lesson.cost.picodollars > 0
                let units = isReal ? lesson.cost.picodollars : lesson.cost.nominal
                row.reward = lesson.isRight ? 1 : 0
                row.cost = lesson.cost.hasUnknown ? nil : Double(units) / 1e12
                row.currency = isReal ? .usd : .nominal
                row.seconds = lesson.seconds
            case .preference(let preference): row.over = preference.over.model
            }
            return row
        }
    }

    private let archive: SessionArchive?
    private let removedPath: String

    /// The latest sessions that examples are taken from.
    public static let sessionLimit = 5_000

    /// - Throws: `StoreError`, or `StudioError` when there is no such place.
    public init(at places: Places) throws {
        try self.init(try SessionArchive(at: places), at: places)
    }

    init(_ archive: SessionArchive?, at places: Places) throws(StudioError) {
        self.archive = archive
        removedPath = "\(try places.data)/unlearned.txt"
    }

    /// The latest first.
    ///
    /// - Parameter limit: how many sessions are looked at.
    public func all(limit: Int = sessionLimit) throws -> [Example] {
        guard let store = archive?.store else { return [] }
        let removed = Set(removedIDs)
        var examples: [Example] = []
        // What was measured must not be learned from before it is measured again.
        for summary in try store.asked(limit: limit) {
            let events = try store.events(of: summary.id, after: 0, limit: .max)
            let state = events.reduce(into: SessionState(id: summary.id)) { $0.apply($1) }
            func isPlain(_ subtask: String) -> Bool {
                Phrasebook.phrase(subtask)?.form == .answer
            }
            let lessons = state.lessons(
                verdict: try store.verdict(on: summary.id)?.value,
                isPlain: isPlain
            )
            examples += lessons.map {
                Example(
                    id: "\(summary.id)/s\($0.step.rawValue)",
                    session: summary.id,
                    content: .outcome($0)
                )
            }
            // By models: of two names of one nobody could be preferred.
            examples += state.preferences(isPlain: isPlain).compactMap {
                guard $0.preferred.model != $0.over.model else { return nil }
                return Example(
                    id: "\(summary.id)/p\($0.step.rawValue)",
                    session: summary.id,
                    content: .preference($0)
                )
            }
        }
        return Self.paired(examples.filter { !removed.contains($0.id) })
    }

    /// With the outcomes of other workers at the same task, in whichever session.
    static func paired(_ examples: [Example]) -> [Example] {
        let outcomes = Dictionary(grouping: examples.filter { $0.lesson != nil }, by: \.task)
        return examples.map { example in
            guard example.lesson != nil else { return example }
            var example = example
            example.counterparts = (outcomes[example.task] ?? [])
                .filter { $0.worker.model != example.worker.model }.map(\.id)
            return example
        }
    }

    /// As a matrix to train from. Of the same task and worker each example is a sample of its own.
    public func matrix() throws -> Matrix {
        var samples: [MatrixRow.Key: Int] = [:]
        return Matrix(
            try all().map { example in
                var row = example.row
                let sample = samples[row.key, default: 0]
                samples[row.key] = sample + 1
                row.sample = sample
                // Beside what was graded of the same task, not in its place.
                row.parameters = "own sessions"
                return row
            }
        )
    }

    // MARK: Taking back

    private var removedIDs: [String] {
        guard let data = FileManager.default.contents(atPath: removedPath) else { return [] }
        return String(decoding: FileText.withoutMark(data), as: UTF8.self).fileLines
            .filter { !$0.isEmpty }.map(String.init)
    }

    /// Leaves an example out for good.
    ///
    /// - Parameter id: all of it, or the beginning of exactly one.
    /// - Throws: `StudioError` when there is no such example, or more than one.
    public func remove(_ id: String) throws -> Example {
        let found = try all().filter { $0.id.hasPrefix(id) }
        let exact = found.first { $0.id == id }
        guard let example = exact ?? (found.count == 1 ? found.first : nil) else {
            throw StudioError(
                .badRequest,
                found.isEmpty
                    ? "there is no example \(id). `podium learn list` shows those there are."
                    : "\(id) could be any of \(found.count) examples. Write more of it."
            )
        }
        if removedIDs.isEmpty, FileManager.default.fileExists(atPath: removedPath) {
            throw StudioError(.file, "\(removedPath) cannot be read. Nothing was taken back.")
        }
        let text = (removedIDs + [example.id]).map { $0 + "\n" }.joined()
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: removedPath), options: .atomic)
        } catch {
            throw StudioError(
                .file,
                "\(removedPath) cannot be written: \(error.localizedDescription)"
            )
        }
        return example
    }
}
