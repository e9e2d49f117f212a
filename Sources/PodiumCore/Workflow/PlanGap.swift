/// Passes over what may stand between the parts of a value: blanks, line breaks and comments.
struct PlanGap: Hashable, Sendable {
    enum Comment: Hashable, Sendable {
        /// From `#` or `//` to the end of its line.
        case line
        /// From `/*` to `*/`.
        case block
    }

    enum End: Hashable {
        case mark(PlanMark)
        case lineBreak
        /// The bytes end within the gap.
        case needsMore
    }

    var position: Int
    /// The comment that is being passed over.
    var comment: Comment?
    private(set) var sawComment = false

    init(at position: Int, within comment: Comment? = nil) {
        self.position = position
        self.comment = comment
    }

    /// - Parameter stopsAtLineBreak: whether a line break ends the gap.
    mutating func skip(_ bytes: [UInt8], _ end: Int, stopsAtLineBreak: Bool = false) -> End {
        while position < end {
            guard comment == nil else {
                sawComment = true
                skipComment(bytes, end)
                continue
            }
            let mark = PlanMark(in: bytes, at: position, end: end)
            if mark.isSpace {
                if stopsAtLineBreak, mark.sign == UInt8(ascii: "\n") { return .lineBreak }
                position += mark.length
                continue
            }
            guard mark.sign.isOne(of: "#/\\") else { return .mark(mark) }
            if mark.sign == UInt8(ascii: "#") {
                comment = .line
                position += mark.length
                continue
            }
            guard position + 1 < end else { return .needsMore }
            switch (mark.sign, bytes[position + 1]) {
            case (UInt8(ascii: "/"), UInt8(ascii: "/")): comment = .line
            case (UInt8(ascii: "/"), UInt8(ascii: "*")): comment = .block
            // Python's line that goes on.
            case (UInt8(ascii: "\\"), UInt8(ascii: "\n")): break
            default: return .mark(mark)
            }
            position += 2
        }
        return .needsMore
    }

    private mutating func skipComment(_ bytes: [UInt8], _ end: Int) {
        let isLine = comment == .line
        let sign = UInt8(ascii: isLine ? "\n" : "/")
        while position < end {
            defer { position += 1 }
            guard bytes[position] == sign else { continue }
            if isLine {
                comment = nil
                // The line break itself is no part of the comment.
                position -= 1
                return
            }
            if bytes[position - 1] == UInt8(ascii: "*") {
                comment = nil
                return
            }
        }
    }
}
