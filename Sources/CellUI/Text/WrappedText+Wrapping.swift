/// Breaking lines.
extension WrappedText {
    /// Wraps again from the beginning of a line on. What a line holds depends only on the text
    /// from its beginning, so the lines before stay.
    mutating func rewrap(fromLine first: Int) {
        let start = lines[first].start
        lines.removeSubrange(first...)
        let width = width
        let policy = policy
        let lines = withGraphemes(of: Substring(text), from: start) { scanner in
            var wrapper = LineWrapper(width: width, start: start)
            while true {
                let word = scanner.nextWord()
                if !word.isEmpty {
                    wrapper.take(word: word)
                } else if let grapheme = scanner.next() {
                    wrapper.take(grapheme, in: scanner, policy: policy)
                } else {
                    break
                }
            }
            return wrapper.finish(at: scanner.position)
        }
        self.lines.append(contentsOf: lines)
    }
}

/// Greedy wrapping of one grapheme cluster after the other.
private struct LineWrapper {
    let width: Int
    /// Spaces at a break and characters without width could make a line endless, and appending
    /// to it slow; beyond this many bytes it ends.
    private let bytesAtMost: Int
    private var lines: [WrappedText.Line] = []
    private var start: Int
    /// Columns used on the present line, hanging spaces included.
    private var column = 0
    /// Where the line may be broken, if anywhere.
    private var opportunity: Opportunity?
    /// Where the trailing spaces begin that do not fit.
    private var hanging: Int?
    private var spacesStart: Int?
    private var previous = Kind.start

    private struct Opportunity {
        /// Where the visible part would end and the next line begin.
        var end: Int
        var next: Int
        /// The column at `next`.
        var column: Int
    }

    private enum Kind {
        case start, narrow, wide, opening, space
    }

    init(width: Int, start: Int) {
        self.width = width
        bytesAtMost = 256 + 16 * min(width, 1 << 20)
        self.start = start
    }

    /// Takes letters of one byte and one column: at once when they fit, which is the same as one
    /// by one.
    @inline(__always)
    mutating func take(word: Range<Int>) {
        guard column + word.count <= width, word.upperBound - start <= bytesAtMost else {
            for offset in word {
                limitBytes(at: offset)
                takeText(at: offset, columns: 1, kind: .narrow, mayBegin: previous == .wide)
            }
            return
        }
        takeText(
            at: word.lowerBound,
            columns: word.count,
            kind: .narrow,
            mayBegin: previous == .wide
        )
    }

    private mutating func limitBytes(at offset: Int) {
        guard offset - start > bytesAtMost else { return }
        endLine(at: hanging ?? offset, next: offset, column: 0)
    }

    @inline(__always)
    mutating func take(_ grapheme: Grapheme, in scanner: GraphemeScanner, policy: WidthPolicy) {
        limitBytes(at: grapheme.start)
        switch scanner.byte(at: grapheme.start) {
        case 0x0A:
            endParagraph(at: grapheme.start, next: grapheme.end)
        case 0x0D where scanner.byte(at: grapheme.start + 1) == 0x0A:
            // The line end proper follows as a cluster of its own, or as part of this one.
            if grapheme.end > grapheme.start + 1 {
                endParagraph(at: grapheme.start, next: grapheme.end)
            } else {
                hanging = hanging ?? grapheme.start
            }
        case 0x20 where grapheme.end == grapheme.start + 1: takeSpace(grapheme, columns: 1)
        case 0x09: takeSpace(grapheme, columns: 4)
        default:
            let columns = grapheme.width(in: scanner, policy: policy)
            let scalar = grapheme.scalar?.value ?? 0
            let kind: Kind =
                columns < 2 ? .narrow : LineBreaking.opens(scalar) ? .opening : .wide
            let mayBegin =
                (kind != .narrow || previous == .wide) && previous != .opening
                && !LineBreaking.closes(scalar)
            takeText(at: grapheme.start, columns: columns, kind: kind, mayBegin: mayBegin)
        }
    }

    @inline(__always)
    private mutating func takeText(
        at offset: Int,
        columns: Int,
        kind: Kind,
        mayBegin: Bool
    ) {
        if mayBegin, column > 0, previous != .space {
            opportunity = Opportunity(end: offset, next: offset, column: column)
        }
        if column + columns > width, columns > 0 || hanging != nil {
            makeRoom(columns, at: offset)
        }
        column += columns
        hanging = nil
        spacesStart = nil
        previous = kind
    }

    private mutating func takeSpace(_ grapheme: Grapheme, columns: Int) {
        let first = spacesStart ?? grapheme.start
        spacesStart = first
        column += columns
        if column > width, hanging == nil { hanging = grapheme.start }
        opportunity = Opportunity(
            end: min(first, hanging ?? first),
            next: grapheme.end,
            column: column
        )
        previous = .space
    }

    /// Breaks the line until a glyph of that many columns fits, or stands alone.
    private mutating func makeRoom(_ columns: Int, at offset: Int) {
        if let found = opportunity {
            endLine(at: found.end, next: found.next, column: column - found.column)
        }
        if column > 0, column + columns > width {
            endLine(at: offset, next: offset, column: 0)
        }
    }

    private mutating func endLine(at end: Int, next: Int, column: Int) {
        lines.append(WrappedText.Line(start: start, end: max(start, end)))
        start = next
        self.column = column
        opportunity = nil
        hanging = nil
        spacesStart = nil
    }

    private mutating func endParagraph(at offset: Int, next: Int) {
        endLine(at: hanging ?? offset, next: next, column: 0)
        previous = .start
    }

    mutating func finish(at end: Int) -> [WrappedText.Line] {
        lines.append(WrappedText.Line(start: start, end: max(start, hanging ?? end)))
        return lines
    }
}

/// Which wide punctuation may not begin or end a line.
private enum LineBreaking {
    static func closes(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3001, 0x3002, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x30FC: true
        case 0xFF01, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D: true
        default: false
        }
    }

    static func opens(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0xFF08, 0xFF3B, 0xFF5B: true
        default: false
        }
    }
}
