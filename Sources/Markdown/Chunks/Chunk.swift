/// A stretch of a text that is parsed and rendered by itself: a paragraph, an item of a list, a
/// heading, a block of code, or a part of one that is long.
struct Chunk: Hashable, Sendable {
    enum Kind: UInt8, Hashable, Sendable {
        case text, heading, list, table
        /// Goes on with the item of a list that became long.
        case itemRest
        /// Goes on with a table that became long.
        case tableRest
        /// A fence and what follows it.
        case code
        /// Goes on with code that became long.
        case codeRest
    }

    /// The UTF-8 offset at which it begins; it ends where the next one does.
    var start: Int
    /// Of code the offset of its fence, of a part of a table that of its header.
    var origin: Int32 = 0
    var kind: Kind
    /// Columns by which its lines are indented because of the item they belong to.
    var indent: UInt8 = 0
    /// How many parts of the same code or table come before it.
    var part: UInt16 = 0
    /// Whether blank lines follow its last line.
    var endsBlank = false
    /// Rows before it at the present layout, as far as they were counted.
    var firstRow: Int32 = 0
}
