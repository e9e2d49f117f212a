import GRDB
import GRDBSQLite

/// Direct binding, stepping and reading of a prepared statement.
///
/// GRDB hands strings to SQLite up to their first U+0000 and reads them back the same way, but text
/// that a model streams may hold any character and must come back byte for byte. Going direct also
/// saves the boxing of each value, which is most of the time an event takes.
///
/// Columns and parameters are counted from 0 here, in both directions.
extension Statement {
    func bind(_ value: Int64, at index: Int) throws {
        try check(sqlite3_bind_int64(sqliteStatement, CInt(index + 1), value))
    }

    func bind(_ value: Int?, at index: Int) throws {
        if let value {
            try bind(Int64(value), at: index)
        } else {
            try check(sqlite3_bind_null(sqliteStatement, CInt(index + 1)))
        }
    }

    func bind(_ value: String?, at index: Int) throws {
        guard var value else {
            try check(sqlite3_bind_null(sqliteStatement, CInt(index + 1)))
            return
        }
        let code = value.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                // An empty buffer may have no address, which SQLite would take for NULL.
                guard let start = characters.baseAddress else {
                    return sqlite3_bind_text(sqliteStatement, CInt(index + 1), "", 0, copied)
                }
                return sqlite3_bind_text64(
                    sqliteStatement,
                    CInt(index + 1),
                    start,
                    UInt64(characters.count),
                    copied,
                    UInt8(SQLITE_UTF8)
                )
            }
        }
        try check(code)
    }

    /// Runs the statement to its end, for statements that give no rows.
    func run() throws {
        defer { rewind() }
        while try step() {}
    }

    /// Calls `body` once a row, with the statement standing on it.
    func forEachRow(_ body: () throws -> Void) throws {
        defer { rewind() }
        while try step() { try body() }
    }

    /// The value of `body` for the first row, nil when there is none.
    func firstRow<Value>(_ body: () throws -> Value) throws -> Value? {
        defer { rewind() }
        return try step() ? try body() : nil
    }

    func integer(at index: Int) -> Int64 {
        sqlite3_column_int64(sqliteStatement, CInt(index))
    }

    func optionalInteger(at index: Int) -> Int64? {
        isNull(at: index) ? nil : integer(at: index)
    }

    /// Empty for NULL; bytes that are not UTF-8, as a damaged file may hold, are replaced.
    func text(at index: Int) -> String {
        // The order matters: the length is that of the converted text.
        guard let start = sqlite3_column_text(sqliteStatement, CInt(index)) else { return "" }
        let count = sqlite3_column_bytes(sqliteStatement, CInt(index))
        return String(
            decoding: UnsafeBufferPointer(start: start, count: Int(count)),
            as: UTF8.self
        )
    }

    func optionalText(at index: Int) -> String? {
        isNull(at: index) ? nil : text(at: index)
    }

    private func isNull(at index: Int) -> Bool {
        sqlite3_column_type(sqliteStatement, CInt(index)) == SQLITE_NULL
    }

    private func step() throws -> Bool {
        let code = sqlite3_step(sqliteStatement)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw failure(code)
        }
    }

    /// The statement is cached: the next user must find it at its start. The code that
    /// `sqlite3_reset` returns only repeats what the last step said.
    private func rewind() {
        sqlite3_reset(sqliteStatement)
    }

    private func check(_ code: CInt) throws {
        guard code == SQLITE_OK else { throw failure(code) }
    }

    private func failure(_ code: CInt) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: String(cString: sqlite3_errmsg(sqlite3_db_handle(sqliteStatement)))
        )
    }
}

/// `SQLITE_TRANSIENT`, a macro Swift cannot import: SQLite copies the bytes before the call returns.
/// The address is a mark that SQLite compares with and never calls.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
