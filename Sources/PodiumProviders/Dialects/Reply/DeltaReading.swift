/// What is new in each delta of a channel, also from a server that sends the whole text so far in
/// every one.
///
/// Such a server is known by deltas that each begin with the one before and are longer. Where the
/// first two look like that, what follows is held back until it is clear: a model may write `ha`
/// and then `haha`.
struct DeltaReading {
    private enum Mode {
        case first
        /// Each delta began with the one before, beginning with the `first`.
        case suspicious(first: Int, held: [String])
        case plain
        case cumulative
    }

    /// Bytes of a text that no model repeats by chance.
    private static let certainLength = 16
    /// The same, where the reply has ended.
    private static let likelyLength = 8

    /// Deltas that are held back at most.
    private static let patience = 16
    /// Bytes at the end of a text that a server may take back: a cut character, a blank.
    private static let revision = 8

    private var mode = Mode.first
    /// The last delta, which is the text so far if they are cumulative.
    private var whole = ""

    /// What is new in the next delta; empty where that is not clear yet.
    mutating func take(_ delta: String) -> String {
        switch mode {
        case .plain: return delta
        case .first: return begin(with: delta)
        case .suspicious(let first, let held): return weigh(delta, first: first, held: held)
        case .cumulative: return extend(with: delta)
        }
    }

    /// What was held back: no more follows.
    mutating func finish() -> String {
        guard case .suspicious(let first, let held) = mode else { return "" }
        mode = .plain
        let isLikely = first >= Self.likelyLength / 2 && whole.utf8.count >= Self.likelyLength
        return isLikely ? new(since: first) : held.joined()
    }

    private mutating func begin(with delta: String) -> String {
        if whole.isEmpty {
            whole = delta
            return delta
        }
        let isBlank = whole.allSatisfy(\.isWhitespace)
        guard !isBlank, delta.utf8.count > whole.utf8.count, continues(delta) else {
            mode = .plain
            return delta
        }
        mode = .suspicious(first: whole.utf8.count, held: [delta])
        whole = delta
        return ""
    }

    private mutating func weigh(_ delta: String, first: Int, held: [String]) -> String {
        guard continues(delta) else {
            mode = .plain
            whole = ""
            return held.joined() + delta
        }
        whole = delta
        guard whole.utf8.count >= Self.certainLength else {
            // What does not become clear soon is as it is.
            if held.count >= Self.patience {
                mode = .plain
                return held.joined() + delta
            }
            mode = .suspicious(first: first, held: held + [delta])
            return ""
        }
        mode = .cumulative
        return new(since: first)
    }

    private mutating func extend(with delta: String) -> String {
        if continues(delta) {
            let length = whole.utf8.count
            whole = delta
            return new(since: length)
        }
        // A part of what was said already is nothing new; anything else is.
        if whole.utf8.starts(with: delta.utf8) { return "" }
        let shared = zip(whole.utf8, delta.utf8).prefix { $0 == $1 }.count
        if shared > 0, shared + Self.revision >= whole.utf8.count {
            let length = whole.utf8.count
            whole = delta
            return new(since: min(length, delta.utf8.count))
        }
        whole += delta
        return delta
    }

    private func continues(_ delta: String) -> Bool { delta.utf8.starts(with: whole.utf8) }

    private func new(since length: Int) -> String {
        String(decoding: whole.utf8.dropFirst(length), as: UTF8.self)
    }
}
