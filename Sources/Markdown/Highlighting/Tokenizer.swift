/// Tells keywords, texts, numbers and comments of code apart, a line after the other.
///
/// What goes over lines, a comment or a long text, is the state; everything else begins anew with each
/// line. It is wrong about what only a parser can know, and hides nothing.
struct Tokenizer: Sendable {
    typealias Line = UnsafeBufferPointer<UInt8>.SubSequence

    /// What is open at the end of a line.
    enum State: Equatable, Sendable {
        case code
        case comment
        /// The number of the quote in the language's table.
        case quote(Int)
        /// Within the angle brackets of markup.
        case tag
    }

    let language: Language
    var state = State.code

    init(_ language: Language) {
        self.language = language
    }

    /// Gives the pieces of a line that are more than plain code, in order.
    mutating func take(_ line: Line, _ emit: (Range<Int>, TextRole.Kind) -> Void) {
        switch language.grammar {
        case .code: takeCode(line, emit)
        case .markup: takeMarkup(line, emit)
        case .diff: Self.takeDiff(line, emit)
        }
    }

    // MARK: Code

    private mutating func takeCode(_ line: Line, _ emit: (Range<Int>, TextRole.Kind) -> Void) {
        var at = goOn(line, emit)
        while at < line.endIndex {
            let byte = line[at]
            if byte == 0x20 || byte == 0x09 {
                at += 1
            } else if startsLineComment(line, at) {
                emit(at..<line.endIndex, .comment)
                return
            } else if let comment = language.blockComment, line[at...].starts(with: comment.open) {
                at = takeUntil(
                    comment.close,
                    line,
                    from: at,
                    behind: comment.open.count,
                    .comment,
                    .comment,
                    emit
                )
            } else if let quote = quote(line, at) {
                at = takeQuote(quote, line, at, emit)
            } else if (0x30...0x39).contains(byte) {
                let end = Self.numberEnd(line, at)
                emit(at..<end, .number)
                at = end
            } else if isNameStart(byte) || language.sigils.contains(byte) {
                at = takeName(line, at, emit)
            } else {
                at += 1
            }
        }
    }

    /// Ends what the lines before have left open; returns where code goes on.
    private mutating func goOn(_ line: Line, _ emit: (Range<Int>, TextRole.Kind) -> Void) -> Int {
        let start = line.startIndex
        switch state {
        case .code, .tag: return start
        case .comment:
            guard let close = language.blockComment?.close else { return start }
            return takeUntil(close, line, from: start, behind: 0, .comment, .comment, emit)
        case .quote(let number):
            let quote = language.quotes[number]
            return takeText(of: quote, number, line, from: start, behind: start, emit)
        }
    }

    private mutating func takeUntil(
        _ close: [UInt8],
        _ line: Line,
        from start: Int,
        behind skipped: Int,
        _ kind: TextRole.Kind,
        _ open: State,
        _ emit: (Range<Int>, TextRole.Kind) -> Void
    ) -> Int {
        var at = start + skipped
        while at < line.endIndex {
            if line[at] == close[0], line[at...].starts(with: close) {
                emit(start..<at + close.count, kind)
                state = .code
                return at + close.count
            }
            at += 1
        }
        emit(start..<line.endIndex, kind)
        state = open
        return line.endIndex
    }

    private func startsLineComment(_ line: Line, _ at: Int) -> Bool {
        language.lineComments.contains { comment in
            guard line[at] == comment[0], line[at...].starts(with: comment) else { return false }
            // In a shell, YAML and the like only what stands alone: not `$#` or `a#b`.
            return comment.count > 1 || at == line.startIndex || line[at - 1] == 0x20
                || line[at - 1] == 0x09
        }
    }

    private func quote(_ line: Line, _ at: Int) -> Int? {
        language.quotes.firstIndex { line[at] == $0.open[0] && line[at...].starts(with: $0.open) }
    }

    private mutating func takeQuote(
        _ number: Int,
        _ line: Line,
        _ at: Int,
        _ emit: (Range<Int>, TextRole.Kind) -> Void
    ) -> Int {
        let quote = language.quotes[number]
        let behind = at + quote.open.count
        guard let mark = language.keyMark else {
            return takeText(of: quote, number, line, from: at, behind: behind, emit)
        }
        // A text that a mark follows is a key.
        var range = at..<at
        let end = takeText(of: quote, number, line, from: at, behind: behind) { whole, _ in
            range = whole
        }
        let next = line[end...].first { $0 != 0x20 }
        emit(range, next == mark && state == .code ? .attribute : .string)
        return end
    }

    /// Takes the rest of a text in quotes. One of a single line ends with it.
    private mutating func takeText(
        of quote: Language.Quote,
        _ number: Int,
        _ line: Line,
        from start: Int,
        behind text: Int,
        _ emit: (Range<Int>, TextRole.Kind) -> Void
    ) -> Int {
        var at = text
        state = .code
        while at < line.endIndex {
            if quote.escapes, line[at] == UInt8(ascii: "\\") {
                at += 2
            } else if line[at] == quote.close[0], line[at...].starts(with: quote.close) {
                emit(start..<at + quote.close.count, .string)
                return at + quote.close.count
            } else {
                at += 1
            }
        }
        if quote.isLong { state = .quote(number) }
        emit(start..<line.endIndex, .string)
        return line.endIndex
    }

    private static func numberEnd(_ line: Line, _ start: Int) -> Int {
        var at = start
        while at < line.endIndex {
            let byte = line[at]
            let isPart =
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
                || byte == UInt8(ascii: "_")
            // A point belongs to it where a digit follows: `1..<3`, `2.abs`.
            let isPoint =
                byte == UInt8(ascii: ".") && at + 1 < line.endIndex
                && (0x30...0x39).contains(line[at + 1])
            guard isPart || isPoint else { break }
            at += 1
        }
        return at
    }

    // MARK: Names

    private func isNameStart(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte >= 0x80
    }

    private func isName(_ byte: UInt8) -> Bool {
        isNameStart(byte) || (0x30...0x39).contains(byte) || language.nameBytes.contains(byte)
    }

    private mutating func takeName(
        _ line: Line,
        _ start: Int,
        _ emit: (Range<Int>, TextRole.Kind) -> Void
    ) -> Int {
        let hasSigil = language.sigils.contains(line[start])
        var end = start + 1
        while end < line.endIndex, isName(line[end]) { end += 1 }
        if hasSigil {
            if end > start + 1 { emit(start..<end, .attribute) }
            return end
        }
        let next = line[end...].first { $0 != 0x20 }
        let isKey = language.keyMark != nil && next == language.keyMark
        if let kind = kind(of: line[start..<end], next: next, touches: end) {
            emit(start..<end, isKey ? .attribute : kind)
        } else if isKey {
            emit(start..<end, .attribute)
        }
        return end
    }

    private func kind(of name: Line, next: UInt8?, touches end: Int) -> TextRole.Kind? {
        // No keyword is longer, and each name is made a text to be looked up.
        if name.count <= 24 {
            var word = String(decoding: name, as: UTF8.self)
            if language.ignoresCase { word = word.lowercased() }
            if language.keywords.contains(word) { return .keyword }
            if language.types.contains(word) { return .type }
        }
        if language.capitalsAreTypes, let first = name.first, (0x41...0x5A).contains(first) {
            return .type
        }
        return language.namesFunctions && next == UInt8(ascii: "(") ? .function : nil
    }
}
