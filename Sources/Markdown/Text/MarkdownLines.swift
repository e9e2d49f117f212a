/// Lines of Markdown as they were written, with what can be told of each as it comes: code between
/// fences, headings, marks of lists, code and strong words within a line. Nothing is taken away.
public struct MarkdownLines: Sendable {
    private var fence: (byte: UInt8, length: Int)?
    private var tokenizer: Tokenizer?

    public init() {}

    /// Takes the next line, without its end.
    public mutating func take(_ line: String) -> RenderedRow {
        var text = InlineText(unmarked: line)
        line.utf8.withContiguousStorageIfAvailable { mark($0[...], in: &text) }
        return RenderedRow(text: text.text[...], spans: text.spans)
    }

    private mutating func mark(
        _ line: UnsafeBufferPointer<UInt8>.SubSequence,
        in text: inout InlineText
    ) {
        let whole = 0..<line.count
        if let fence {
            if LineShape.closes(line, fence.byte, fence.length) {
                self.fence = nil
                tokenizer = nil
                text.mark(whole, TextRole(.frame))
            } else {
                text = InlineText(code: text.text, &tokenizer)
            }
            return
        }
        switch LineShape(line).mark {
        case .fence(let byte, let length):
            fence = (byte, length)
            let info = line.drop { $0 == 0x20 || $0 == 0x09 }.dropFirst(length)
            tokenizer = Language.named(String(decoding: info, as: UTF8.self)).map(Tokenizer.init)
            text.mark(whole, TextRole(.frame))
        case .heading:
            let signs = line.drop { $0 == 0x20 }.prefix { $0 == UInt8(ascii: "#") }.count
            text.mark(whole, .heading(signs))
        case .item: markInline(line, from: markItem(line, in: &text), in: &text)
        case .blank: break
        case .other: markInline(line, from: 0, in: &text)
        }
    }

    /// The bullet or the number; returns where it ends.
    private func markItem(
        _ line: UnsafeBufferPointer<UInt8>.SubSequence,
        in text: inout InlineText
    ) -> Int {
        let start = line.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? 0
        let end = line[start...].firstIndex { $0 == 0x20 || $0 == 0x09 } ?? line.endIndex
        text.mark(start..<end, TextRole(.listMark))
        return end
    }

    private func markInline(
        _ line: UnsafeBufferPointer<UInt8>.SubSequence,
        from start: Int,
        in text: inout InlineText
    ) {
        var at = start
        // Where none follows none is looked for again: a line may be long.
        var (mayCode, mayStrong) = (true, true)
        while at < line.endIndex {
            if mayCode, line[at] == UInt8(ascii: "`") {
                if let end = line[(at + 1)...].firstIndex(of: UInt8(ascii: "`")) {
                    text.mark(at..<end + 1, TextRole(.code))
                    at = end + 1
                    continue
                }
                mayCode = false
            } else if mayStrong, Self.isStrong(line, at) {
                var end = at + 3
                while end < line.endIndex, !Self.isPair(line, end) { end += 1 }
                if end < line.endIndex {
                    text.mark(at..<end + 2, TextRole(.text, .strong))
                    at = end + 2
                    continue
                }
                mayStrong = false
            }
            at += 1
        }
    }

    private static func isPair(
        _ line: UnsafeBufferPointer<UInt8>.SubSequence,
        _ at: Int
    ) -> Bool {
        at + 1 < line.endIndex && line[at] == UInt8(ascii: "*") && line[at + 1] == UInt8(ascii: "*")
    }

    private static func isStrong(
        _ line: UnsafeBufferPointer<UInt8>.SubSequence,
        _ at: Int
    ) -> Bool {
        isPair(line, at) && at + 2 < line.endIndex && line[at + 2] != UInt8(ascii: "*")
            && line[at + 2] != 0x20
    }
}
