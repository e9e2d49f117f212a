internal import Foundation
internal import Glibc

extension TextFile {
    /// Writes the file whole or not at all: beside it first, and then in its place. A directory that
    /// is missing is made.
    ///
    /// - Parameter mode: who may read it: only its owner, where nothing else is said.
    /// - Throws: `unwritableFile`.
    static func replace(
        _ path: String,
        with text: String,
        mode: UInt32 = 0o600
    ) throws(ConfigurationError) {
        try makeDirectory(of: path)
        var template = Array("\(path).XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw unwritable(path, errno) }
        let isWritten =
            write(Array(text.utf8), to: descriptor) && fchmod(descriptor, mode) == 0
            && fsync(descriptor) == 0
        let isDone = isWritten && rename(template, path) == 0
        let number = errno
        close(descriptor)
        guard isDone else {
            unlink(template)
            throw unwritable(path, number)
        }
    }

    private static func makeDirectory(of path: String) throws(ConfigurationError) {
        guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
        let directory = String(path[..<slash])
        do {
            try FileManager.default.createDirectory(
                atPath: directory,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw ConfigurationError(
                .unwritableFile,
                "The directory \(directory.printable(limit: 200)) cannot be made.",
                file: path,
                advice: "Check that it may be made there, and that no file has its name."
            )
        }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            rest = rest.dropFirst(count)
        }
        return true
    }

    private static func unwritable(_ path: String, _ number: Int32) -> ConfigurationError {
        ConfigurationError(
            .unwritableFile,
            "The file cannot be written (\(String(cString: strerror(number)))).",
            file: path,
            advice: "Check that its directory is yours, and that there is room."
        )
    }
}
