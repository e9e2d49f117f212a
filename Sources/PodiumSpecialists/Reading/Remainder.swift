/// What is left of an instruction once a reading has taken its part.
///
/// A specialist answers only when nothing is left. Every word, number, sign and quoted text must be
/// part of an operand, belong to a task that is done, or be a word that changes nothing. Otherwise
/// it would answer another question than the one that was asked.
struct Remainder: Sendable {
    private let tokens: ArraySlice<Token>
    private var isTaken: Set<Int> = []

    init(_ tokens: ArraySlice<Token>) { self.tokens = tokens }

    /// Takes the tokens that lie in a range of characters.
    mutating func take(characters: Range<Int>) {
        isTaken.formUnion(tokens.indices.filter { characters.overlaps(tokens[$0].range) })
    }

    /// Takes tokens by their position in the instruction.
    mutating func take(_ indices: some Sequence<Int>) { isTaken.formUnion(indices) }

    /// Takes every one of these words, and "not" where one of `negatable` follows.
    mutating func take(words: Set<String>, negatable: Set<String> = []) {
        for index in tokens.indices {
            let isNegation =
                tokens[index].isWord(["not"]) && index + 1 < tokens.endIndex
                && tokens[index + 1].isWord(negatable)
            if isNegation || tokens[index].isWord(words) { isTaken.insert(index) }
        }
    }

    /// The tokens that nothing has taken, in order. Punctuation is never left; a sign is.
    var left: [Token] {
        tokens.indices.filter { !isTaken.contains($0) && !isPunctuation($0) }.map { tokens[$0] }
    }

    /// A hyphen or dash is punctuation between words, and a sign beside a number.
    private func isPunctuation(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .symbol else { return false }
        if Self.marks.contains(token.text) { return true }
        guard Self.dashes.contains(token.text) else { return false }
        let next = index + 1 < tokens.endIndex ? tokens[index + 1] : nil
        return next?.kind != .number && next?.isSymbol("(") != true
    }

    private static let marks = ".,:;?!'’‘\"“”«»`()[]…"
    private static let dashes = "-–—‑−"
}

extension Attempt {
    /// A reading that left these tokens over.
    static func unread(_ tokens: [Token]) -> Attempt {
        let words = tokens.prefix(8).map { $0.kind == .quoted ? "\"\($0.text)\"" : $0.text }
        let text = words.joined(separator: " ").prefix(120)
        return .unread(String(text) + (tokens.count > 8 ? " …" : ""))
    }
}
