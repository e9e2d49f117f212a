internal import Logging

/// What is wrong with the files of the clients' keys: what, where, and how to mend it.
public struct KeyFileError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
}

extension APIError {
    /// Where the files are is for whoever keeps the server, and not for its clients.
    init(keys error: KeyFileError) {
        Logger(label: "gateway").error("clients' keys", metadata: ["error": "\(error)"])
        self.init(
            .server,
            "The clients' keys cannot be used. Whoever keeps the server finds why in its log.",
            code: "keys_unreadable"
        )
    }
}
