/// Markup, and differences of files.
extension Tokenizer {
    mutating func takeMarkup(_ line: Line, _ emit: (Range<Int>, TextRole.Kind) -> Void) {
        var at = line.startIndex
        while at < line.endIndex {
            switch state {
            case .comment: at = takeComment(line, from: at, emit)
            case .tag, .quote: at = takeTag(line, from: at, emit)
            case .code:
                guard let open = line[at...].firstIndex(of: UInt8(ascii: "<")) else { return }
                at = open
                if line[open...].starts(with: Array("<!--".utf8)) {
                    state = .comment
                } else {
                    var end = open + 1
                    while end < line.endIndex, Self.isTagName(line[end]) { end += 1 }
                    if end > open + 1 {
                        emit(open..<end, .keyword)
                        state = .tag
                    }
                    at = end
                }
            }
        }
    }

    private mutating func takeComment(
        _ line: Line,
        from start: Int,
        _ emit: (Range<Int>, TextRole.Kind) -> Void
    ) -> Int {
        let close = Array("-->".utf8)
        var at = start
        while at < line.endIndex, !line[at...].starts(with: close) { at += 1 }
        let end = min(line.endIndex, at + close.count)
        if at < line.endIndex { state = .code }
        emit(start..<end, .comment)
        return end
    }

    private mutating func takeTag(
        _ line: Line,
        from start: Int,
        _ emit: (Range<Int>, TextRole.Kind) -> Void
    ) -> Int {
        let byte = line[start]
        if byte == UInt8(ascii: ">") {
            emit(start..<start + 1, .keyword)
            state = .code
            return start + 1
        }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            let rest = line[(start + 1)...]
            let end = rest.firstIndex(of: byte).map { $0 + 1 } ?? line.endIndex
            emit(start..<end, .string)
            return end
        }
        var end = start
        while end < line.endIndex, Self.isTagName(line[end]), line[end] != UInt8(ascii: "/") {
            end += 1
        }
        guard end > start else {
            if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") {
                emit(start..<start + 1, .keyword)
            }
            return start + 1
        }
        emit(start..<end, .attribute)
        return end
    }

    private static func isTagName(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte >= 0x80
            || [0x2D, 0x2F, 0x3A, 0x3F, 0x21, 0x2E, 0x5F].contains(byte)
    }

    static func takeDiff(_ line: Line, _ emit: (Range<Int>, TextRole.Kind) -> Void) {
        guard let first = line.first else { return }
        let whole = line.startIndex..<line.endIndex
        let isHead = line.starts(with: Array("+++".utf8)) || line.starts(with: Array("---".utf8))
        switch first {
        case _ where isHead: emit(whole, .attribute)
        case UInt8(ascii: "+"), UInt8(ascii: ">"): emit(whole, .added)
        case UInt8(ascii: "-"), UInt8(ascii: "<"): emit(whole, .removed)
        case UInt8(ascii: "@"): emit(whole, .hunk)
        case _
        where line.starts(with: Array("diff ".utf8)) || line.starts(with: Array("index ".utf8)):
            emit(whole, .comment)
        default: break
        }
    }
}
