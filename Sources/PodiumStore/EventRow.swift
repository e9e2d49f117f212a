import GRDB
import PodiumCore

/// How a stored event lies in a row of the `event` table.
enum EventRow {
    static let columns = "sequence, time, type, version, attempt, text, body"

    static let insertion = """
        INSERT INTO event (session, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """

    static func insert(_ event: StoredEvent, of session: Int64, by statement: Statement) throws {
        try statement.bind(session, at: 0)
        try statement.bind(event.sequence, at: 1)
        try statement.bind(event.time.microseconds, at: 2)
        try statement.bind(event.type, at: 3)
        try statement.bind(event.version, at: 4)
        try statement.bind(event.attempt, at: 5)
        try statement.bind(event.text, at: 6)
        try statement.bind(event.body, at: 7)
        try statement.run()
    }

    /// Reads the row on which a `SELECT` of `columns` stands.
    static func read(_ statement: Statement) -> StoredEvent {
        StoredEvent(
            sequence: Int(statement.integer(at: 0)),
            time: Timestamp(microseconds: statement.integer(at: 1)),
            type: statement.text(at: 2),
            version: Int(statement.integer(at: 3)),
            attempt: statement.optionalInteger(at: 4).map { Int($0) },
            text: statement.optionalText(at: 5),
            body: statement.optionalText(at: 6)
        )
    }
}
