/// What keeps Podium from doing what was asked of it, where no other room has a word for it: one
/// sentence that says what, where, and how to mend it.
public struct StudioError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind of trouble. Open: a later version may know more.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The request contradicts the configuration, or itself.
        public static let badRequest = Code(rawValue: "badRequest")
        /// A provider cannot be made as it is configured.
        public static let badProvider = Code(rawValue: "badProvider")
        /// The environment names no directory for Podium's files.
        public static let noPlace = Code(rawValue: "noPlace")
        /// A file of a person's cannot be read or written.
        public static let file = Code(rawValue: "file")
        public static let noSession = Code(rawValue: "noSession")
        /// What was typed is the beginning of several sessions' ids.
        public static let ambiguousSession = Code(rawValue: "ambiguousSession")
        /// The session has ended, or runs elsewhere, and so this cannot be done with it.
        public static let wrongState = Code(rawValue: "wrongState")
    }

    public let code: Code
    public let description: String

    public init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
