import CellUI
import Markdown

extension PaneDocument {
    mutating func scrollBy(_ lines: Int) {
        revealed = nil
        isRead = true
        scroll.scroll(by: lines, contentHeight: lineCount, viewHeight: height)
        if followsEnd { releaseReasoning() }
    }

    mutating func scrollByPage(_ pages: Int) {
        revealed = nil
        isRead = true
        scroll.scroll(pages: pages, contentHeight: lineCount, viewHeight: height)
        if followsEnd { releaseReasoning() }
    }

    mutating func scrollToTop() {
        revealed = nil
        isRead = true
        scroll.toTop()
    }

    mutating func scrollToEnd() {
        revealed = nil
        isRead = true
        scroll.toEnd()
        releaseReasoning()
    }

    // MARK: Staying

    /// Takes over how another document of the same agent is laid out, and the place in it.
    mutating func goOnReading(from other: PaneDocument) {
        look = other.look
        height = other.height
        for index in blocks.indices { blocks[index].setLook(look) }
        scroll = other.scroll
        isRead = other.isRead
    }

    /// Changes how lines are laid out, or how many there are, so that the line at the top of the view
    /// stays there. Who follows the end goes on to.
    mutating func keepingPlace(_ change: (inout PaneDocument) -> Void) {
        guard !followsEnd else { return change(&self) }
        let top = scroll.offset(contentHeight: lineCount, viewHeight: height)
        var first = 0
        var found: (block: Int, place: MarkdownText.Place?)?
        for index in blocks.indices where found == nil {
            let count = blocks[index].lineCount
            if top < first + count { found = (index, blocks[index].place(ofLine: top - first)) }
            first += count
        }
        change(&self)
        guard top > 0, let found else { return }
        let line = (0..<found.block).reduce(blocks[found.block].line(of: found.place)) {
            $0 + blocks[$1].lineCount
        }
        scroll.restore(offset: line)
    }

    // MARK: Finding

    /// Marks what fits from now on; an empty query marks nothing.
    mutating func find(_ query: String) {
        self.query = query
        revealed = nil
        for index in blocks.indices { blocks[index].find(query) }
        search()
    }

    /// How often the query is in the text, as far as it was searched.
    var matchCount: Int { blocks.reduce(0) { $0 + $1.matchCount } }

    /// Brings the matches up to date with the text.
    mutating func search() {
        guard !query.isEmpty else { return }
        for index in blocks.indices { blocks[index].updateMatches() }
    }

    /// Brings the next match below the top of the view, or the one before it, to the top. Returns
    /// which one it is, from 1; nil past the last, or when nothing fits.
    mutating func reveal(next: Bool) -> Int? {
        search()
        if let revealed { return show(revealed + (next ? 1 : -1)) }
        // Where nobody has scrolled it begins at the top, though the end is in view.
        let top =
            scroll.followsEnd ? 0 : scroll.offset(contentHeight: lineCount, viewHeight: height)
        let lines = matchLines
        let found = next ? lines.firstIndex { $0 >= top } : lines.lastIndex { $0 < top }
        return found.flatMap { show($0) }
    }

    /// The same of the first match of all, or the last.
    mutating func reveal(first: Bool) -> Int? {
        search()
        return show(first ? 0 : matchCount - 1)
    }

    /// The line in which each match begins.
    private var matchLines: [Int] {
        mutating get {
            var result: [Int] = []
            var first = 0
            for index in blocks.indices {
                for match in 0..<blocks[index].matchCount {
                    result.append(first + blocks[index].line(ofMatch: match))
                }
                first += blocks[index].lineCount
            }
            return result
        }
    }

    private mutating func show(_ match: Int) -> Int? {
        guard let (block, _) = place(ofMatch: match) else { return nil }
        openReasoning(ofBlock: block)
        scrollToTop()
        scrollBy(line(ofMatch: match) ?? 0)
        revealed = match
        return match + 1
    }

    /// The block in which a match is, and which of its matches it is.
    private func place(ofMatch match: Int) -> (block: Int, match: Int)? {
        guard match >= 0, match < matchCount else { return nil }
        var rest = match
        var block = 0
        while rest >= blocks[block].matchCount {
            rest -= blocks[block].matchCount
            block += 1
        }
        return (block, rest)
    }

    /// The line in which a match begins, as the text is laid out now.
    mutating func line(ofMatch match: Int) -> Int? {
        guard let (block, rest) = place(ofMatch: match) else { return nil }
        return (0..<block).reduce(blocks[block].line(ofMatch: rest)) { $0 + blocks[$1].lineCount }
    }
}
