/// Searching the panes.
extension SessionScreen {
    /// Marks what fits in all panes; an empty query marks nothing.
    mutating func find(_ query: String) {
        self.query = query
        for pane in texts { documents[pane]?.find(query) }
    }

    /// How often the query is in all panes together.
    var matchCount: Int { texts.reduce(0) { $0 + (documents[$1]?.matchCount ?? 0) } }

    /// Shows the next match in the pane in focus, or in the first that has one; returns which of all
    /// it is, from 1, or nil when there is none.
    mutating func revealMatch(next: Bool) -> Int? {
        let others = texts.filter { $0 != selected }
        for pane in (selected.map { [$0] } ?? []) + others {
            guard let number = documents[pane]?.reveal(next: next) else { continue }
            focus(pane)
            return texts.prefix { $0 != pane }.reduce(number) {
                $0 + (documents[$1]?.matchCount ?? 0)
            }
        }
        return nil
    }
}
