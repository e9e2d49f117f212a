/// One grapheme cluster of a text, by its UTF-8 offsets.
struct Grapheme {
    var start: Int
    var end: Int
    /// The scalar when the cluster is a single harmless one; else nil, and the cluster has to be
    /// looked at (`GraphemeScanner.glyphs(of:policy:)`).
    var scalar: Unicode.Scalar?

    /// The columns it takes when written.
    @inline(__always)
    func width(in scanner: GraphemeScanner, policy: WidthPolicy) -> Int {
        guard let scalar else {
            return scanner.glyphs(of: self, policy: policy).reduce(0) { $0 + $1.width }
        }
        return scalar.value < 0x7F ? 1 : scalar.columns(policy: policy)
    }
}

/// Walks a text by grapheme clusters without asking the standard library where nearly all text
/// needs no asking: ASCII, CJK, and other scalars that never join their neighbours.
struct GraphemeScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// The UTF-8 offset of the next cluster.
    private(set) var position: Int

    /// In bytes: nearly all clusters, and several times the longest emoji sequences. What is
    /// longer is cut.
    private static let usualCluster = 40
    private static let longestCluster = 256

    /// `bytes` are valid UTF-8 and must outlive the scanner. `position` must be a cluster boundary.
    init(bytes: UnsafeBufferPointer<UInt8>, position: Int) {
        self.bytes = bytes
        self.position = position
    }

    /// The byte at an offset, or 0 after the end.
    @inline(__always)
    func byte(at offset: Int) -> UInt8 {
        offset < bytes.count ? bytes[offset] : 0
    }

    @inline(__always)
    mutating func next() -> Grapheme? {
        guard position < bytes.count else { return nil }
        let start = position
        let first = bytes[start]
        if first < 0x80 {
            if start + 1 == bytes.count || bytes[start + 1] < 0x80 || standsAlone(at: start + 1) {
                position = start + 1
                let isText = first >= 0x20 && first != 0x7F
                return Grapheme(
                    start: start,
                    end: position,
                    scalar: isText ? Unicode.Scalar(first) : nil
                )
            }
        } else if standsAlone(at: start) {
            let (value, length) = decode(at: start)
            let end = start + length
            if end == bytes.count || bytes[end] < 0x80 || standsAlone(at: end) {
                position = end
                return Grapheme(start: start, end: end, scalar: Unicode.Scalar(value))
            }
        }
        return nextByStandardLibrary()
    }

    /// Takes printable ASCII without spaces, each letter of which is a cluster; empty where there is
    /// none. A letter before anything else than ASCII is left: that may belong to it.
    @inline(__always)
    mutating func nextWord() -> Range<Int> {
        let start = position
        var end = start
        while end < bytes.count, bytes[end] > 0x20, bytes[end] < 0x7F { end += 1 }
        if end < bytes.count, bytes[end] >= 0x80, end > start { end -= 1 }
        position = end
        return start..<end
    }

    /// Segments at `position` with the standard library's tables.
    ///
    /// It sees a copy of a few bytes. An index into the whole text would make the library look
    /// back for a boundary, through all of a row of flags or a pile of marks; and thousands of
    /// marks on one base would be walked through again with every piece that is appended.
    private mutating func nextByStandardLibrary() -> Grapheme {
        let start = position
        for length in [Self.usualCluster, Self.longestCluster] {
            let limit = scalarBoundary(atMost: start + length)
            let head = String(decoding: bytes[start..<limit], as: UTF8.self)
            let end = head.index(after: head.startIndex)
            position = start + head.utf8.distance(from: head.startIndex, to: end)
            if position < limit || limit == bytes.count { break }
        }
        return Grapheme(start: start, end: position, scalar: nil)
    }

    private func scalarBoundary(atMost offset: Int) -> Int {
        guard offset < bytes.count else { return bytes.count }
        var offset = offset
        while bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }

    /// The cluster as text.
    func string(of grapheme: Grapheme) -> String {
        String(decoding: bytes[grapheme.start..<grapheme.end], as: UTF8.self)
    }

    /// Decodes the scalar at an offset. A Swift string is valid UTF-8, so nothing is checked.
    @inline(__always)
    private func decode(at offset: Int) -> (value: UInt32, length: Int) {
        let first = UInt32(bytes[offset])
        if first < 0xE0 {
            return ((first & 0x1F) << 6 | UInt32(bytes[offset + 1]) & 0x3F, 2)
        }
        if first < 0xF0 {
            let middle = (UInt32(bytes[offset + 1]) & 0x3F) << 6
            return ((first & 0xF) << 12 | middle | UInt32(bytes[offset + 2]) & 0x3F, 3)
        }
        let high = (first & 7) << 18 | (UInt32(bytes[offset + 1]) & 0x3F) << 12
        return (
            high | (UInt32(bytes[offset + 2]) & 0x3F) << 6 | UInt32(bytes[offset + 3]) & 0x3F, 4
        )
    }

    /// True when the scalar at an offset never shares a cluster with another scalar for which
    /// this is true, nor with ASCII: Grapheme_Cluster_Break=Other, not pictographic, not Indic.
    @inline(__always)
    private func standsAlone(at offset: Int) -> Bool {
        let first = bytes[offset]
        guard first >= 0xC3, first < 0xF0 else { return false }
        let (value, _) = decode(at: offset)
        return switch value {
        case 0xC0...0x2FF, 0x370...0x482, 0x48A...0x52F: true
        case 0x2010...0x2027, 0x2030...0x203B, 0x20A0...0x20BF, 0x2190...0x2193: true
        case 0x2400...0x2426, 0x2500...0x25A9, 0x25C1...0x25FA, 0x2800...0x28FF: true
        case 0x3001...0x3029, 0x3041...0x3096, 0x309B...0x30FF: true
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFF9D: true
        default: false
        }
    }
}

/// Runs `body` with a scanner over the text, from a UTF-8 offset that is a cluster boundary.
@inline(__always)
func withGraphemes<Result>(
    of text: Substring,
    from offset: Int = 0,
    _ body: (inout GraphemeScanner) -> Result
) -> Result {
    var text = text
    // `withUTF8` copies only what is not native UTF-8, which Linux does not have, and the few
    // bytes of a small string.
    return text.withUTF8 { bytes in
        var scanner = GraphemeScanner(bytes: bytes, position: offset)
        return body(&scanner)
    }
}
