internal import Foundation

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
        do {
            try WholeFile.replace(path, with: Array(text.utf8), mode: mode)
        } catch {
            throw ConfigurationError(
                .unwritableFile,
                "The file cannot be written (\(error)).",
                file: path,
                advice: "Check that its directory is yours, and that there is room."
            )
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
}
