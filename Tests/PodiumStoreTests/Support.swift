import Foundation
import PodiumCore
import PodiumStore
import Testing

/// A new directory that goes when the last reference goes.
final class TemporaryDirectory: Sendable {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("podium-store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var database: String { path + "/podium.sqlite" }

    func store(readOnly: Bool = false) throws -> SQLiteEventStore {
        try SQLiteEventStore(directory: path, readOnly: readOnly)
    }

    /// Copies the database and its log as they are on disk, as if the process had died now.
    ///
    /// By another process: opening and closing the file in this one would drop SQLite's locks.
    func copyAsAfterKill() throws -> TemporaryDirectory {
        let copy = try TemporaryDirectory()
        for name in ["podium.sqlite", "podium.sqlite-wal"] {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/cp")
            process.arguments = ["\(path)/\(name)", "\(copy.path)/\(name)"]
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        return copy
    }
}

extension SessionID {
    static let first = SessionID(rawValue: "20261123-233812-k3f9")
    static let second = SessionID(rawValue: "20261124-080000-abcd")
}

/// The events of a session that is open: its question, then pieces of text.
func openSession(
    _ question: String = "Why is the sky blue?",
    events count: Int = 3,
    at start: Int64 = 1_000_000
) -> [Event] {
    (1...count).map { sequence in
        Event(
            sequence: sequence,
            time: Timestamp(microseconds: start + Int64(sequence)),
            fact: sequence == 1
                ? .sessionOpened(.asking(question))
                : .textAppended(TextAppended(attempt: AttemptID(1), text: "piece \(sequence) "))
        )
    }
}

func closed(
    _ outcome: SessionClosed.Outcome = .answered,
    answer: String? = "Rayleigh scattering.",
    sequence: Int
) -> Event {
    Event(
        sequence: sequence,
        time: Timestamp(microseconds: 2_000_000),
        fact: .sessionClosed(
            SessionClosed(
                outcome: outcome,
                answer: answer,
                reason: nil,
                usage: Usage(input: 10, output: 20),
                cost: Cost(picodollars: 30, nominal: 4)
            )
        )
    )
}

extension SessionOpened {
    static func asking(_ question: String) -> SessionOpened {
        let worker = Worker(name: "solver", provider: "embedded", model: "solver-1", isLocal: true)
        return SessionOpened(
            question: question,
            conductor: .embedded(worker),
            pool: [worker],
            seed: .max,
            program: "podium test"
        )
    }
}

extension EventStore {
    func all(of session: SessionID = .first) throws -> [Event] {
        try events(of: session, after: 0, limit: .max)
    }
}

/// Runs `body`, which must throw a `StoreError` that names a code, a message and advice.
@discardableResult
func expectStoreError(
    _ code: StoreError.Code,
    naming text: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> Void
) -> StoreError? {
    let error = #expect(throws: StoreError.self, sourceLocation: sourceLocation, performing: body)
    #expect(error?.code == code, sourceLocation: sourceLocation)
    if let text {
        #expect(error?.message.contains(text) == true, sourceLocation: sourceLocation)
    }
    #expect(error?.advice.isEmpty == false, sourceLocation: sourceLocation)
    return error
}
