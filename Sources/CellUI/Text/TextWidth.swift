/// How the width of text is decided where terminals differ.
public struct WidthPolicy: Hashable, Sendable {
    /// East Asian Ambiguous characters take two columns, as in terminals set up for CJK.
    public var ambiguousIsWide: Bool
    /// A symbol with variation selector 16 (emoji presentation) takes two columns.
    public var emojiPresentationIsWide: Bool

    public init(ambiguousIsWide: Bool = false, emojiPresentationIsWide: Bool = true) {
        self.ambiguousIsWide = ambiguousIsWide
        self.emojiPresentationIsWide = emojiPresentationIsWide
    }

    public static let standard = WidthPolicy()
}

/// The columns a character takes when `CellBuffer` writes it. Characters that are shown as marks
/// (see `visible(_:keepingNewlines:)`) count as their marks; a tab counts four.
public func displayWidth(of character: Character, policy: WidthPolicy = .standard) -> Int {
    displayWidth(of: String(character), policy: policy)
}

/// The columns a text takes on one line when `CellBuffer` writes it.
public func displayWidth(
    of text: some StringProtocol,
    policy: WidthPolicy = .standard
) -> Int {
    withGraphemes(of: Substring(text)) { scanner in
        var width = 0
        while let grapheme = scanner.next() {
            width += grapheme.width(in: scanner, policy: policy)
        }
        return width
    }
}

/// The text if it fits, else its beginning with an ellipsis, together at most `columns` wide.
public func truncated(
    _ text: some StringProtocol,
    to columns: Int,
    ellipsis: String = "…",
    policy: WidthPolicy = .standard
) -> String {
    let text = Substring(text)
    guard columns > 0 else { return "" }
    let ellipsisWidth = displayWidth(of: ellipsis, policy: policy)
    let ellipsis = ellipsisWidth <= columns ? ellipsis : ""
    let room = columns - (ellipsis.isEmpty ? 0 : ellipsisWidth)
    let (fits, cut) = withGraphemes(of: text) { scanner -> (Bool, Int) in
        var width = 0
        var cut = 0
        while let grapheme = scanner.next() {
            width += grapheme.width(in: scanner, policy: policy)
            if width <= room { cut = grapheme.end }
            if width > columns { return (false, cut) }
        }
        return (true, cut)
    }
    guard !fits else { return String(text) }
    let utf8 = text.utf8
    return String(text[..<utf8.index(utf8.startIndex, offsetBy: cut)]) + ellipsis
}

extension Unicode.Scalar {
    /// 0, 1 or 2 columns, for a scalar on its own that is no control.
    func columns(policy: WidthPolicy) -> Int {
        if value < 0x300 {
            return value == 0xAD || !policy.ambiguousIsWide
                ? 1 : (WidthTables.contains(value, in: WidthTables.ambiguous) ? 2 : 1)
        }
        if isPlainlyWide { return 2 }
        if WidthTables.contains(value, in: WidthTables.zero) { return 0 }
        if WidthTables.contains(value, in: WidthTables.wide) { return 2 }
        if policy.ambiguousIsWide, WidthTables.contains(value, in: WidthTables.ambiguous) {
            return 2
        }
        return 1
    }

    /// The bulk of CJK text, told without a search.
    private var isPlainlyWide: Bool {
        (0x4E00...0x9FFF).contains(value) || (0x3041...0x3096).contains(value)
            || (0xAC00...0xD7A3).contains(value)
    }

    var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }
    var isEmojiModifier: Bool { (0x1F3FB...0x1F3FF).contains(value) }
    /// The invisible characters that spell flags of regions, and can smuggle text.
    var isTag: Bool { (0xE0000...0xE007F).contains(value) }
}

extension WidthTables {
    /// Binary search in a flat table of ranges.
    static func contains(_ value: UInt32, in table: [UInt32]) -> Bool {
        var low = 0
        var high = table.count / 2
        while low < high {
            let middle = (low + high) / 2
            if value < table[2 * middle] {
                high = middle
            } else if value > table[2 * middle + 1] {
                low = middle + 1
            } else {
                return true
            }
        }
        return false
    }
}
