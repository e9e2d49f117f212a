/// Requests for a count, and what is to be counted.
extension TextTaskReader {
    func countTask() -> Found? {
        for index in tokens.indices {
            let next = index + 1 < tokens.count ? tokens[index + 1] : nil
            if tokens[index].isWord(["length"]) { return count([.length], index, [index]) }
            let isHead =
                tokens[index].isWord(["count", "counting"])
                || tokens[index].isWord(["how"]) && next?.isWord(["many", "often"]) == true
                || tokens[index].isWord(["number"]) && next?.isWord(["of"]) == true
            guard isHead, let found = countables(after: index) else { continue }
            return found
        }
        return nil
    }

    private func count(
        _ countables: [TextTask.Countable],
        _ position: Int,
        _ used: Set<Int>,
        together: Bool = false
    ) -> Found {
        let task: TextTask =
            countables.count == 1
            ? .count(countables[0]) : .counts(countables, together: together)
        return Found(task: task, position: position, used: used)
    }

    /// `vowels`, `l's and o's`, `vowels or digits`
    private func countables(after head: Int) -> Found? {
        var list: [TextTask.Countable] = []
        var used: Set<Int> = []
        var joints: Set<String> = []
        var index = head + 1
        while let item = countable(from: index, isFirst: list.isEmpty) {
            list.append(item.kind)
            used.formUnion(item.used)
            index = item.end
            var next = index
            while next < tokens.count, tokens[next].isSymbol(",") || isJoint(next) {
                if isJoint(next) { joints.insert(tokens[next].key) }
                next += 1
            }
            guard next > index else { break }
            index = next
        }
        guard !list.contains(.words) || !choosesWords(after: index) else { return nil }
        guard !list.isEmpty, Set(list).count == list.count, joints.count <= 1 || list.count == 1
        else { return nil }
        if list.count > 1, joints.contains("or") { used.formUnion(orWords(head..<index)) }
        return count(list, head, used, together: joints.contains("or"))
    }

    /// "How many words in X contain an a" counts only some of them.
    private func choosesWords(after end: Int) -> Bool {
        tokens.indices.dropLast().contains { index in
            let next = tokens[index + 1]
            return index >= end && tokens[index].isWord(Self.choosing)
                && (next.isWord(Self.chosen) || next.kind == .word && next.text.count <= 2
                    || next.kind == .quoted && next.text.count == 1)
        }
    }

    private static let choosing: Set<String> = [
        "contain", "contains", "containing", "have", "has", "having", "with",
    ]
    private static let chosen: Set<String> = [
        "a", "an", "the", "letter", "letters", "more", "at", "no", "any", "only", "exactly",
    ]

    private func isJoint(_ index: Int) -> Bool { tokens[index].isWord(["and", "or"]) }

    private func orWords(_ range: Range<Int>) -> [Int] {
        range.filter { $0 < tokens.count && tokens[$0].isWord(["or", "either"]) }
    }

    private typealias Item = (kind: TextTask.Countable, used: Set<Int>, end: Int)

    /// What is counted, with what says more of it. Words before the first that say nothing here are
    /// stepped over; whoever reads the whole sentence sees whether they mean something.
    private func countable(from start: Int, isFirst: Bool) -> Item? {
        var isDistinct = false
        var capital: Int?
        var marks: Set<Int> = []
        for index in start..<max(start, min(tokens.count, start + (isFirst ? 8 : 4))) {
            let token = tokens[index]
            if let item = letter(at: index) { return item }
            if token.kind == .quoted { return nil }
            switch token.key {
            case "distinct", "different", "unique":
                isDistinct = true
                marks.insert(index)
            case "capital", "uppercase": capital = index
            case "letters", "letter":
                if let item = index + 1 < tokens.count ? letter(at: index + 1) : nil {
                    return (item.kind, item.used.union([index]), item.end)
                }
                marks.insert(index)
                if let capital { return (.capitals, marks.union([capital]), index + 1) }
                if index + 1 < tokens.count, tokens[index + 1].isWord(["long"]) {
                    return (.letters, marks.union([index + 1]), index + 2)
                }
                return (isDistinct ? .distinctLetters : .letters, marks, index + 1)
            case "in": return nil
            default:
                guard let kind = Self.kinds[token.key] else {
                    if isFirst || token.isWord(["the", "how", "many", "number"]) { continue }
                    return nil
                }
                return (kind, [index], index + 1)
            }
        }
        return nil
    }

    private static let kinds: [String: TextTask.Countable] = [
        "vowels": .vowels, "vowel": .vowels, "consonants": .consonants, "consonant": .consonants,
        "words": .words, "characters": .characters, "symbols": .characters, "digits": .digits,
        "capitals": .capitals,
    ]

    /// A single letter that is to be counted: `r's`, `letter r`, `"r"`.
    private func letter(at index: Int) -> Item? {
        let token = tokens[index]
        if token.kind == .quoted {
            return token.text.count == 1 ? item(token.text, index..<index + 1) : nil
        }
        guard token.kind == .word else { return nil }
        let isPlural = index + 1 < tokens.count && tokens[index + 1].isWord(["s"])
        if token.key.count == 3, token.key.hasSuffix("'s") {
            return item(token.key, index..<index + 1)
        }
        // "how many rs": a letter and a plural s, which is no word.
        if token.key.count == 2, token.key.hasSuffix("s"), !["is", "as", "us"].contains(token.key) {
            return item(token.key, index..<index + 1)
        }
        let follows =
            index > 0 && tokens[index - 1].isWord(["letter", "letters", "character", "or"])
        let isAlone =
            token.key.count == 1 && (follows || isPlural || token.key != "a" && token.key != "i")
        return isAlone ? item(token.key, index..<index + (isPlural ? 2 : 1)) : nil
    }

    private func item(_ text: String, _ range: Range<Int>) -> Item? {
        guard let letter = text.lowercased().first else { return nil }
        return (.letter(letter), Set(range), range.upperBound)
    }
}
