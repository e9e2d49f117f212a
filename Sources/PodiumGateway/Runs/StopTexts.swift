/// The texts at which a client wants its answer to end, looked for while the answer is written.
struct StopTexts {
    private let texts: [[UInt8]]
    /// How much of the answer was looked through, in bytes.
    private var seen = 0

    init(_ texts: [String]) { self.texts = texts.map { Array($0.utf8) } }

    /// How many bytes of an answer so far may be passed on, and the text at which it ends, if it does.
    ///
    /// What may be the beginning of such a text waits until it is known.
    ///
    /// - Parameter isWhole: whether nothing more comes.
    mutating func end(of answer: String, isWhole: Bool) -> (bytes: Int, stop: String?) {
        let count = answer.utf8.count
        guard !texts.isEmpty else { return (count, nil) }
        let longest = texts.map(\.count).max() ?? 0
        let start = max(0, seen - longest)
        let tail = Array(answer.utf8.dropFirst(start))
        seen = count
        for position in tail.indices {
            if let stop = texts.first(where: { tail[position...].starts(with: $0) }) {
                return (start + position, String(decoding: stop, as: UTF8.self))
            }
            if !isWhole, texts.contains(where: { $0.starts(with: tail[position...]) }) {
                return (start + position, nil)
            }
        }
        return (count, nil)
    }
}
