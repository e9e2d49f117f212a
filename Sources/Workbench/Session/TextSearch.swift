/// Finds a query in a growing text, looking at each byte about once. Capital ASCII letters fit small
/// ones and the other way round.
struct TextSearch: Equatable, Sendable {
    private let query: [UInt8]
    /// UTF-8 ranges, in order, without overlap.
    private(set) var matches: [Range<Int>] = []
    private var searched = 0

    /// Nil for an empty query.
    init?(_ query: String) {
        guard !query.isEmpty else { return nil }
        self.query = query.utf8.map(Self.folded)
    }

    /// Searches what has come since.
    mutating func extend(over text: String) {
        var text = text
        text.withUTF8 { bytes in
            var start = searched
            while start + query.count <= bytes.count {
                if holds(bytes, at: start) {
                    matches.append(start..<start + query.count)
                    start += query.count
                } else {
                    start += 1
                }
            }
            searched = start
        }
    }

    private func holds(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        for (offset, byte) in query.enumerated() where Self.folded(bytes[start + offset]) != byte {
            return false
        }
        return true
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    /// The matches that lie in a range, at least in part.
    func matches(in range: Range<Int>) -> ArraySlice<Range<Int>> {
        let first = firstIndex { $0.upperBound > range.lowerBound }
        let last = firstIndex { $0.lowerBound >= range.upperBound }
        return matches[first..<max(first, last)]
    }

    /// The first match for which something holds that holds for all behind it.
    private func firstIndex(_ holds: (Range<Int>) -> Bool) -> Int {
        var low = 0
        var high = matches.count
        while low < high {
            let middle = (low + high) / 2
            if holds(matches[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
