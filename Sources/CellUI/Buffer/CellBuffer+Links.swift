/// A stretch of a row that leads somewhere.
public struct LinkSpan: Hashable, Sendable {
    public var columns: Range<Int>
    public var link: Hyperlink

    public init(columns: Range<Int>, link: Hyperlink) {
        self.columns = columns
        self.link = link
    }
}

/// Where text leads. It is kept beside the cells, which stay small: few rows have links.
extension CellBuffer {
    /// The links of a row, from left to right, without overlap.
    public func links(row y: Int) -> [LinkSpan] { links[y] ?? [] }

    /// The rows that have links, from the top.
    public var linkedRows: [Int] { links.keys.sorted() }

    /// Makes columns of a row lead somewhere.
    mutating func link(_ columns: Range<Int>, row y: Int, to link: Hyperlink) {
        guard !columns.isEmpty else { return }
        unlink(columns, row: y)
        var spans = links[y] ?? []
        let place = spans.firstIndex { $0.columns.lowerBound > columns.lowerBound } ?? spans.count
        spans.insert(LinkSpan(columns: columns, link: link), at: place)
        links[y] = spans
    }

    /// What was drawn over columns of a row leads nowhere.
    mutating func unlink(_ columns: Range<Int>, row y: Int) {
        guard !links.isEmpty, !columns.isEmpty, let spans = links[y] else { return }
        var rest: [LinkSpan] = []
        for span in spans {
            let (start, end) = (span.columns.lowerBound, span.columns.upperBound)
            let left = start..<max(start, min(end, columns.lowerBound))
            let right = min(end, max(start, columns.upperBound))..<end
            for part in [left, right] where !part.isEmpty {
                rest.append(LinkSpan(columns: part, link: span.link))
            }
        }
        links[y] = rest.isEmpty ? nil : rest
    }
}
