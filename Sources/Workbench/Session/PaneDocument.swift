import CellUI

/// An agent's pane as text: what was streamed, and the notes about it, in the order they came.
struct PaneDocument: Sendable {
    enum Kind: Hashable, Sendable {
        case answer
        case reasoning
        /// A note of Podium's own.
        case mark
        case error
    }

    private struct Block: Sendable {
        var kind: Kind
        var text: WrappedText
        /// The first line of this block in the document.
        var firstLine = 0
    }

    private var blocks: [Block] = []
    private var width = 80
    private var height = 10
    var scroll = ScrollState(followsEnd: true)

    var isEmpty: Bool { blocks.isEmpty }
    var followsEnd: Bool { scroll.followsEnd }

    /// The document as text, without layout.
    var text: String { blocks.map(\.text.text).joined(separator: "\n") }

    var lineCount: Int { blocks.last.map { $0.firstLine + $0.text.lineCount } ?? 0 }

    /// Streamed pieces of one kind go on where the last one ended; notes stand on their own lines.
    mutating func append(_ text: String, as kind: Kind) {
        if let last = blocks.last, last.kind == kind, kind == .answer || kind == .reasoning {
            blocks[blocks.count - 1].text.append(text)
        } else {
            blocks.append(
                Block(kind: kind, text: WrappedText(text, width: width), firstLine: lineCount)
            )
        }
    }

    mutating func layOut(width: Int, height: Int) {
        self.height = height
        guard width != self.width, width > 0 else { return }
        self.width = width
        var line = 0
        for index in blocks.indices {
            blocks[index].text.setWidth(width)
            blocks[index].firstLine = line
            line += blocks[index].text.lineCount
        }
    }

    /// The lines in view, from the top.
    var visibleLines: [(text: Substring, kind: Kind)] {
        scroll.visibleRows(contentHeight: lineCount, viewHeight: height).map(line)
    }

    private func line(_ number: Int) -> (text: Substring, kind: Kind) {
        // Panes have few blocks, and the visible lines are nearly always in the last ones.
        guard let block = blocks.last(where: { $0.firstLine <= number }) else {
            return ("", .answer)
        }
        return (block.text[line: number - block.firstLine], block.kind)
    }

    /// How many lines lie below the view.
    var linesBelow: Int {
        let shown = scroll.visibleRows(contentHeight: lineCount, viewHeight: height)
        return max(0, lineCount - shown.upperBound)
    }

    mutating func scrollBy(_ lines: Int) {
        scroll.scroll(by: lines, contentHeight: lineCount, viewHeight: height)
    }

    mutating func scrollByPage(_ pages: Int) {
        scroll.scroll(pages: pages, contentHeight: lineCount, viewHeight: height)
    }

    mutating func scrollToTop() { scroll.toTop() }
    mutating func scrollToEnd() { scroll.toEnd() }
}
