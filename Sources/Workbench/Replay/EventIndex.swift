import PodiumCore

/// The events of a recording in rows, as the list shows them, and its landmarks.
///
/// An event is a row; pieces of text that one call wrote between two other events are one. Rows stand in
/// the order in which they end. One pass makes it, and it holds no text.
struct EventIndex: Sendable {
    struct Row: Hashable, Sendable {
        /// The positions of its first and its last event, counted from 1. Text of others may lie between.
        fileprivate(set) var first: Int
        fileprivate(set) var last: Int
        /// Of text, in UTF-8; nil for any other event.
        fileprivate(set) var bytes: Int?
        fileprivate let attempt: AttemptID?
        let landmark: Landmark?
    }

    private(set) var rows: [Row] = []
    private(set) var markers: [Marker] = []

    /// As many calls as are looked through for the one that goes on writing. Of more that write at once,
    /// one may have several rows.
    private static let writers = 32

    init(_ events: [Event]) {
        // Where the rows of text begin that may still grow.
        var growing = 0
        for (index, event) in events.enumerated() {
            let position = index + 1
            guard case .textAppended(let piece) = event.fact else {
                settle(from: growing)
                let marker = Marker(event, at: position)
                if let marker { markers.append(marker) }
                rows.append(
                    Row(
                        first: position,
                        last: position,
                        attempt: nil,
                        landmark: marker?.landmark
                    )
                )
                growing = rows.count
                continue
            }
            append(piece, at: position, from: growing)
        }
        settle(from: growing)
    }

    private mutating func append(_ piece: TextAppended, at position: Int, from growing: Int) {
        let bytes = piece.text.utf8.count
        let latest = max(growing, rows.count - Self.writers)
        if let row = rows[latest...].lastIndex(where: { $0.attempt == piece.attempt }) {
            rows[row].last = position
            rows[row].bytes = (rows[row].bytes ?? 0) + bytes
        } else {
            rows.append(
                Row(
                    first: position,
                    last: position,
                    bytes: bytes,
                    attempt: piece.attempt,
                    landmark: nil
                )
            )
        }
    }

    private mutating func settle(from start: Int) {
        if rows.count - start > 1 { rows[start...].sort { $0.last < $1.last } }
    }

    // MARK: Finding

    /// The row of the event that a replay at a position has shown last; nil before the first.
    ///
    /// - Parameter events: those it was made of.
    func row(at position: Int, in events: [Event]) -> Int? {
        guard position > 0, position <= events.count else { return nil }
        let start = rows.partitioningIndex { $0.last >= position }
        guard case .textAppended(let piece) = events[position - 1].fact else { return start }
        return rows[start...].firstIndex {
            $0.attempt == piece.attempt && $0.first <= position
        }
    }

    /// The landmark next to a position that is one of some kinds; nil when there is none.
    func marker(
        after position: Int,
        forward: Bool,
        of kinds: Set<Landmark> = Set(Landmark.allCases)
    ) -> Marker? {
        if forward {
            let start = markers.partitioningIndex { $0.position > position }
            return markers[start...].first { kinds.contains($0.landmark) }
        }
        let end = markers.partitioningIndex { $0.position >= position }
        return markers[..<end].last { kinds.contains($0.landmark) }
    }
}

extension Array {
    /// The first index whose element is in the second part, where the elements of the first stand before
    /// those of the second.
    func partitioningIndex(where isInSecond: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = low + (high - low) / 2
            if isInSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
