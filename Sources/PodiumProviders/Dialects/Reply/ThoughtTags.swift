/// Tells thoughts apart that a server leaves in the text, between tags at its beginning.
///
/// Models that reason write `<think>…</think>` before the answer; servers without a parser for the
/// model pass it on as it is. Only the vendors' own tags count: `<thinking>` and the like are forms
/// that prompts ask for. A tag later in the text is the answer's own: it may be about such tags.
struct ThoughtTags {
    private static let pairs: [(opening: String, closing: String)] = [
        ("<think>", "</think>"), ("<seed:think>", "</seed:think>"),
        ("[THINK]", "[/THINK]"), ("◁think▷", "◁/think▷"),
        ("<|begin_of_thought|>", "<|end_of_thought|>"),
    ]

    private enum Place {
        /// Only white space and thoughts have come.
        case beginning
        case thoughts(closing: String)
        case answer
    }

    private var place = Place.beginning
    /// White space that a tag may follow.
    private var space = ""
    /// Bytes of white space behind which no tag is looked for.
    private static let spaceLimit = 4_096
    /// What may be the beginning of a tag.
    private var pending = ""
    private var hasThoughts = false

    /// Splits the next piece of text. What may belong to a tag is held back.
    mutating func split(_ text: String) -> [ReplyWords] {
        if case .answer = place { return [.text(text)] }
        pending += text
        var words: [ReplyWords] = []
        while let next = take() {
            if !next.isEmpty { words.append(next) }
        }
        return words
    }

    /// What was held back: no more follows.
    mutating func finish() -> [ReplyWords] {
        defer { (space, pending) = ("", "") }
        if case .thoughts = place { return [.reasoning(pending)] }
        return [.text(hasThoughts ? pending : space + pending)]
    }

    /// The next words that are clear; nil when more must come.
    private mutating func take() -> ReplyWords? {
        switch place {
        case .beginning: begin()
        case .thoughts(let closing): think(until: closing)
        case .answer: pending.isEmpty ? nil : .text(takePending())
        }
    }

    private mutating func begin() -> ReplyWords? {
        let rest = pending.drop(while: \.isWhitespace)
        space += pending[..<rest.startIndex]
        pending = String(rest)
        if pending.isEmpty, space.utf8.count <= Self.spaceLimit { return nil }
        for pair in Self.pairs where pending.hasPrefix(pair.opening) {
            pending = String(pending.dropFirst(pair.opening.count))
            place = .thoughts(closing: pair.closing)
            (space, hasThoughts) = ("", true)
            return think(until: pair.closing)
        }
        if !pending.isEmpty, Self.pairs.contains(where: { $0.opening.hasPrefix(pending) }) {
            return nil
        }
        place = .answer
        // White space after thoughts only set them apart.
        if !hasThoughts { pending = space + pending }
        space = ""
        return .text(takePending())
    }

    private mutating func think(until closing: String) -> ReplyWords? {
        if let tag = pending.firstRange(of: closing) {
            let thoughts = String(pending[..<tag.lowerBound])
            pending = String(pending[tag.upperBound...])
            place = .beginning
            return .reasoning(thoughts)
        }
        let held = Self.overlap(of: pending, with: closing)
        let clear = String(pending.dropLast(held))
        guard !clear.isEmpty else { return nil }
        pending = String(pending.suffix(held))
        return .reasoning(clear)
    }

    private mutating func takePending() -> String {
        defer { pending = "" }
        return pending
    }

    /// How many of the last characters may be the beginning of the tag.
    private static func overlap(of text: String, with tag: String) -> Int {
        (1..<tag.count).reversed().first { tag.hasPrefix(text.suffix($0)) && text.count >= $0 } ?? 0
    }
}
