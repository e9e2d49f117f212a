internal import Foundation
internal import Glibc

extension ConfigurationAddition {
    /// Adds it to the file. What was there is kept beside it, in a file that ends in `.bak`.
    ///
    /// - Returns: what the file holds now, and where the one before is.
    /// - Throws: what `added(to:)` throws, and `unwritableFile`; the file is then as it was.
    public func add(toFile path: String) throws(ConfigurationError) -> (Outcome, backup: String) {
        // A link to where somebody keeps such files stays one.
        let target = realpath(path, nil)
        defer { free(target) }
        let file = target.map { String(cString: $0) } ?? path
        let text = try TextFile.read(file)
        let outcome = try added(to: text)
        var status = stat()
        let mode = stat(file, &status) == 0 ? status.st_mode & 0o777 : 0o600
        // Reading leaves a byte order mark out.
        let mark = Self.hasMark(file) ? "\u{FEFF}" : ""
        let backup = Self.newBackup(of: file)
        try TextFile.replace(backup, with: mark + text, mode: mode)
        try TextFile.replace(file, with: mark + outcome.text, mode: mode)
        return (outcome, backup)
    }

    private static func hasMark(_ path: String) -> Bool {
        let handle = FileHandle(forReadingAtPath: path)
        defer { try? handle?.close() }
        return (try? handle?.read(upToCount: 3)) == Data([0xEF, 0xBB, 0xBF])
    }

    /// An older copy is not written over.
    private static func newBackup(of path: String) -> String {
        let names = (1...).lazy.map { $0 == 1 ? "\(path).bak" : "\(path).bak\($0)" }
        return names.first { access($0, F_OK) != 0 } ?? "\(path).bak"
    }
}
