extension PlanValueReader {
    /// As far beyond a closing quote is looked for what follows, no farther.
    private static let gapLimit = 512
    private static let keyLimit = 40

    /// What a quotation mark in a text is.
    private enum TextEnd {
        /// A part of the text.
        case none
        case whole
        /// The end of a literal that another one goes on with.
        case literal
    }

    /// The text as far as it is read.
    var text: String {
        var bytes = decoded[...]
        if isTrimmed {
            bytes = bytes.drop(while: \.isSpace)
            while let last = bytes.last, last.isSpace { bytes.removeLast() }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads on in a text; nil when it, or its literal, has come to its end.
    mutating func readText(in quote: Quote, _ bytes: [UInt8], _ end: Int) -> Progress? {
        while true {
            readPlainText(bytes, end)
            guard position < end else { return .needsMore }
            let byte = bytes[position]
            if byte == UInt8(ascii: "\\") {
                guard
                    let next = PlanLiteral.decodeEscape(
                        bytes,
                        at: position,
                        end: end,
                        isRaw: quote.isRaw,
                        into: &decoded
                    )
                else { return .needsMore }
                position = next
                continue
            }
            if byte == UInt8(ascii: "\n") {
                guard let progress = endsAtLine(bytes, end) else { return .needsMore }
                if progress { return .broken }
                if foldsLines {
                    foldLine(bytes, end)
                    continue
                }
            }
            let mark = PlanMark(in: bytes, at: position, end: end)
            var length = mark.length
            if mark.sign == quote.sign {
                guard let closing = closingLength(of: quote, mark, bytes, end) else {
                    return .needsMore
                }
                switch closing > 0 ? textEnd(bytes, at: position + closing, end) : TextEnd.none {
                case nil: return .needsMore
                case .whole?
                where !mark.isTypographic || quote.isTypographic || !isInside:
                    position += closing
                    return finishText()
                case .literal?:
                    position += closing
                    isInside = false
                    scalar = .joined
                    return nil
                case .whole?, TextEnd.none?:
                    if !isApostrophe(mark, bytes, end) { isInside.toggle() }
                }
                // One mark of three may be the first of those that end it.
                if quote.isTriple { length = 1 }
            }
            decoded += bytes[position..<position + length]
            position += length
        }
    }

    private mutating func readPlainText(_ bytes: [UInt8], _ end: Int) {
        var next = position
        while next < end, bytes[next].isPlainText { next += 1 }
        guard next > position else { return }
        decoded += bytes[position..<next]
        position = next
    }

    private mutating func finishText() -> Progress? {
        let text = text
        decoded.removeAll(keepingCapacity: true)
        scalar = .none
        isInside = false
        isTrimmed = false
        return finish(.text(text))
    }

    /// Whether the quote was opened and forgotten: another list begins on the next line, or an
    /// entry of a block ends. Nil when that has not arrived.
    private func endsAtLine(_ bytes: [UInt8], _ end: Int) -> Bool? {
        if case .entry(let indent) = form, foldsLines {
            let next = lineStart(bytes, end)
            guard next < end else { return nil }
            let line = bytes[position..<next].lastIndex(of: UInt8(ascii: "\n")) ?? position
            if next - line - 1 <= indent { return true }
        }
        switch PlanLabelScanner(bytes: bytes, end: end).label(onLineAt: position + 1) {
        case .needsMore: return nil
        case .found: return true
        case .none, .mentioned: return false
        }
    }

    /// Whether a text goes on over lines as if they were one, as YAML's do.
    private var foldsLines: Bool {
        if case .entry = form { containers.isEmpty } else { false }
    }

    /// Where the text goes on after the line break at the position.
    private func lineStart(_ bytes: [UInt8], _ end: Int) -> Int {
        var next = position
        let limit = min(end, position + Self.gapLimit)
        while next < limit, bytes[next].isSpace { next += 1 }
        return next
    }

    private mutating func foldLine(_ bytes: [UInt8], _ end: Int) {
        if decoded.last?.isSpace == false { decoded.append(UInt8(ascii: " ")) }
        position = lineStart(bytes, end)
    }

    /// How long the closing marks at the position are; 0 if they are too few.
    private func closingLength(
        of quote: Quote,
        _ mark: PlanMark,
        _ bytes: [UInt8],
        _ end: Int
    ) -> Int? {
        guard quote.isTriple else { return mark.length }
        for offset in 1...3 {
            guard position + offset < end else { return nil }
            let isMark = bytes[position + offset] == quote.sign
            // A fourth one belongs to the text, and the last three end it.
            if isMark == (offset == 3) { return 0 }
        }
        return 3
    }

    /// Whether the mark stands between letters, as in "don't".
    private func isApostrophe(_ mark: PlanMark, _ bytes: [UInt8], _ end: Int) -> Bool {
        let next = position + mark.length
        guard mark.sign == UInt8(ascii: "'"), position > start, next < end else { return false }
        func isLetter(_ byte: UInt8) -> Bool { byte.isLetter || byte >= 0x80 }
        return isLetter(bytes[position - 1]) && isLetter(bytes[next])
    }

    // MARK: What follows

    /// What the mark before `start` is, by what stands there; nil when that has not arrived.
    private func textEnd(_ bytes: [UInt8], at start: Int, _ end: Int) -> TextEnd? {
        guard let container = containers.last else {
            guard case .entry = form else { return .whole }
            var gap = PlanGap(at: start)
            switch gap.skip(bytes, end, stopsAtLineBreak: true) {
            case .needsMore: return nil
            case .lineBreak where gap.sawComment && !canBeComment(bytes, at: start):
                return TextEnd.none
            case .lineBreak: return .whole
            case .mark: return TextEnd.none
            }
        }
        guard container.kind != .series else { return .whole }
        var gap = PlanGap(at: start)
        guard let (mark, place) = next(bytes, &gap, end) else { return nil }
        if gap.sawComment, !canBeComment(bytes, at: start) { return TextEnd.none }
        let closer: UInt8 =
            switch container.kind {
            case .round: UInt8(ascii: ")")
            case .object where container.expectsKey: UInt8(ascii: ":")
            case .object: UInt8(ascii: "}")
            case .square, .series: UInt8(ascii: "]")
            }
        if mark.sign == closer { return .whole }
        if container.expectsKey { return mark.sign == UInt8(ascii: "=") ? .whole : TextEnd.none }
        if mark.sign == UInt8(ascii: ",") {
            guard let follows = canFollowComma(bytes, at: place + mark.length, end) else {
                return nil
            }
            return follows ? .whole : TextEnd.none
        }
        // Of what is no clear end, only what is outside of a quotation is taken for one.
        guard !isInside else { return TextEnd.none }
        if container.kind == .object {
            guard let isKey = isKey(bytes, at: place, end) else { return nil }
            if isKey { return .whole }
        }
        var literal = place
        if mark.sign == UInt8(ascii: "+") {
            var gap = PlanGap(at: place + mark.length)
            guard let (_, after) = next(bytes, &gap, end) else { return nil }
            literal = after
        } else if place == start {
            return TextEnd.none
        }
        switch PlanLiteral.opening(bytes, at: literal, end) {
        case .needsMore: return nil
        case .found: return .literal
        case .none: return TextEnd.none
        }
    }

    /// Behind a closing quote a comment stands apart: `"C"# and` is more likely prose.
    private func canBeComment(_ bytes: [UInt8], at start: Int) -> Bool {
        !isInside && bytes[start].isSpace
    }

    func canFollowComma(_ bytes: [UInt8], at start: Int, _ end: Int) -> Bool? {
        var gap = PlanGap(at: start)
        guard let container = containers.last, let (mark, place) = next(bytes, &gap, end) else {
            return nil
        }
        if container.kind == .object {
            return mark.sign == UInt8(ascii: "}") ? true : isKey(bytes, at: place, end)
        }
        if mark.isQuote || mark.sign.isOne(of: "[](){}0123456789") { return true }
        switch PlanLiteral.opening(bytes, at: place, end) {
        case .needsMore: return nil
        case .found: return true
        case .none: break
        }
        switch unquoted {
        case .nothing: return false
        case .sentences: return true
        case .words:
            guard mark.sign.isLetter else { return false }
            gap = PlanGap(at: wordEnd(bytes, from: place, end))
            guard let (after, _) = next(bytes, &gap, end) else { return nil }
            return after.sign.isOne(of: ",])")
        }
    }

    /// The first mark behind blanks and comments, and its place; nil when it has not arrived. Where
    /// too much stands between, it is no mark.
    private func next(_ bytes: [UInt8], _ gap: inout PlanGap, _ end: Int) -> (PlanMark, Int)? {
        let limit = min(end, gap.position + Self.gapLimit)
        if case .mark(let mark) = gap.skip(bytes, limit) { return (mark, gap.position) }
        return limit < end ? (PlanMark(in: [0], at: 0, end: 1), limit) : nil
    }

    /// Whether a field's name and its colon stand at `start`; nil when they have not arrived.
    func isKey(_ bytes: [UInt8], at start: Int, _ end: Int) -> Bool? {
        var position = start
        var sawLetter = false
        while position < end, position - start < Self.keyLimit {
            let mark = PlanMark(in: bytes, at: position, end: end)
            if mark.sign == UInt8(ascii: ":") { return sawLetter }
            sawLetter = sawLetter || mark.sign.isWordByte
            let isPart = mark.sign.isWordByte || mark.isQuote || mark.sign.isOne(of: "-\\ ")
            guard isPart else { return false }
            position += mark.length
        }
        return position < end ? false : nil
    }

    /// Goes on after a literal that has ended, with a plus or the next one.
    mutating func goOn(with mark: PlanMark, _ bytes: [UInt8], _ end: Int) -> Progress? {
        if mark.sign == UInt8(ascii: "+") {
            position += mark.length
            return nil
        }
        switch PlanLiteral.opening(bytes, at: position, end) {
        case .needsMore: return .needsMore
        case .none: return .broken
        case .found(let quote, let length):
            scalar = .quoted(quote)
            position += length
            return nil
        }
    }
}
