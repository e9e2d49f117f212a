import GRDB
import PodiumCore

/// What persons say of answers. It is no projection: no event tells it, so that it is never dropped.
enum VerdictTable {
    static let table = "verdict"

    static func create(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE verdict (
                    session INTEGER PRIMARY KEY,
                    value TEXT NOT NULL,
                    author TEXT NOT NULL,
                    time INTEGER NOT NULL
                ) STRICT;
                """
        )
    }

    static func set(_ verdict: AnswerVerdict, on session: Int64, in db: Database) throws {
        let insert = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO verdict (session, value, author, time) VALUES (?, ?, ?, ?)"
        )
        try insert.bind(session, at: 0)
        try insert.bind(verdict.value.rawValue, at: 1)
        try insert.bind(verdict.author, at: 2)
        try insert.bind(verdict.time.microseconds, at: 3)
        try insert.run()
    }

    static func remove(from session: Int64, in db: Database) throws {
        let delete = try db.cachedStatement(sql: "DELETE FROM verdict WHERE session = ?")
        try delete.bind(session, at: 0)
        try delete.run()
    }

    /// Columns of a query that joins the table, or that stand in for it in a file without it.
    static func columns(in db: Database) throws -> (names: String, join: String) {
        guard try Schema.holdsVerdicts(db) else { return ("NULL, NULL, NULL", "") }
        return (
            "verdict.value, verdict.author, verdict.time",
            "LEFT JOIN verdict ON verdict.session = session.id"
        )
    }
}

extension AnswerVerdict {
    /// From the three columns of the table, of which `index` is the first; nil where they are empty.
    init?(_ row: Statement, at index: Int) {
        guard let value = row.optionalText(at: index).flatMap(Value.init) else { return nil }
        self.init(
            value,
            author: row.text(at: index + 1),
            time: Timestamp(microseconds: row.integer(at: index + 2))
        )
    }
}
