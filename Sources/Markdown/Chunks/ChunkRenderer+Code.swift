/// Code between fences, which no parser has to see.
extension ChunkRenderer {
    /// Where a long block is highlighted anew, as if it began there: so many chunks.
    private static let partsInOneGo: UInt16 = 16

    func code(_ chunk: Chunk, _ source: Bytes) -> ChunkBuilder {
        let origin = Int(chunk.origin)
        let opening = line(at: origin)
        let fence = Fence(opening)
        var frame = CodeFrame(title: fence.info)
        frame.hasTop = chunk.kind == .code
        var lines = source[...].split(separator: 0x0A, omittingEmptySubsequences: false)[...]
        if frame.hasTop { lines.removeFirst() }
        // What is behind the last line end.
        if let last = lines.last, last.isEmpty { lines.removeLast() }
        frame.isClosed = false
        let closes = { (line: UnsafeBufferPointer<UInt8>.SubSequence) in
            LineShape.closes(line, fence.mark, fence.length)
                && LineShape(line).indent <= Int(chunk.indent) + 3
        }
        if let close = lines.lastIndex(where: closes),
            lines[(close + 1)...].allSatisfy(LineShape.isBlank)
        {
            frame.isClosed = true
            lines = lines[..<close]
        }
        frame.isEmpty = lines.isEmpty
        var tokenizer = Language.named(fence.info).map(Tokenizer.init)
        goOn(with: &tokenizer, until: chunk)
        let indent = fence.indent
        let text = lines.map { String(decoding: Self.dropBlanks($0, indent), as: UTF8.self) }
            .joined(separator: "\n")
        var builder = ChunkBuilder(layout)
        let prefix: RenderedChunk.Prefix =
            chunk.indent > 0
            ? [
                RenderedRow.Piece(
                    String(repeating: " ", count: min(Int(chunk.indent), layout.width / 2)),
                    .text
                )
            ] : []
        builder.add(text, frame, &tokenizer, first: prefix, rest: prefix)
        return builder
    }

    private struct Fence {
        var mark: UInt8 = 0
        var length = 0
        var indent = 0
        var info = ""

        init(_ line: UnsafeBufferPointer<UInt8>.SubSequence) {
            // The mark of an item may stand before it.
            guard let start = line.firstIndex(where: { $0 == 0x60 || $0 == 0x7E }) else { return }
            mark = line[start]
            length = line[start...].prefix { $0 == mark }.count
            indent = start - line.startIndex
            var rest = line[(start + length)...]
            while let last = rest.last, last == 0x20 || last == 0x09 || last == 0x0D {
                rest.removeLast()
            }
            info = String(decoding: rest.drop { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
        }
    }

    private func line(at start: Int) -> UnsafeBufferPointer<UInt8>.SubSequence {
        bytes[start..<(bytes[start...].firstIndex(of: 0x0A) ?? bytes.count)]
    }

    /// A line without the blanks that its fence has too, and without a carriage return.
    private static func dropBlanks(
        _ line: UnsafeBufferPointer<UInt8>.SubSequence,
        _ count: Int
    ) -> UnsafeBufferPointer<UInt8>.SubSequence {
        var line = line
        if line.last == 0x0D { line.removeLast() }
        return line.dropFirst(line.prefix(count).prefix { $0 == 0x20 }.count)
    }

    /// Brings a tokenizer to the state in which a chunk begins.
    private func goOn(with tokenizer: inout Tokenizer?, until chunk: Chunk) {
        let back = Int(chunk.part % Self.partsInOneGo)
        guard tokenizer != nil, back > 0, let first = before.suffix(back).first else { return }
        let opening = line(at: Int(chunk.origin)).endIndex + 1
        var start = max(first.start, opening)
        while start < chunk.start {
            let end = bytes[start..<chunk.start].firstIndex(of: 0x0A) ?? chunk.start
            tokenizer?.take(bytes[start..<end]) { _, _ in }
            start = end + 1
        }
    }
}
