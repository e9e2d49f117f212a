internal import Glibc

/// Finds, while a text grows, where it can be cut into chunks that are parsed by themselves.
///
/// It looks at each byte about once, and at complete lines only, so that the chunks do not depend on the
/// pieces in which a text came. Nothing is parsed here: of a line its beginning is read.
struct ChunkScanner: Sendable {
    /// In bytes: longer chunks go on in another one.
    static let longChunk = 4_096
    static let longTable = 8_192
    /// A line that is longer is looked at in parts.
    static let longLine = 4_096

    private struct Fence: Sendable {
        var byte: UInt8
        var length: Int
        var indent: Int
        /// Where its line begins.
        var start: Int
        /// How many chunks it goes through already.
        var part = 0
    }

    /// The chunk that the next line may go on with.
    private var open = Chunk(start: 0, kind: .text)
    private var lineStart = 0
    /// Where the search for a line's end goes on.
    private var looked = 0
    private var fence: Fence?
    /// What ends the formula that goes over lines.
    private var formulaEnd: [UInt8]?
    /// Columns before the text of the item of a list that is open; 0 outside.
    private var itemIndent = 0
    /// Whether nothing but blank lines can belong to the chunk any more.
    private var isDone = false
    private var sawBlank = false
    private var lines = 0
    private var firstLineHasBar = false
    private var goesOnInLine = false

