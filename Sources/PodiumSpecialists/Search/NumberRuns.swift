/// The whole numbers of a text, in runs: `3, 7 and 25` is one run.
struct NumberRuns: Sendable {
    struct Run: Hashable, Sendable {
        var values: [Int]
        /// The tokens it spans.
        var range: Range<Int>
    }

    var runs: [Run] = []
    /// A number that is no whole number of at most twelve digits.
    var hasOthers = false

    init(_ tokens: [Token]) {
        var index = 0
        var isOpen = false
        while index < tokens.count {
            if let (value, end) = Self.number(tokens, at: index) {
                if isOpen, let last = runs.indices.last {
                    runs[last].values.append(value)
                    runs[last].range = runs[last].range.lowerBound..<end
                } else {
                    runs.append(Run(values: [value], range: index..<end))
                }
                isOpen = true
                index = end
                continue
            }
            if tokens[index].kind == .number { hasOthers = true }
            isOpen = isOpen && Self.continues(tokens, after: index)
            index += 1
        }
    }

    /// A comma or "and" goes on with the run when a number follows.
    private static func continues(_ tokens: [Token], after index: Int) -> Bool {
        guard tokens[index].isSymbol(",;&") || tokens[index].isWord(["and"]) else { return false }
        var next = index + 1
        while next < tokens.count, next < index + 2, tokens[next].isWord(["and"]) { next += 1 }
        return number(tokens, at: next) != nil
    }

    static func number(_ tokens: [Token], at index: Int) -> (Int, Int)? {
        guard index < tokens.count else { return nil }
        let token = tokens[index]
        if token.isSymbol("-−"), index + 1 < tokens.count, !tokens[index + 1].followsSpace,
            tokens[index + 1].kind == .number,
            index == 0 || token.followsSpace || tokens[index - 1].isSymbol(",;([{")
        {
            return plain(tokens[index + 1]).map { (-$0, index + 2) }
        }
        if token.kind == .number { return plain(token).map { ($0, index + 1) } }
        guard token.kind == .word, let (value, end) = NumberWords.read(tokens, at: index),
            let small = Int(exactly: value)
        else { return nil }
        return small < 1_000_000 ? (small, end) : nil
    }

    private static func plain(_ token: Token) -> Int? {
        let digits = token.text.filter { $0 != "," }
        guard digits.count <= 12, digits.allSatisfy(\.isDecimalDigit) else { return nil }
        return Int(digits)
    }
}
