import FoundationEssentials
import GRDB
import PodiumCore

/// What each worker contributed to closed sessions, derived from their events alone.
///
/// A closed session changes only by going on, and a verdict is kept beside it, so that a row is written
/// once: not while the session runs but when somebody first asks. It can be dropped at any time.
enum OutcomeProjection {
    static let table = "session_outcome"

    static func create(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE session_outcome (
                    session INTEGER PRIMARY KEY,
                    kind TEXT NOT NULL,
                    contributions TEXT NOT NULL
                ) STRICT;
                """
        )
    }

    /// Drops what is known; it is found again when it is asked for.
    static func reset(_ db: Database) throws {
        try db.execute(sql: "DROP TABLE IF EXISTS \(table)")
        try create(db)
    }

    /// Drops what is known of a session that goes on after its end.
    static func forget(_ session: Int64, in db: Database) throws {
        guard try Schema.holdsVerdicts(db) else { return }
        let delete = try db.cachedStatement(sql: "DELETE FROM session_outcome WHERE session = ?")
        try delete.bind(session, at: 0)
        try delete.run()
    }

    /// What is kept of a session.
    struct Entry {
        var kind: String
        var contributions: [Contribution]

        /// By folding the session.
        init(_ state: SessionState, kinds: QuestionKinds) {
            kind = kinds.kind(of: state.opened?.question ?? "", pool: state.pool)
            contributions = state.contributions
        }

        /// Nil where the row is missing, or of a form that this version does not read.
        init?(_ row: Statement, at index: Int, _ decoder: JSONDecoder) {
            guard let kind = row.optionalText(at: index),
                let contributions = try? decoder.decode(
                    [Contribution].self,
                    from: Data(row.text(at: index + 1).utf8)
                )
            else { return nil }
            self.kind = kind
            self.contributions = contributions
        }
    }

    static func record(_ entries: [(session: Int64, entry: Entry)], in db: Database) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let insert = try db.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO session_outcome (session, kind, contributions)
                VALUES (?, ?, ?)
                """
        )
        for (session, entry) in entries {
            try insert.bind(session, at: 0)
            try insert.bind(entry.kind, at: 1)
            let json = try encoder.encode(entry.contributions)
            try insert.bind(String(decoding: json, as: UTF8.self), at: 2)
            try insert.run()
        }
    }

    /// Columns of a query that joins the table, or that stand in for it in a file without it.
    static func columns(in db: Database) throws -> (names: String, join: String) {
        guard try Schema.holdsVerdicts(db) else { return ("NULL, NULL", "") }
        return (
            "session_outcome.kind, session_outcome.contributions",
            "LEFT JOIN session_outcome ON session_outcome.session = session.id"
        )
    }
}
