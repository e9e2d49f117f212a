/// Sorting, reversing and picking.
extension TextPerformer {
    /// What a task makes of several texts together. Nil for a task that is done on each.
    static func asList(_ task: TextTask, _ operands: [String]) -> Attempt? {
        switch task {
        case .sortWords(let descending), .sortEither(let descending):
            return sortWords(operands.joined(separator: ", "), descending: descending)
        case .longestWord, .shortestWord:
            return arrange(task, operands.joined(separator: " "))
        case .reverseWords: return .notUnderstood
        default: return nil
        }
    }

    static func arrange(_ task: TextTask, _ text: String) -> Attempt {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        let shown = text.count <= 60
        switch task {
        case .reverseLetters:
            let letters = text.map { "\($0)" }.joined(separator: " ")
            return solved(
                shown ? ["From the last letter to the first: \(letters)"] : [],
                String(text.reversed())
            )
        case .reverseWords:
            // "Reverse the words pear" may mean their letters.
            guard words.count > 1 else { return .notUnderstood }
            return solved(
                ["\(words.count) words, from the last to the first"],
                words.reversed().joined(separator: " ")
            )
        case .sortLetters(let descending):
            let letters = text.filter { !$0.isWhitespace }.lowercased().sorted()
            let ordered = descending ? letters.reversed() : letters
            return solved(
                shown
                    ? [
                        "The \(letters.count) letters in order: \(ordered.map { "\($0)" }.joined(separator: " "))"
                    ] : [],
                String(ordered)
            )
        case .sortWords(let descending): return sortWords(text, descending: descending)
        case .sortEither(let descending):
            let isList = text.contains { $0 == "," || $0.isWhitespace }
            return arrange(
                isList ? .sortWords(descending: descending) : .sortLetters(descending: descending),
                text
            )
        case .longestWord, .shortestWord:
            let bare = words.map { $0.filter { $0.isLetter || $0.isNumber || $0 == "'" } }
                .filter { !$0.isEmpty }
            let counts = bare.prefix(40).map { "\($0) \($0.count)" }.joined(separator: ", ")
            // The first of equals.
            var best = bare.first ?? ""
            for word in bare {
                let isBetter =
                    task == .longestWord ? word.count > best.count : word.count < best.count
                if isBetter { best = word }
            }
            return solved([counts], best)
        case .initials: return solved([], String(words.compactMap(\.first)))
        case .uppercase: return solved([], text.uppercased())
        case .lowercase: return solved([], text.lowercased())
        default: return .notUnderstood
        }
    }

    static func sortWords(_ text: String, descending: Bool) -> Attempt {
        let hasCommas = text.contains(",")
        let parts = text.split { hasCommas ? $0 == "," : $0.isWhitespace }
            .map { String($0).trimmed }
            .flatMap { hasCommas ? withoutJoint($0) : [$0] }
            .filter { !$0.isEmpty && (hasCommas || $0 != "and") }
        // Numbers have an order of their own.
        guard !parts.contains(where: { $0.contains(where: \.isNumber) }) else {
            return .notUnderstood
        }
        let sorted = parts.sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
        let ordered = descending ? sorted.reversed() : sorted
        return solved(
            ["\(parts.count) words in alphabetical order"],
            ordered.joined(separator: hasCommas ? ", " : " ")
        )
    }

    /// The last of a list: `apple and fig`.
    static func withoutJoint(_ part: String) -> [String] {
        let text = part.hasPrefix("and ") ? String(part.dropFirst(4)) : part
        guard let joint = text.firstRange(of: " and ") else { return [text] }
        return [String(text[..<joint.lowerBound]), String(text[joint.upperBound...])]
    }

    static func pick(
        _ piece: TextTask.Piece,
        _ ordinal: Ordinal,
        from text: String
    ) -> Attempt {
        let pieces =
            piece == .word
            ? text.split(whereSeparator: \.isWhitespace).map(String.init)
            : text.filter { $0.isLetter || $0.isNumber }.map(String.init)
        let name = piece == .word ? "words" : "letters"
        guard !pieces.isEmpty else {
            return .impossible("I cannot pick one: there are no \(name).")
        }
        switch ordinal {
        case .last: return solved(["It has \(pieces.count) \(name)"], pieces[pieces.count - 1])
        case .position(let position):
            guard position <= pieces.count else {
                return .impossible(
                    "I cannot pick number \(position): it has \(pieces.count) \(name)."
                )
            }
            return solved(["It has \(pieces.count) \(name)"], pieces[position - 1])
        }
    }

    static func folded(_ text: String) -> String {
        String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    static func anagrams(_ operands: [String]) -> Attempt {
        var pair = operands
        if pair.count == 1 {
            pair = pair[0].split { $0 == "," || $0.isWhitespace }.map(String.init)
                .filter { $0 != "and" && $0 != "of" && $0 != "an" && $0 != "anagram" }
        }
        guard pair.count == 2 else { return .notUnderstood }
        let letters = pair.map { String(folded($0).sorted()) }
        return solved(
            zip(pair, letters).map { "the letters of \($0) in order: \($1)" },
            letters[0] == letters[1] ? "yes" : "no"
        )
    }
}