    /// Takes what has come since. `bytes` are all of the text.
    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, into chunks: inout [Chunk]) {
        while looked < bytes.count, let base = bytes.baseAddress {
            let most = min(bytes.count, lineStart + Self.longLine)
            let found = looked < most ? memchr(base + looked, 0x0A, most - looked) : nil
            if let found {
                let end = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
                take(bytes[lineStart..<end], next: end + 1, into: &chunks)
                goesOnInLine = false
            } else if most - lineStart == Self.longLine {
                let cut = Self.cut(bytes[lineStart..<most])
                take(bytes[lineStart..<cut], next: cut, into: &chunks)
                goesOnInLine = true
            } else {
                looked = most
                return
            }
        }
    }

    /// What is behind the closed chunks, as if the last line were complete: one chunk, or two.
    func rest(of bytes: UnsafeBufferPointer<UInt8>) -> [Chunk] {
        var copy = self
        var chunks: [Chunk] = []
        if lineStart < bytes.count {
            copy.take(bytes[lineStart...], next: bytes.count, into: &chunks)
        }
        if copy.open.start < bytes.count { chunks.append(copy.open) }
        return chunks
    }

    /// Where a long line is cut: behind a blank, if there is one in the second half, else between
    /// characters.
    private static func cut(_ line: UnsafeBufferPointer<UInt8>.SubSequence) -> Int {
        let half = line.startIndex + line.count / 2
        if let blank = line[half...].lastIndex(of: 0x20) { return blank + 1 }
        return line[half...].lastIndex { $0 & 0xC0 != 0x80 } ?? line.endIndex
    }

    private mutating func take(
        _ line: UnsafeBufferPointer<UInt8>.SubSequence,
        next: Int,
        into chunks: inout [Chunk]
    ) {
        if goesOnInLine {
            sawBlank = false
        } else if let end = formulaEnd, !LineShape.isBlank(line) {
            // What looks like an item of a list is none there.
            if MathText.contains(line, end) { formulaEnd = nil }
        } else if fence == nil || !goesOnInFence(line) {
            begin(line, into: &chunks)
            formulaEnd = fence == nil ? MathText.openFormula(line) : nil
        }
        lines += 1
        lineStart = next
        looked = next
        let limit = open.kind == .table || open.kind == .tableRest ? Self.longTable : Self.longChunk
        if next - open.start >= limit { goOn(at: next, into: &chunks) }
    }

    /// Whether a line belongs to the code that is open; its last fence does.
    private mutating func goesOnInFence(_ line: UnsafeBufferPointer<UInt8>.SubSequence) -> Bool {
        guard let fence else { return false }
        let shape = LineShape(line)
        if case .blank = shape.mark { return true }
        if shape.indent <= (itemIndent > 0 ? itemIndent + 3 : 3),
            LineShape.closes(line, fence.byte, fence.length)
        {
            self.fence = nil
            // Within an item more of it may follow, but not in a chunk of code alone.
            isDone = open.kind == .code || open.kind == .codeRest
            sawBlank = false
            return true
        }
        guard itemIndent > 0, shape.indent < min(fence.indent, itemIndent) else { return true }
        // With the item its code ends.
        self.fence = nil
        isDone = true
        return false
    }

    private mutating func begin(
        _ line: UnsafeBufferPointer<UInt8>.SubSequence,
        into chunks: inout [Chunk]
    ) {
        let shape = LineShape(line)
        if shape.mark == .blank {
            sawBlank = true
            return
        }
        let start = line.startIndex
        let isInItem = itemIndent > 0 && shape.indent >= itemIndent
        if itemIndent > 0, !isInItem, sawBlank || shape.mark != .other { itemIndent = 0 }
        switch shape.mark {
        case .fence(let byte, let length) where isInItem || shape.indent <= 3:
            if !isInItem {
                close(at: start, next: .code, into: &chunks)
                open.origin = Int32(clamping: start)
            } else if isDone {
                close(at: start, next: .itemRest, into: &chunks)
            }
            fence = Fence(byte: byte, length: length, indent: shape.indent, start: start)
        case .heading where !isInItem && shape.indent <= 3:
            close(at: start, next: .heading, into: &chunks)
            isDone = true
        case .item(let content, let interrupts, let mark, let length)
        where !isInItem && shape.indent <= 3
            && (interrupts || sawBlank || isDone || lines == 0 || open.kind == .list
                || open.kind == .itemRest):
            close(at: start, next: .list, into: &chunks)
            itemIndent = content
            if let mark {
                fence = Fence(byte: mark, length: length, indent: content, start: start)
            }
        default:
            let isApart = sawBlank && shape.indent <= 3 && !isInItem
            if isApart || isDone {
                close(at: start, next: isInItem ? .itemRest : .text, into: &chunks)
            }
            detectTable(line)
        }
        sawBlank = false
    }

    /// A header, and the line of hyphens below it.
    private mutating func detectTable(_ line: UnsafeBufferPointer<UInt8>.SubSequence) {
        guard open.kind == .text else { return }
        if lines == 0 {
            firstLineHasBar = line.contains(UInt8(ascii: "|"))
        } else if lines == 1, firstLineHasBar, LineShape.isDelimiterRow(line) {
            open.kind = .table
            open.origin = Int32(clamping: open.start)
        }
    }

    /// Ends the open chunk, unless nothing is in it yet, and begins another.
    private mutating func close(at end: Int, next kind: Chunk.Kind, into chunks: inout [Chunk]) {
        if lines > 0 {
            open.endsBlank = sawBlank
            chunks.append(open)
            open = Chunk(start: end, kind: kind)
        } else {
            open.kind = kind
        }
        if kind == .itemRest { open.indent = UInt8(clamping: itemIndent) }
        isDone = false
        sawBlank = false
        lines = 0
    }

    /// Goes on in another chunk with what has become long.
    private mutating func goOn(at end: Int, into chunks: inout [Chunk]) {
        let done = open
        let isDone = isDone
        if fence != nil {
            fence?.part += 1
            close(at: end, next: .codeRest, into: &chunks)
            open.origin = Int32(clamping: fence?.start ?? 0)
            open.part = UInt16(clamping: fence?.part ?? 0)
            open.indent = UInt8(clamping: itemIndent)
        } else if done.kind == .table || done.kind == .tableRest {
            close(at: end, next: .tableRest, into: &chunks)
            open.origin = done.origin
            open.part = UInt16(clamping: Int(done.part) + 1)
        } else {
            close(at: end, next: itemIndent > 0 ? .itemRest : .text, into: &chunks)
            self.isDone = isDone && goesOnInLine
        }
    }
}
