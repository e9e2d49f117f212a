/// Formulas in TeX, which models write between `\(` and `\)`, `\[` and `\]`, `$$` or `$`.
///
/// CommonMark knows none: it would take the backslashes away and make emphasis of stars. Within a formula
/// each mark is escaped before the text is parsed, so that the formula is shown as it was written.
enum MathText {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    private static let backslash = UInt8(ascii: "\\")
    private static let dollar = UInt8(ascii: "$")
    private static let backtick = UInt8(ascii: "`")

    /// The text with its formulas escaped; nil where it has none.
    static func escaped(_ source: Bytes) -> [UInt8]? {
        guard source.contains(backslash) || source.contains(dollar) else { return nil }
        var result: [UInt8] = []
        var copied = 0
        var at = 0
        let isList = beginsList(source)
        while at < source.count {
            if let end = codeLineEnd(source, at, isIndented: isList) {
                at = end
            } else if source[at] == backtick {
                at = codeEnd(source, at)
            } else if let end = formulaEnd(source, at) {
                result += source[copied..<at]
                for byte in source[at..<end] {
                    if isMark(byte) { result.append(backslash) }
                    result.append(byte)
                }
                at = end
                copied = end
            } else {
                // What is escaped already is no beginning.
                at += source[at] == backslash ? 2 : 1
            }
        }
        guard copied > 0 else { return nil }
        return result + source[copied...]
    }

    /// What ends the formula that a line begins with, where that is not in the line itself.
    static func openFormula(_ line: Bytes.SubSequence) -> [UInt8]? {
        let text = line.drop { $0 == 0x20 || $0 == 0x09 }
        for (open, close) in [("\\[", "\\]"), ("$$", "$$")]
        where text.starts(with: open.utf8) {
            let end = Array(close.utf8)
            return contains(text.dropFirst(2), end) ? nil : end
        }
        return nil
    }

    static func contains(_ line: Bytes.SubSequence, _ pair: [UInt8]) -> Bool {
        zip(line, line.dropFirst()).contains { $0 == pair[0] && $1 == pair[1] }
    }

    /// ASCII punctuation, but for what parts the cells of a table.
    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "|"): false
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    /// Whether it begins with an item of a list, whose lines are indented without being code.
    private static func beginsList(_ source: Bytes) -> Bool {
        if case .item = LineShape(source[...].prefix { $0 != 0x0A }).mark { true } else { false }
    }

    /// Behind a line that is code by its indentation, or behind code between tildes; nil elsewhere.
    ///
    /// - Parameter isIndented: whether all lines are, so that this makes none of them code.
    private static func codeLineEnd(_ source: Bytes, _ start: Int, isIndented: Bool) -> Int? {
        guard start == 0 || source[start - 1] == 0x0A else { return nil }
        let line = source[start...].prefix { $0 != 0x0A }
        let shape = LineShape(line)
        if !isIndented, shape.indent >= 4 { return line.endIndex }
        guard case .fence(UInt8(ascii: "~"), let length) = shape.mark else { return nil }
        var at = line.endIndex
        while at < source.count {
            let next = source[(at + 1)...].prefix { $0 != 0x0A }
            at = next.endIndex
            if LineShape.closes(next, UInt8(ascii: "~"), length) { return at }
        }
        return source.count
    }

    /// Behind code that begins with backticks; the end where it is not closed.
    private static func codeEnd(_ source: Bytes, _ start: Int) -> Int {
        var at = start
        var length = 0
        while at < source.count, source[at] == backtick { (at, length) = (at + 1, length + 1) }
        var run = 0
        while at < source.count {
            run = source[at] == backtick ? run + 1 : 0
            at += 1
            let isOver = at == source.count || source[at] != backtick
            if run == length, isOver { return at }
        }
        return source.count
    }

    /// Behind the formula that begins at an offset; nil where none does.
    private static func formulaEnd(_ source: Bytes, _ start: Int) -> Int? {
        guard start + 1 < source.count else { return nil }
        switch (source[start], source[start + 1]) {
        case (backslash, UInt8(ascii: "(")): return end(source, start, backslash, UInt8(ascii: ")"))
        case (backslash, UInt8(ascii: "[")): return end(source, start, backslash, UInt8(ascii: "]"))
        case (dollar, dollar): return end(source, start, dollar, dollar)
        case (dollar, _): return lineEnd(source, start)
        default: return nil
        }
    }

    private static func end(_ source: Bytes, _ start: Int, _ first: UInt8, _ second: UInt8) -> Int?
    {
        var at = start + 2
        while at + 1 < source.count {
            if source[at] == first, source[at + 1] == second { return at + 2 }
            at += first == dollar && source[at] == backslash ? 2 : 1
        }
        return nil
    }

    /// The same of a formula in a line between single dollars. No blank is within them, and no digit
    /// behind: those are prices.
    private static func lineEnd(_ source: Bytes, _ start: Int) -> Int? {
        guard !isBlank(source[start + 1]) else { return nil }
        var at = start + 1
        while at < source.count, source[at] != 0x0A {
            if source[at] == dollar {
                let isPrice = at + 1 < source.count && (0x30...0x39).contains(source[at + 1])
                return isBlank(source[at - 1]) || isPrice ? nil : at + 1
            }
            at += source[at] == backslash ? 2 : 1
        }
        return nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A
    }
}
