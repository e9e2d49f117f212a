/// What the beginning of a line tells: its indentation, and which block it would begin
/// (CommonMark 0.31, chapters 4 and 5).
struct LineShape {
    enum Mark: Equatable {
        case blank
        case other
        /// One to six number signs.
        case heading
        /// `length` times `byte`; what is behind them is the language.
        case fence(byte: UInt8, length: Int)
        /// - `content`: columns from the line's beginning to the item's text.
        case item(content: Int, interrupts: Bool, fence: UInt8?, fenceLength: Int)
    }

    /// Columns; a tab leads to the next multiple of four.
    var indent = 0
    var mark = Mark.other

    init(_ line: UnsafeBufferPointer<UInt8>.SubSequence) {
        var at = line.startIndex
        while at < line.endIndex, line[at] == 0x20 || line[at] == 0x09 {
            indent = line[at] == 0x20 ? indent + 1 : indent / 4 * 4 + 4
            at += 1
        }
        guard at < line.endIndex, !Self.isBlank(line[at...]) else {
            mark = .blank
            return
        }
        if let fence = Self.fence(line[at...]) {
            mark = .fence(byte: line[at], length: fence)
        } else if Self.isHeading(line[at...]) {
            mark = .heading
        } else {
            mark = Self.item(line[at...], indent: indent) ?? .other
        }
    }

    private typealias Line = UnsafeBufferPointer<UInt8>.SubSequence

    static func isBlank(_ line: UnsafeBufferPointer<UInt8>.SubSequence) -> Bool {
        line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }

    /// How many marks of a fence a line begins with; nil where it is no fence.
    private static func fence(_ line: Line) -> Int? {
        guard let byte = line.first, byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else {
            return nil
        }
        let length = line.prefix { $0 == byte }.count
        guard length >= 3 else { return nil }
        // ```` `a` ```` within a line is no fence.
        if byte == UInt8(ascii: "`"), line.dropFirst(length).contains(byte) { return nil }
        return length
    }

    private static func isHeading(_ line: Line) -> Bool {
        let signs = line.prefix(7, while: { $0 == UInt8(ascii: "#") }).count
        guard (1...6).contains(signs) else { return false }
        return line.dropFirst(signs).first.map { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } ?? true
    }

    private static func item(_ line: Line, indent: Int) -> Mark? {
        guard let first = line.first else { return nil }
        var length = 0
        var interrupts = true
        if [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(first) {
            length = 1
        } else {
            let digits = line.prefix(10, while: { (0x30...0x39).contains($0) })
            let mark = line.dropFirst(digits.count).first
            guard (1...9).contains(digits.count),
                mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
            else { return nil }
            length = digits.count + 1
            interrupts = digits.elementsEqual([UInt8(ascii: "1")])
        }
        let rest = line.dropFirst(length)
        guard let next = rest.first else {
            return .item(
                content: indent + length + 1,
                interrupts: false,
                fence: nil,
                fenceLength: 0
            )
        }
        guard next == 0x20 || next == 0x09 || next == 0x0D else { return nil }
        if isBlank(rest) {
            return .item(
                content: indent + length + 1,
                interrupts: false,
                fence: nil,
                fenceLength: 0
            )
        }
        let spaces = rest.prefix(5, while: { $0 == 0x20 }).count
        let content = indent + length + (spaces > 4 || spaces == 0 ? 1 : spaces)
        let text = rest.drop { $0 == 0x20 || $0 == 0x09 }
        let fence = Self.fence(text)
        return .item(
            content: content,
            interrupts: interrupts,
            fence: fence == nil ? nil : text.first,
            fenceLength: fence ?? 0
        )
    }

    /// Whether a line closes a fence.
    static func closes(
        _ line: UnsafeBufferPointer<UInt8>.SubSequence,
        _ byte: UInt8,
        _ length: Int
    ) -> Bool {
        let text = line.drop { $0 == 0x20 || $0 == 0x09 }
        let marks = text.prefix { $0 == byte }.count
        return marks >= length && isBlank(text.dropFirst(marks))
    }

    /// Whether a line is the one below a table's header: hyphens, colons and bars.
    static func isDelimiterRow(_ line: UnsafeBufferPointer<UInt8>.SubSequence) -> Bool {
        var hasHyphen = false
        var hasBar = false
        for byte in line {
            switch byte {
            case UInt8(ascii: "-"): hasHyphen = true
            case UInt8(ascii: "|"), UInt8(ascii: ":"): hasBar = true
            case 0x20, 0x09, 0x0D: break
            default: return false
            }
        }
        return hasHyphen && hasBar
    }
}

extension Collection {
    /// As `prefix(while:)`, of at most some elements.
    fileprivate func prefix(_ most: Int, while holds: (Element) -> Bool) -> SubSequence {
        prefix(most).prefix(while: holds)
    }
}
