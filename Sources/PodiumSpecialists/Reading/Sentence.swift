/// A sentence of a puzzle in plain words: contractions are taken apart, so that `isn't` is read as
/// `is not` and `dog's` as `dog` and the mark `'s`.
struct Sentence: Hashable, Sendable {
    var tokens: [Token]
    var isQuestion: Bool

    /// The sentences of a text. A text in quotation marks that ends with a full stop ends its
    /// sentence too, unless "says Ann" follows.
    static func split(_ tokens: [Token]) -> [Sentence] {
        var sentences: [Sentence] = []
        var start = 0
        func close(at end: Int, isQuestion: Bool) {
            if end > start {
                let words = expanded(Array(tokens[start..<end]))
                sentences.append(Sentence(tokens: words, isQuestion: isQuestion))
            }
        }
        for (index, token) in tokens.enumerated() {
            let next = index + 1 < tokens.count ? tokens[index + 1] : nil
            if token.isSymbol(".?!;") {
                let isInside = token.isSymbol(".!") && next?.followsSpace == false
                if isInside, next?.kind != .quoted { continue }
                close(at: index, isQuestion: token.isSymbol("?"))
                start = index + 1
            } else if token.kind == .quoted, let last = token.text.last, ".?!".contains(last),
                next?.text.first?.isUppercase ?? true
            {
                close(at: index + 1, isQuestion: false)
                start = index + 1
            }
        }
        close(at: tokens.count, isQuestion: false)
        return sentences
    }

    private static let negations: [String: String] = [
        "isn't": "is", "aren't": "are", "doesn't": "does", "don't": "do", "didn't": "did",
        "wasn't": "was", "weren't": "were", "can't": "can", "hasn't": "has", "haven't": "have",
    ]

    private static let subjects: [String: (String, String)] = [
        "i'm": ("I", "am"), "we're": ("we", "are"), "they're": ("they", "are"),
        "he's": ("he", "is"), "she's": ("she", "is"), "it's": ("it", "is"),
        "that's": ("that", "is"), "what's": ("what", "is"), "who's": ("who", "is"),
        "there's": ("there", "is"),
    ]

    private static func expanded(_ tokens: [Token]) -> [Token] {
        tokens.flatMap { token -> [Token] in
            guard token.kind == .word else { return [token] }
            if let verb = negations[token.key] { return [token.as(verb), token.as("not")] }
            if token.key == "cannot" { return [token.as("can"), token.as("not")] }
            if let (subject, verb) = subjects[token.key] {
                return [token.as(subject), token.as(verb)]
            }
            guard token.key.hasSuffix("'s"), token.key.count > 2 else { return [token] }
            return [token.as(String(token.text.dropLast(2))), token.as("'s")]
        }
    }
}

extension Token {
    /// The same place with other words.
    func `as`(_ text: String) -> Token {
        Token(
            kind: .word,
            text: text,
            key: text.lowercased(),
            followsSpace: followsSpace,
            range: range
        )
    }

    var isCapitalised: Bool { kind == .word && text.first?.isUppercase == true }
}

/// Reads words of a sentence one after another.
struct WordReader: Sendable {
    let tokens: [Token]
    var position = 0

    init(_ tokens: [Token]) { self.tokens = tokens }

    var isAtEnd: Bool { position >= tokens.count }
    var next: Token? { position < tokens.count ? tokens[position] : nil }
    var rest: [Token] { Array(tokens.dropFirst(position)) }

    func token(after offset: Int) -> Token? {
        let index = position + offset
        return index < tokens.count ? tokens[index] : nil
    }

    /// Takes these words if they are next: `take("if", "and", "only", "if")`.
    mutating func take(_ words: String...) -> Bool {
        for (offset, word) in words.enumerated() {
            guard let token = token(after: offset), token.kind != .quoted, token.key == word else {
                return false
            }
        }
        position += words.count
        return true
    }

    /// Takes one of these words if it is next.
    mutating func take(any words: Set<String>) -> String? {
        guard let token = next, token.kind != .quoted, words.contains(token.key) else { return nil }
        position += 1
        return token.key
    }

    mutating func skip(_ words: Set<String>) {
        while take(any: words) != nil {}
    }
}
