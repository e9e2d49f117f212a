/// Whether nothing that was written is hidden.
///
/// CommonMark leaves out what a page need not show: definitions of links, cells beyond the last column.
/// Whoever reads an answer wants to see all of it.
enum Completeness {
    /// Whether all letters and digits of a source are among the words that are shown, in their order.
    /// Entities, which stand for others, need not be.
    static func holds(_ source: some Sequence<UInt8>, shown: [UInt8]) -> Bool {
        let source = Array(source)
        var at = 0
        var position = 0
        while at < source.count {
            let byte = source[at]
            if byte == UInt8(ascii: "&"), let end = entityEnd(source, at),
                !continues(source[(at + 1)..<end], in: shown, from: position)
            {
                at = end
                continue
            }
            if isWord(byte) {
                guard let found = shown[position...].firstIndex(of: byte) else { return false }
                position = found + 1
            }
            at += 1
        }
        return true
    }

    static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    /// Behind the semicolon of `&…;`; nil where there is no entity.
    private static func entityEnd(_ source: [UInt8], _ start: Int) -> Int? {
        var at = start + 1
        while at < min(source.count, start + 33) {
            if source[at] == UInt8(ascii: ";") { return at > start + 1 ? at + 1 : nil }
            guard isWord(source[at]) || source[at] == UInt8(ascii: "#") else { return nil }
            at += 1
        }
        return nil
    }

    /// Whether what is shown goes on with these letters: an entity in code is its own text.
    private static func continues(
        _ name: ArraySlice<UInt8>,
        in shown: [UInt8],
        from position: Int
    ) -> Bool {
        let rest = shown[position...].drop { $0 != UInt8(ascii: "&") && !isWord($0) }
        return rest.starts(with: [UInt8(ascii: "&")] + name)
    }
}
