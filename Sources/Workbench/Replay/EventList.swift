import CellUI
import PodiumCore

/// The events of a recording as a list that is in step with its replay: its selected row is the event that
/// was shown last.
struct EventList: Sendable {
    /// Which kinds are listed.
    enum Kind: Hashable, Sendable, CaseIterable {
        case all, steps, failures, overrides, answers

        /// Nil for all that happened, whatever it is.
        var landmarks: Set<Landmark>? {
            switch self {
            case .all: nil
            case .steps: [.began, .finished, .stopped]
            case .failures: [.failure, .retry]
            case .overrides: [.override]
            case .answers: [.answer]
            }
        }

        var name: String {
            switch self {
            case .all: "all"
            case .steps: "steps"
            case .failures: "failures"
            case .overrides: "overrides"
            case .answers: "answers"
            }
        }
    }

    var isOpen = false
    var hasFocus = false
    private(set) var kind = Kind.all
    private(set) var query = ""
    /// Where it was drawn last.
    var area = Rect.zero
    private var view = ListView()
    /// The rows that are listed; nil for all. Those of a query are found by and by.
    private var listed: [Int]?
    /// As many rows as have been looked at for the query.
    private var searched = 0
    /// The whole recording without its text: how agents are named that are still to come. It is folded
    /// by and by.
    private var outlook: SessionState?
    private var folded = 0

    /// As many rows as are folded or looked at in one go.
    private static let slice = 4_096
    /// Of what somebody wrote this much is shown and looked through, in characters.
    private static let longest = 600

    // MARK: What is listed

    var isFiltered: Bool { kind != .all || !query.isEmpty }

    mutating func filter(by kind: Kind, in index: EventIndex) {
        self.kind = kind
        list(index)
    }

    mutating func filter(by query: String, in index: EventIndex) {
        self.query = query
        list(index)
    }

    mutating func showAll(in index: EventIndex) {
        kind = .all
        filter(by: "", in: index)
    }

    private mutating func list(_ index: EventIndex) {
        searched = 0
        if !query.isEmpty {
            listed = []
        } else if kind == .all {
            listed = nil
        } else {
            listed = index.rows.indices.filter { lists(index.rows[$0]) }
        }
    }

    private func lists(_ row: EventIndex.Row) -> Bool {
        guard let landmarks = kind.landmarks else { return true }
        return row.landmark.map(landmarks.contains) ?? false
    }

    func count(in index: EventIndex) -> Int { listed?.count ?? index.rows.count }

    private func row(_ place: Int) -> Int { listed?[place] ?? place }

    /// The place in the list of the last row up to a row of the index, and whether it is that very row; nil
    /// before the first.
    private func place(of row: Int?, in index: EventIndex) -> (place: Int, isExact: Bool)? {
        guard let row else { return nil }
        guard let listed else { return (row, true) }
        let end = listed.partitioningIndex { $0 > row }
        return end == 0 ? nil : (end - 1, listed[end - 1] == row)
    }

    // MARK: Work that is done by and by

    /// Whether names or rows are still looked for.
    func hasWork(in index: EventIndex) -> Bool {
        isOpen && (folded < index.rows.count || isSearching(index))
    }

    func isSearching(_ index: EventIndex) -> Bool {
        !query.isEmpty && searched < index.rows.count
    }

    /// Does a part of it.
    mutating func work(_ index: EventIndex, _ events: [Event], in state: SessionState) {
        guard hasWork(in: index) else { return }
        if folded < index.rows.count {
            var outlook = outlook ?? SessionState(id: state.id)
            self.outlook = nil
            let end = min(folded + Self.slice, index.rows.count)
            for row in index.rows[folded..<end] where row.bytes == nil {
                outlook.apply(events[row.last - 1])
            }
            folded = end
            self.outlook = outlook
            guard folded == index.rows.count else { return }
        }
        guard isSearching(index) else { return }
        let end = min(searched + Self.slice, index.rows.count)
        let query = query.lowercased()
        for row in searched..<end where lists(index.rows[row]) {
            let words = sentence(of: index.rows[row], events, in: state).lowercased()
            if words.contains(query) { listed?.append(row) }
        }
        searched = end
    }

    /// What a row says. What has been shown is named as it is now, what is to come as it will be.
    func sentence(
        of row: EventIndex.Row,
        _ events: [Event],
        in state: SessionState
    ) -> String {
        let event = events[row.last - 1]
        let state = event.sequence <= state.sequence ? state : outlook ?? state
        guard let bytes = row.bytes, case .textAppended(let piece) = event.fact else {
            return EventSentence(event, in: state, longest: Self.longest).text
        }
        return EventSentence(writing: piece.attempt, bytes: bytes, in: state).text
    }

    // MARK: Moving

    /// Where a replay at a row goes by that many rows of the list, down when positive; nil where there is
    /// nothing listed.
    func position(by rows: Int, from row: Int?, in index: EventIndex) -> Int? {
        let count = count(in: index)
        guard count > 0 else { return nil }
        let here = place(of: row, in: index)
        // Between two rows, the one above is a row away as well as the one below.
        let start = here.map { $0.isExact || rows > 0 ? $0.place : $0.place + 1 } ?? -1
        let (sum, overflow) = start.addingReportingOverflow(rows)
        let place = overflow ? (rows < 0 ? 0 : count - 1) : min(max(0, sum), count - 1)
        return index.rows[self.row(place)].last
    }

    func position(toEnd: Bool, in index: EventIndex) -> Int? {
        let count = count(in: index)
        return count == 0 ? nil : index.rows[row(toEnd ? count - 1 : 0)].last
    }

    func position(at point: Point, in index: EventIndex) -> Int? {
        view.row(at: point).flatMap { $0 < count(in: index) ? index.rows[row($0)].last : nil }
    }

    /// As many rows as a page has.
    var page: Int { max(1, area.height - 3) }

    // MARK: Drawing

    /// Draws the rows in view, and nothing is made of the others.
    ///
    /// - Parameter draw: draws a row of the index into its line.
    mutating func render(
        in area: Rect,
        at row: Int?,
        _ index: EventIndex,
        into buffer: inout CellBuffer,
        theme: Theme,
        draw: (Int, Rect, inout CellBuffer) -> Void
    ) {
        let here = place(of: row, in: index)
        view.setCount(count(in: index))
        view.select(here?.place ?? 0)
        let isHere = here?.isExact == true
        let style = isHere && hasFocus ? theme.selection : theme.selectionInactive
        var view = view
        view.render(in: area, into: &buffer, selection: here == nil ? nil : style) {
            draw(self.row($0), $1, &$2)
        }
        self.view = view
    }

    /// `12 of 340`, counted in what is listed.
    func standing(at row: Int?, in index: EventIndex) -> String {
        let place = place(of: row, in: index).map { $0.place + 1 } ?? 0
        return "\(place) of \(count(in: index))"
    }
}
