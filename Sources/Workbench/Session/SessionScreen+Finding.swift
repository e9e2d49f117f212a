/// Searching the panes.
extension SessionScreen {
    /// Marks what fits in all panes; an empty query marks nothing.
    mutating func find(_ query: String) {
        self.query = query
        for pane in texts { documents[pane]?.find(query) }
    }

    /// How often the query is in all panes together.
    var matchCount: Int { texts.reduce(0) { $0 + (documents[$1]?.matchCount ?? 0) } }

    /// Shows the next match: in the pane that is looked at, then in those after it, around the ends.
    /// Returns which of all it is, from 1, or nil when there is none.
    mutating func revealMatch(next: Bool) -> Int? {
        let start = selected.flatMap(texts.firstIndex) ?? 0
        let around = texts[start...] + texts[..<start]
        // After the others it begins anew in the first.
        let others =
            (next ? Array(around.dropFirst()) : around.dropFirst().reversed()) + around.prefix(1)
        if let pane = around.first, let number = documents[pane]?.reveal(next: next) {
            return show(number, in: pane)
        }
        for pane in others {
            if let number = documents[pane]?.reveal(first: next) { return show(number, in: pane) }
        }
        return nil
    }

    /// Looks at the pane; returns which of all matches its match is.
    private mutating func show(_ number: Int, in pane: PaneID) -> Int {
        focus(pane)
        return texts.prefix { $0 != pane }.reduce(number) { $0 + (documents[$1]?.matchCount ?? 0) }
    }
}
