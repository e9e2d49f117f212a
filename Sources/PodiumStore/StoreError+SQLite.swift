import GRDB
import PodiumCore

extension StoreError {
    /// Puts an error of SQLite into words, with the file it is about.
    init(_ error: DatabaseError, path: String) {
        let detail = error.message ?? error.resultCode.description
        switch error.resultCode {
        case .SQLITE_NOTADB:
            self.init(
                .notADatabase,
                "\(path) is not a database.",
                advice: "Move the file away; Podium will then start an empty one."
            )
        case .SQLITE_CORRUPT:
            self.init(
                .damaged,
                "\(path) is damaged: \(detail).",
                advice: "Keep a copy of it, then save what can be read with"
                    + " `sqlite3 podium.sqlite .recover`."
            )
        case .SQLITE_FULL:
            self.init(
                .full,
                "No space is left for \(path).",
                advice: "Free some space; nothing of this change has been stored."
            )
        case .SQLITE_READONLY:
            self.init(
                .readOnly,
                "\(path) cannot be written: \(detail).",
                advice: "Make the file and its directory writable for this user."
            )
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            self.init(
                .unreachable,
                "\(path) cannot be opened: \(detail).",
                advice: "Check that it exists and that this user may read and write it."
            )
        case .SQLITE_IOERR:
            self.init(
                .unreachable,
                "\(path) cannot be read or written: \(detail).",
                advice: "Check the disk and its free space."
            )
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                .busy,
                "The database is held by another process (\(detail)): \(path).",
                advice: "Try again when that process has finished its work on it."
            )
        case .SQLITE_TOOBIG:
            self.init(
                .other,
                "An event is larger than SQLite can store in \(path).",
                advice: "Split its text into smaller pieces."
            )
        default:
            self.init(
                .other,
                "\(path): \(detail) (SQLite \(error.extendedResultCode.rawValue)).",
                advice: "Run `podium doctor`."
            )
        }
    }
}

/// Runs `body` and turns whatever it throws into a `StoreError` about `path`.
func translatingErrors<Value>(
    about path: String,
    _ body: () throws -> Value
) throws(StoreError) -> Value {
    do {
        return try body()
    } catch let error as StoreError {
        throw error
    } catch let error as DatabaseError {
        throw StoreError(error, path: path)
    } catch {
        throw StoreError(.other, "\(path): \(error).", advice: "Run `podium doctor`.")
    }
}
