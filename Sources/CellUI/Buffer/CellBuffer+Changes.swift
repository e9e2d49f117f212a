/// What differs between two frames.
extension CellBuffer {
    /// A stretch of one row.
    public struct Span: Hashable, Sendable {
        public var y: Int
        public var columns: Range<Int>

        public init(y: Int, columns: Range<Int>) {
            self.y = y
            self.columns = columns
        }
    }

    /// The stretches in which this buffer differs from an earlier one; everything when there is
    /// none or its size is another. No span begins or ends within a wide glyph of this buffer.
    ///
    /// - Parameter gap: unchanged cells between two changes that are joined into one span.
    public func spans(changedSince earlier: CellBuffer?, joining gap: Int = 4) -> [Span] {
        guard let earlier, earlier.size == size else {
            guard size.width > 0 else { return [] }
            return (0..<size.height).map { Span(y: $0, columns: 0..<size.width) }
        }
        var spans: [Span] = []
        cells.withUnsafeBufferPointer { new in
            earlier.cells.withUnsafeBufferPointer { old in
                for y in 0..<size.height {
                    appendSpans(ofRow: y, new: new, old: old, joining: gap, to: &spans)
                }
            }
        }
        return spans
    }

    private func appendSpans(
        ofRow y: Int,
        new: UnsafeBufferPointer<Cell>,
        old: UnsafeBufferPointer<Cell>,
        joining gap: Int,
        to spans: inout [Span]
    ) {
        let row = y * size.width
        var x = 0
        while x < size.width {
            guard new[row + x] != old[row + x] else {
                x += 1
                continue
            }
            var start = x
            var end = x + 1
            x = end
            while x < size.width, x - end <= gap {
                if new[row + x] != old[row + x] { end = x + 1 }
                x += 1
            }
            if new[row + start].isContinuation { start = max(0, start - 1) }
            if new[row + end - 1].isWide { end = min(size.width, end + 1) }
            x = end
            spans.append(Span(y: y, columns: start..<end))
        }
    }
}
