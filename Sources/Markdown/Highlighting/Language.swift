/// What a language looks like, as far as a line at a time can tell.
struct Language: Sendable {
    enum Grammar: Sendable {
        case code
        /// Tags between angle brackets.
        case markup
        /// Lines that begin with a plus or a minus.
        case diff
    }

    struct Quote: Sendable {
        var open: [UInt8]
        var close: [UInt8]
        var escapes: Bool
        /// Whether it may go over lines.
        var isLong: Bool

        init(_ open: String, _ close: String? = nil, escapes: Bool = true, isLong: Bool = false) {
            self.open = Array(open.utf8)
            self.close = Array((close ?? open).utf8)
            self.escapes = escapes
            self.isLong = isLong
        }
    }

    var grammar = Grammar.code
    var keywords: Set<String> = []
    var types: Set<String> = []
    /// Whether names that begin with a capital letter are types.
    var capitalsAreTypes = false
    var ignoresCase = false
    var lineComments: [[UInt8]] = []
    var blockComment: (open: [UInt8], close: [UInt8])?
    /// Longer ones first.
    var quotes: [Quote] = []
    /// What begins a name that is an attribute, a directive or a variable.
    var sigils: [UInt8] = []
    /// What follows a name that is a key: `:` or `=`.
    var keyMark: UInt8?
    /// Letters of names besides letters, digits and underscores.
    var nameBytes: [UInt8] = []
    var namesFunctions = true

    init(
        _ keywords: String = "",
        types: String = "",
        capitalsAreTypes: Bool = false,
        ignoresCase: Bool = false,
        lineComments: [String] = ["//"],
        blockComment: (String, String)? = ("/*", "*/"),
        quotes: [Quote] = [Quote("\""), Quote("'")],
        sigils: String = "",
        keyMark: Character? = nil,
        nameBytes: String = "",
        namesFunctions: Bool = true
    ) {
        self.keywords = Set(keywords.split(separator: " ").map(String.init))
        self.types = Set(types.split(separator: " ").map(String.init))
        self.capitalsAreTypes = capitalsAreTypes
        self.ignoresCase = ignoresCase
        self.lineComments = lineComments.map { Array($0.utf8) }
        self.blockComment = blockComment.map { (Array($0.0.utf8), Array($0.1.utf8)) }
        self.quotes = quotes
        self.sigils = Array(sigils.utf8)
        self.keyMark = keyMark?.asciiValue
        self.nameBytes = Array(nameBytes.utf8)
        self.namesFunctions = namesFunctions
    }

    /// The language that a fence names: `swift`, `Python 3`, `{.rust}`, `ts twoslash`.
    static func named(_ info: String) -> Language? {
        let name = info.lowercased().drop { "{. ".contains($0) }
            .prefix { $0.isLetter || $0.isNumber || "+#-_".contains($0) }
        return table[aliases[String(name)] ?? String(name)]
    }
}
