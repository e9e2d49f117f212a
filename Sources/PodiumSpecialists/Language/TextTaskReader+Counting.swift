/// Requests for a count, and what is to be counted.
extension TextTaskReader {
    func countTask() -> Found? {
        for index in tokens.indices {
            let next = index + 1 < tokens.count ? tokens[index + 1] : nil
            let isHead =
                tokens[index].isWord(["count", "counting"])
                || tokens[index].isWord(["how"]) && next?.isWord(["many", "often"]) == true
                || tokens[index].isWord(["number"]) && next?.isWord(["of"]) == true
                || tokens[index].isWord(["length"])
            guard isHead, let countable = countable(after: index) else { continue }
            return Found(task: .count(countable), position: index)
        }
        return nil
    }

    private func countable(after head: Int) -> TextTask.Countable? {
        if tokens[head].isWord(["length"]) { return .letters }
        var isDistinct = false
        var isCapital = false
        let end = min(tokens.count, head + 9)
        for index in head + 1..<max(end, head + 1) {
            let token = tokens[index]
            if let letter = letter(at: index) { return .letter(letter) }
            if token.kind == .quoted { return nil }
            switch token.key {
            case "distinct", "different", "unique": isDistinct = true
            case "capital", "uppercase": isCapital = true
            case "letters", "letter":
                if index + 1 < tokens.count, let letter = letter(at: index + 1) {
                    return .letter(letter)
                }
                return isCapital ? .capitals : isDistinct ? .distinctLetters : .letters
            case "vowels", "vowel": return .vowels
            case "consonants", "consonant": return .consonants
            case "words": return .words
            case "characters", "symbols": return .characters
            case "digits": return .digits
            case "capitals": return .capitals
            case "in": return nil
            default: continue
            }
        }
        return nil
    }

    /// A single letter that is to be counted: `r's`, `letter r`, `"r"`.
    private func letter(at index: Int) -> Character? {
        let token = tokens[index]
        if token.kind == .quoted { return token.text.count == 1 ? lower(token.text) : nil }
        guard token.kind == .word else { return nil }
        let isPlural = index + 1 < tokens.count && tokens[index + 1].isWord(["s"])
        if token.key.count == 3, token.key.hasSuffix("'s") { return lower(token.key) }
        // "how many rs": a letter and a plural s, which is no word.
        if token.key.count == 2, token.key.hasSuffix("s"), !["is", "as", "us"].contains(token.key) {
            return lower(token.key)
        }
        let follows = index > 0 && tokens[index - 1].isWord(["letter", "letters", "character"])
        let isAlone =
            token.key.count == 1 && (follows || isPlural || token.key != "a" && token.key != "i")
        return isAlone ? lower(token.key) : nil
    }

    private func lower(_ text: String) -> Character? { text.lowercased().first }
}
