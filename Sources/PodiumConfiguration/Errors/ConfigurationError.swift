/// What is wrong with a file a person wrote (configuration, plan or colour scheme), with the settings
/// the program keeps, or with a name given in a file's place, and how to mend it.
///
/// The description is what the person reads: one message of a few lines, without any secret. A
/// configuration may have several mistakes that do not depend on each other: then the error is the
/// first of them, and the others are told after it.
public struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind of mistake. Open: a later version may know more.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        /// There is no such file.
        public static let missingFile = Code(rawValue: "missingFile")
        /// The file is there but cannot be read, or is a directory.
        public static let unreadableFile = Code(rawValue: "unreadableFile")
        /// The program's own file cannot be written.
        public static let unwritableFile = Code(rawValue: "unwritableFile")
        public static let tooLarge = Code(rawValue: "tooLarge")
        /// Not UTF-8, or control characters in it.
        public static let notText = Code(rawValue: "notText")
        /// Not YAML.
        public static let syntax = Code(rawValue: "syntax")
        /// Aliases that stand for far more text than the file has.
        public static let tooManyAliases = Code(rawValue: "tooManyAliases")
        public static let unknownKey = Code(rawValue: "unknownKey")
        public static let missingKey = Code(rawValue: "missingKey")
        /// A value of the wrong type, or out of range.
        public static let badValue = Code(rawValue: "badValue")
        /// Keys that exclude each other.
        public static let conflict = Code(rawValue: "conflict")
        public static let duplicate = Code(rawValue: "duplicate")
        /// A name for which there is no provider, worker, pool or theme.
        public static let unknownName = Code(rawValue: "unknownName")
        /// A secret where only the way to it may stand.
        public static let secret = Code(rawValue: "secret")
        /// A plan file without a readable plan.
        public static let plan = Code(rawValue: "plan")
    }

    public let code: Code
    /// The file, as its path was given; nil when the mistake is in no file.
    public internal(set) var file: String?
    /// Counted from 1.
    public internal(set) var line: Int?
    /// Counted from 1, in Unicode scalars.
    public internal(set) var column: Int?
    /// Where in the structure, such as `workers[0].price.input`.
    public internal(set) var keyPath: String?
    /// What is wrong, in one sentence.
    public internal(set) var problem: String
    /// What stands there, for a wrong value.
    public internal(set) var found: String?
    /// What should stand there, for a wrong value.
    public internal(set) var expected: String?
    /// How to mend it.
    public internal(set) var advice: String?
    /// The line in question and a caret under the place; only for text that is not YAML.
    public internal(set) var excerpt: String?
    /// What is wrong besides, in the order of the file; none of these has others of its own.
    public internal(set) var others: [ConfigurationError] = []

    init(
        _ code: Code,
        _ problem: String,
        file: String? = nil,
        line: Int? = nil,
        column: Int? = nil,
        keyPath: String? = nil,
        advice: String? = nil,
        excerpt: String? = nil
    ) {
        self.code = code
        self.problem = problem
        self.file = file
        self.line = line
        self.column = column
        self.keyPath = keyPath
        self.advice = advice
        self.excerpt = excerpt
    }

    /// Each mistake: `file:line:column: key: problem`, then the excerpt and the advice on lines of
    /// their own.
    public var description: String { mistakes.map(\.sentence).joined(separator: "\n") }

    /// This one and the others, each alone.
    public var mistakes: [ConfigurationError] {
        var first = self
        first.others = []
        return [first] + others
    }

    private var sentence: String {
        var place = [file?.printable(limit: 200), line.map(String.init), column.map(String.init)]
            .compactMap { $0 }.joined(separator: ":")
        if let keyPath, !keyPath.isEmpty { place += place.isEmpty ? keyPath : ": \(keyPath)" }
        let first = place.isEmpty ? problem : "\(place): \(problem)"
        return ([first] + [excerpt, advice].compactMap { $0 }).joined(separator: "\n")
    }
}
