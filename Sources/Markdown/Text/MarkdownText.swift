/// A growing text of Markdown and its rows at a width.
///
/// Appending costs a look at each byte. A part is parsed and rendered when somebody wants to see it, and
/// again while it grows; what nobody looks at is a range. So a pane that follows the end of a text costs
/// the same however long the text is.
///
/// ```swift
/// var text = MarkdownText(MarkdownLayout(width: 40))
/// text.append("# Plan\n\nSome *words*.")
/// for row in text.lastRows(10) { … }
/// ```
public struct MarkdownText: Sendable {
    /// The text as it was appended.
    public private(set) var text = ""
    public private(set) var layout: MarkdownLayout
    private var scanner = ChunkScanner()
    /// What complete lines have closed.
    private var closed: [Chunk] = []
    /// What still grows, with the line that is not complete; nil when more text has come since.
    private var growing: [Chunk]?
    /// Chunks whose rows are counted at the present layout, and how many rows they have.
    private var counted = 0
    private var countedRows = 0
    private var cache = RenderedCache()
    var search = SearchResults()

    public init(_ layout: MarkdownLayout = MarkdownLayout()) {
        self.layout = layout
    }

    public var isEmpty: Bool { text.isEmpty }

    /// Adds text at the end.
    public mutating func append(_ piece: some StringProtocol) {
        guard !piece.isEmpty else { return }
        if growing != nil {
            cache.remove(settledCount..<chunkCount)
            growing = nil
        }
        text += piece
        withBytes { text, bytes in text.scanner.scan(bytes, into: &text.closed) }
    }

    /// Lays out anew where that is another layout.
    public mutating func setLayout(_ layout: MarkdownLayout) {
        guard layout != self.layout else { return }
        self.layout = layout
        (counted, countedRows) = (0, 0)
        cache = RenderedCache()
        search.forget()
    }

    private mutating func withBytes<Result>(
        _ body: (inout MarkdownText, UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        // A reference to the same storage: nothing is copied.
        var text = text
        return text.withUTF8 { body(&self, $0) }
    }

    // MARK: Chunks

    /// The chunks behind those that are closed.
    private var tail: [Chunk] {
        mutating get {
            if let growing { return growing }
            let found = withBytes { text, bytes in text.scanner.rest(of: bytes) }
            growing = found
            return found
        }
    }

    /// All chunks, those that still grow included.
    var chunkCount: Int {
        mutating get { closed.count + tail.count }
    }

    /// How many chunks no more text changes. A table has its last line where none goes on with it.
    var settledCount: Int {
        mutating get {
            guard let last = closed.last else { return 0 }
            let isSettled = !tail.isEmpty && last.kind != .table && last.kind != .tableRest
            return closed.count - (isSettled ? 0 : 1)
        }
    }

    private mutating func chunk(_ index: Int) -> Chunk {
        index < closed.count ? closed[index] : tail[index - closed.count]
    }

    /// - Parameter isKept: whether it will be wanted again soon.
    mutating func rendered(_ index: Int, isKept: Bool = true) -> RenderedChunk {
        if let found = cache[index] { return found }
        let chunk = chunk(index)
        let next = index + 1 < chunkCount ? self.chunk(index + 1) : nil
        let first = max(0, index - Int(chunk.part))
        let before = closed[min(first, closed.count)..<min(index, closed.count)]
        let result = withBytes { text, bytes in
            ChunkRenderer(
                layout: text.layout,
                bytes: bytes,
                before: before,
                end: next?.start ?? bytes.count,
                next: next
            )
            .render(chunk)
        }
        if isKept { cache.insert(result, at: index) }
        return result
    }

    // MARK: Rows

    /// How many rows there are. All of the text is laid out for it, once.
    public var rowCount: Int {
        mutating get {
            count(to: settledCount)
            return countedRows + growingRows
        }
    }

    /// The number of rows, or `most` when there are more; no more is laid out than that takes.
    public mutating func rowCount(atMost most: Int) -> Int {
        while countedRows < most, counted < settledCount { count(to: counted + 1) }
        return countedRows < most ? min(most, countedRows + growingRows) : most
    }

    /// The rows of all chunks that are not settled.
    private var growingRows: Int {
        mutating get { (settledCount..<chunkCount).reduce(0) { $0 + rendered($1).rows.count } }
    }

    private mutating func count(to end: Int) {
        while counted < end {
            closed[counted].firstRow = Int32(clamping: countedRows)
            countedRows += rendered(counted, isKept: false).rows.count
            counted += 1
        }
    }

    /// The first row of a chunk.
    mutating func firstRow(of chunk: Int) -> Int {
        count(to: min(chunk, settledCount))
        guard chunk >= counted else { return Int(closed[chunk].firstRow) }
        return (counted..<chunk).reduce(countedRows) { $0 + rendered($1).rows.count }
    }

    /// The chunk of a row; nil past the end.
    private mutating func chunkIndex(ofRow row: Int) -> Int? {
        while countedRows <= row, counted < settledCount { count(to: counted + 1) }
        if row < countedRows {
            return closed[..<counted].firstIndex { Int($0.firstRow) > row } - 1
        }
        var first = countedRows
        for index in counted..<chunkCount {
            first += rendered(index).rows.count
            if row < first { return index }
        }
        return nil
    }

    /// Those of the rows that exist.
    public mutating func rows(in range: Range<Int>) -> [RenderedRow] {
        var result: [RenderedRow] = []
        guard var index = chunkIndex(ofRow: range.lowerBound) else { return [] }
        var skipped = range.lowerBound - firstRow(of: index)
        while result.count < range.count, index < chunkCount {
            let chunk = rendered(index)
            for row in chunk.rows.indices.dropFirst(skipped).prefix(range.count - result.count) {
                result.append(self.row(row, of: chunk, index))
            }
            skipped = 0
            index += 1
        }
        return result
    }

    /// The last rows, at most `count`. Nothing before them is laid out.
    public mutating func lastRows(_ count: Int) -> [RenderedRow] {
        var result: [RenderedRow] = []
        var index = chunkCount
        while result.count < count, index > 0 {
            index -= 1
            let chunk = rendered(index)
            let rows = chunk.rows.indices.suffix(count - result.count)
            result.insert(contentsOf: rows.map { row($0, of: chunk, index) }, at: 0)
        }
        return result
    }

    private func row(_ number: Int, of chunk: RenderedChunk, _ index: Int) -> RenderedRow {
        var row = chunk.row(number)
        let range = Int(chunk.rows[number].start)..<Int(chunk.rows[number].end)
        row.matches = search.matches(in: range, of: index)
        return row
    }

    // MARK: Places

    /// A place in the text that stays when it is laid out otherwise.
    public struct Place: Hashable, Sendable {
        var chunk: Int
        /// Which of how many rows it was.
        var row: Int
        var rows: Int
    }

    public mutating func place(ofRow row: Int) -> Place? {
        guard let chunk = chunkIndex(ofRow: row) else { return nil }
        let within = row - firstRow(of: chunk)
        return Place(chunk: chunk, row: within, rows: rendered(chunk).rows.count)
    }

    public mutating func row(of place: Place) -> Int {
        guard place.chunk < chunkCount else { return rowCount }
        let rows = rendered(place.chunk).rows.count
        // To the nearest: who goes to and fro stays where they are.
        let row = (2 * place.row * rows + place.rows) / max(1, 2 * place.rows)
        return firstRow(of: place.chunk) + min(row, max(0, rows - 1))
    }
}
