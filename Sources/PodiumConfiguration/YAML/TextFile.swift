internal import Glibc
internal import PodiumCore

/// Reads small text files that a person wrote.
enum TextFile {
    /// Bytes. No configuration comes near it; it bounds what a wrong path can cost.
    static let sizeLimit = 1_048_576

    /// The whole file.
    ///
    /// - Throws: `missingFile`, `unreadableFile`, `tooLarge` or `notText`.
    static func read(
        _ path: String,
        limit: Int = sizeLimit
    ) throws(ConfigurationError) -> String {
        try text(of: try bytes(of: path, limit: limit), file: path)
    }

    private static func bytes(of path: String, limit: Int) throws(ConfigurationError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(errno, path) }
        defer { close(descriptor) }
        // Read to the end, not to the size the file claims: pipes and devices have none.
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(errno, path)
            }
            bytes.append(contentsOf: chunk.prefix(count))
            guard bytes.count <= limit else { throw tooLarge(path, limit: limit) }
        }
    }

    static func tooLarge(_ path: String, limit: Int) -> ConfigurationError {
        let size = limit < 1_048_576 ? "\(limit / 1024) KB" : "\(limit / 1_048_576) MB"
        return ConfigurationError(
            .tooLarge,
            "The file is larger than \(size), which is the limit.",
            file: path
        )
    }

    private static func failure(_ number: Int32, _ path: String) -> ConfigurationError {
        switch number {
        case ENOENT, ENOTDIR:
            ConfigurationError(.missingFile, "There is no such file.", file: path)
        case EISDIR:
            ConfigurationError(
                .unreadableFile,
                "This is a directory, not a file.",
                file: path
            )
        case EACCES:
            ConfigurationError(
                .unreadableFile,
                "You have no permission to read this file.",
                file: path
            )
        default:
            ConfigurationError(
                .unreadableFile,
                "The file cannot be read (\(String(cString: strerror(number)))).",
                file: path
            )
        }
    }

    /// The bytes as text, without a byte order mark.
    static func text(of bytes: [UInt8], file: String) throws(ConfigurationError) -> String {
        do {
            return try FileText.decode(bytes)
        } catch {
            throw ConfigurationError(
                .notText,
                "The file is not UTF-8 text.",
                file: file,
                line: error.line,
                advice: "Save it with the encoding UTF-8."
            )
        }
    }
}
