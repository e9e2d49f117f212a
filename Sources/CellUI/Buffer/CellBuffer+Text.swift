/// Reading back what was drawn.
extension CellBuffer {
    /// One row as text, without trailing blanks.
    public func text(row y: Int) -> String {
        var line = ""
        for x in 0..<size.width { line += self[x, y].text }
        while line.last == " " { line.removeLast() }
        return line
    }

    /// All rows as text, one a line.
    public var text: String {
        (0..<size.height).map { text(row: $0) }.joined(separator: "\n")
    }
}
