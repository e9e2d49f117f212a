import CellUI

/// An agent's pane as text: what was streamed, and the notes about it, in the order they came.
struct PaneDocument: Sendable {
    enum Kind: Hashable, Sendable {
        case answer
        case reasoning
        /// What was written and counts no more.
        case superseded
        /// A note of Podium's own.
        case mark
        case error
    }

    /// A line as it is shown.
    struct Line: Equatable {
        enum Form: Equatable { case plain, heading, code }

        var text: Substring
        var kind: Kind
        var form = Form.plain
        /// What fits the search, in UTF-8 offsets of this line's text.
        var matches: [Range<Int>] = []
        /// Whether the match that was shown last is in it.
        var isRevealed = false
    }

    private struct Block: Sendable {
        var kind: Kind
        var text: WrappedText
        /// The first line of this block in the document.
        var firstLine = 0
        var markdown = MarkdownScan()
        var search: TextSearch?
    }

    private var blocks: [Block] = []
    private var width = 80
    private var height = 10
    private var policy = WidthPolicy.standard
    private var query = ""
    /// The match that was shown last, and its line; nil once somebody has scrolled since.
    private var revealed: (match: Int, line: Int)?
    var scroll = ScrollState(followsEnd: true)

    var isEmpty: Bool { blocks.isEmpty }
    var followsEnd: Bool { scroll.followsEnd }
    /// Whether the agent itself has written nothing.
    var hasOnlyNotes: Bool { blocks.allSatisfy { $0.kind == .mark || $0.kind == .error } }

    /// The document as text, without layout.
    var text: String { blocks.map(\.text.text).joined(separator: "\n") }

    /// The beginning of the answer, or else of what there is, on one line.
    var beginning: String {
        let block = blocks.last { $0.kind == .answer } ?? blocks.last
        return Format.oneLine(String((block?.text.text ?? "").prefix(200)))
    }

    /// A line that has only been begun by the end of the one before is not there yet.
    var lineCount: Int {
        guard let last = blocks.last else { return 0 }
        let count = last.text.lineCount
        let isBegun = count > 1 && last.text.lineRange(count - 1).isEmpty
        return last.firstLine + (isBegun ? count - 1 : count)
    }

    /// Streamed pieces of one kind go on where the last one ended; notes stand on their own lines.
    mutating func append(_ text: String, as kind: Kind) {
        if blocks.last?.kind != kind || (kind != .answer && kind != .reasoning) {
            blocks.append(
                Block(
                    kind: kind,
                    text: WrappedText(width: width, policy: policy),
                    firstLine: blocks.last.map { $0.firstLine + $0.text.lineCount } ?? 0,
                    search: TextSearch(query)
                )
            )
        }
        let last = blocks.count - 1
        blocks[last].text.append(text)
        if kind == .answer { blocks[last].markdown.append(text) }
    }

    /// What the agent has written so far counts no more.
    mutating func supersede() {
        for index in blocks.indices where blocks[index].kind == .answer {
            blocks[index].kind = .superseded
        }
    }

    mutating func layOut(width: Int, height: Int, policy: WidthPolicy = .standard) {
        self.height = height
        layOut(width: width, policy: policy)
    }

    mutating func layOut(width: Int, policy: WidthPolicy = .standard) {
        guard width != self.width || policy != self.policy, width > 0 else { return }
        self.width = width
        var line = 0
        for index in blocks.indices {
            if policy == self.policy {
                blocks[index].text.setWidth(width)
            } else {
                let text = blocks[index].text.text
                blocks[index].text = WrappedText(text, width: width, policy: policy)
            }
            blocks[index].firstLine = line
            line += blocks[index].text.lineCount
        }
        self.policy = policy
    }

    // MARK: What is in view

    /// The lines in view, from the top.
    var visibleLines: [Line] {
        scroll.visibleRows(contentHeight: lineCount, viewHeight: height).map(line)
    }

