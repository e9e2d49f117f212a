public import CellUI

/// What a piece of rendered text is. Whoever draws it chooses the looks.
public struct TextRole: Hashable, Sendable {
    public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        case text
        case heading1, heading2, heading3, heading4, heading5, heading6
        /// Code within a line.
        case code
        case link
        /// Where a link leads, behind its text.
        case address
        /// The bar before a quote.
        case quoteBar
        case quoted
        case listMark
        case taskOpen, taskDone
        case tableLine, tableHeader
        case rule
        /// The lines around a block of code, and its language in them.
        case frame, frameTitle
        case html
        // Of blocks of code.
        case codeText, keyword, type, string, number, comment, function, attribute
        case added, removed, hunk
    }

    public struct Traits: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8

        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let emphasis = Traits(rawValue: 1)
        public static let strong = Traits(rawValue: 2)
        public static let struck = Traits(rawValue: 4)
    }

    public var kind: Kind
    public var traits: Traits

    public init(_ kind: Kind, _ traits: Traits = []) {
        self.kind = kind
        self.traits = traits
    }

    static let text = TextRole(.text)

    /// - Parameter level: 1 to 6; others count as the nearest of them.
    static func heading(_ level: Int) -> TextRole {
        let kinds: [Kind] = [.heading1, .heading2, .heading3, .heading4, .heading5, .heading6]
        return TextRole(kinds[min(max(level, 1), kinds.count) - 1])
    }
}

/// A stretch of a text that is more than plain text.
public struct TextSpan: Hashable, Sendable {
    /// UTF-8 offsets.
    public var range: Range<Int>
    public var role: TextRole
    /// Where it leads; nil for nowhere.
    public var link: Hyperlink?

    public init(_ range: Range<Int>, _ role: TextRole, link: Hyperlink? = nil) {
        self.range = range
        self.role = role
        self.link = link
    }
}
