/// Finding words in what is shown.
extension MarkdownText {
    /// Marks what fits from now on; an empty query marks nothing. Capital ASCII letters fit small ones
    /// and the other way round.
    public mutating func find(_ query: String) {
        search = SearchResults(query)
    }

    /// How often the query is in the text, as far as it was searched.
    public var matchCount: Int { search.matches.count }

    /// Brings the matches up to date with the text. All of it is rendered for that, once.
    public mutating func updateMatches() {
        guard !search.query.isEmpty else { return }
        search.forget(from: search.settled)
        while search.settled < settledCount {
            search.add(rendered(search.settled, isKept: false), search.settled)
            search.settled += 1
        }
        for index in settledCount..<chunkCount { search.add(rendered(index), index) }
    }

    /// The row in which a match begins.
    public mutating func row(ofMatch match: Int) -> Int {
        let match = search.matches[match]
        return firstRow(of: match.chunk) + match.row
    }
}

/// Where a query was found.
struct SearchResults: Sendable {
    struct Match: Hashable, Sendable {
        var chunk: Int
        /// UTF-8 offsets in the chunk's words.
        var range: Range<Int>
        /// In the chunk.
        var row: Int
    }

    let query: [UInt8]
    private(set) var matches: [Match] = []
    /// How many chunks are searched for good.
    var settled = 0

    init(_ query: String = "") {
        self.query = query.utf8.map(Self.folded)
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    mutating func forget() {
        matches = []
        settled = 0
    }

    /// Forgets what was found from a chunk on.
    mutating func forget(from chunk: Int) {
        while let last = matches.last, last.chunk >= chunk { matches.removeLast() }
    }

    mutating func add(_ chunk: RenderedChunk, _ index: Int) {
        var text = chunk.text
        let found = text.withUTF8 { bytes in
            var found: [Range<Int>] = []
            var start = 0
            while start + query.count <= bytes.count {
                if holds(bytes, at: start) {
                    found.append(start..<start + query.count)
                    start += query.count
                } else {
                    start += 1
                }
            }
            return found
        }
        for range in found {
            let row = chunk.row(containing: range.lowerBound)
            matches.append(Match(chunk: index, range: range, row: row))
        }
    }

    private func holds(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        for (offset, byte) in query.enumerated() where Self.folded(bytes[start + offset]) != byte {
            return false
        }
        return true
    }

    /// What lies in a range of a chunk's words, by offsets from its beginning.
    func matches(in range: Range<Int>, of chunk: Int) -> [Range<Int>] {
        var at = matches.firstIndex {
            $0.chunk > chunk || $0.chunk == chunk && $0.range.upperBound > range.lowerBound
        }
        var result: [Range<Int>] = []
        while at < matches.count, matches[at].chunk == chunk,
            matches[at].range.lowerBound < range.upperBound
        {
            let part = matches[at].range.clamped(to: range)
            result.append(part.lowerBound - range.lowerBound..<part.upperBound - range.lowerBound)
            at += 1
        }
        return result
    }
}