    private func line(_ number: Int) -> Line {
        // Panes have few blocks, and the visible lines are nearly always in the last ones.
        guard let block = blocks.last(where: { $0.firstLine <= number }) else {
            return Line(text: "", kind: .answer)
        }
        let index = number - block.firstLine
        let range = block.text.lineRange(index)
        var line = Line(text: block.text.text(in: range), kind: block.kind)
        line.isRevealed = number == revealed?.line
        if let search = block.search {
            line.matches = search.matches(in: range).map {
                $0.clamped(to: range).shifted(by: -range.lowerBound)
            }
        }
        if block.kind == .answer {
            if block.markdown.isCode(at: range.lowerBound) {
                line.form = .code
            } else if isHeading(index, of: block.text) {
                line.form = .heading
            }
        }
        return line
    }

    /// Whether a line belongs to a paragraph that begins with one to six number signs and a blank.
    private func isHeading(_ index: Int, of text: WrappedText) -> Bool {
        var first = index
        // A heading is short: what goes on for longer is none.
        for _ in 0..<4 where !text.startsParagraph(line: first) { first -= 1 }
        guard text.startsParagraph(line: first) else { return false }
        let line = text[line: first]
        let signs = line.prefix { $0 == "#" }.count
        return (1...6).contains(signs) && line.dropFirst(signs).first == " "
    }

    /// How many lines lie below the view.
    var linesBelow: Int {
        let shown = scroll.visibleRows(contentHeight: lineCount, viewHeight: height)
        return max(0, lineCount - shown.upperBound)
    }

    mutating func scrollBy(_ lines: Int) {
        revealed = nil
        scroll.scroll(by: lines, contentHeight: lineCount, viewHeight: height)
    }

    mutating func scrollByPage(_ pages: Int) {
        revealed = nil
        scroll.scroll(pages: pages, contentHeight: lineCount, viewHeight: height)
    }

    mutating func scrollToTop() {
        revealed = nil
        scroll.toTop()
    }

    mutating func scrollToEnd() {
        revealed = nil
        scroll.toEnd()
    }

    // MARK: Finding

    /// Marks what fits from now on; an empty query marks nothing.
    mutating func find(_ query: String) {
        self.query = query
        revealed = nil
        for index in blocks.indices { blocks[index].search = TextSearch(query) }
        search()
    }

    /// How often the query is in the text, as far as it was searched.
    var matchCount: Int { blocks.reduce(0) { $0 + ($1.search?.matches.count ?? 0) } }

    /// Brings the matches up to date with the text.
    mutating func search() {
        guard !query.isEmpty else { return }
        for index in blocks.indices {
            let text = blocks[index].text.text
            blocks[index].search?.extend(over: text)
        }
    }

    /// Brings the next match below the top of the view, or the one before it, to the top. Returns
    /// which one it is, from 1; nil past the last, or when nothing fits.
    mutating func reveal(next: Bool) -> Int? {
        search()
        let lines = matchLines
        if let revealed { return show(revealed.match + (next ? 1 : -1), of: lines) }
        // Where nobody has scrolled it begins at the top, though the end is in view.
        let top =
            scroll.followsEnd ? 0 : scroll.offset(contentHeight: lineCount, viewHeight: height)
        let found = next ? lines.firstIndex { $0 >= top } : lines.lastIndex { $0 < top }
        return found.flatMap { show($0, of: lines) }
    }

    /// The same of the first match of all, or the last.
    mutating func reveal(first: Bool) -> Int? {
        search()
        let lines = matchLines
        return show(first ? 0 : lines.count - 1, of: lines)
    }

    /// The line in which each match begins.
    private var matchLines: [Int] {
        blocks.flatMap { block in
            (block.search?.matches ?? []).map {
                block.firstLine + block.text.lineIndex(containing: $0.lowerBound)
            }
        }
    }

    private mutating func show(_ match: Int, of lines: [Int]) -> Int? {
        guard lines.indices.contains(match) else { return nil }
        scrollToTop()
        scrollBy(lines[match])
        revealed = (match, lines[match])
        return match + 1
    }
}

extension Range<Int> {
    fileprivate func shifted(by distance: Int) -> Range<Int> {
        lowerBound + distance..<upperBound + distance
    }
}
