/// Counts in a text and shows what was counted.
enum TextCounter {
    static func count(_ countable: TextTask.Countable, in text: String) -> Attempt {
        if countable == .words {
            let words = text.split(whereSeparator: \.isWhitespace)
                .filter { $0.contains { $0.isLetter || $0.isNumber } }
            let shown = words.prefix(40).enumerated().map { "\($0 + 1) \($1)" }
            return answer(shown.joined(separator: ", "), words.count)
        }
        if countable == .distinctLetters {
            let letters = Set(text.lowercased().filter(\.isLetter)).sorted()
            return answer(letters.map(String.init).joined(separator: " "), letters.count)
        }
        if countable == .length, text.contains(where: { !$0.isLetter }) {
            return .impossible(
                "I cannot tell what counts: \(text.count { $0.isLetter }) letters or all"
                    + " \(text.count) characters."
            )
        }
        let isCounted = predicate(for: countable)
        let count = text.reduce(0) { $0 + (isCounted($1) ? 1 : 0) }
        return answer(text.count <= 120 ? marked(text, isCounted) : "", count)
    }

    /// Counts several kinds: `2 l's and 1 o`, or their sum where either counts.
    static func counts(
        _ countables: [TextTask.Countable],
        together: Bool,
        in text: String
    ) -> Attempt {
        guard !countables.contains(.words), !countables.contains(.distinctLetters) || !together
        else { return .notUnderstood }
        if together {
            let predicates = countables.map { predicate(for: $0) }
            let count = text.count { character in predicates.contains { $0(character) } }
            return answer(text.count <= 120 ? text : "", count)
        }
        var working: [String] = []
        var parts: [String] = []
        for countable in countables {
            guard let solution = count(countable, in: text).solution,
                let count = Int(solution.answer)
            else { return .notUnderstood }
            working += solution.working
            parts.append("\(count) \(name(of: countable, count))")
        }
        let answer = parts.dropLast().joined(separator: ", ") + " and \(parts.last ?? "")"
        return .solved(Solution(working: working, answer: answer))
    }

    private static func name(of countable: TextTask.Countable, _ count: Int) -> String {
        if case .letter(let letter) = countable { return count == 1 ? "\(letter)" : "\(letter)'s" }
        let plural =
            switch countable {
            case .length: "letters"
            case .distinctLetters: "different letters"
            case .capitals: "capitals"
            default: "\(countable)"
            }
        return count == 1 ? String(plural.dropLast()) : plural
    }

    private static func answer(_ line: String, _ count: Int) -> Attempt {
        .solved(Solution(working: line.isEmpty ? [] : [line], answer: "\(count)"))
    }

    /// The text with a running number after each character that counts: `s t r1 a w b e r2 r3 y`.
    private static func marked(_ text: String, _ isCounted: (Character) -> Bool) -> String {
        var count = 0
        return text.map { character in
            guard isCounted(character) else { return String(character) }
            count += 1
            return "\(character)\(count)"
        }
        .joined(separator: " ")
    }

    private static func predicate(
        for countable: TextTask.Countable
    ) -> (Character) -> Bool {
        let vowels = "aeiou"
        switch countable {
        case .letters, .length: return \.isLetter
        case .characters: return { _ in true }
        case .vowels: return { vowels.contains($0.lowercased()) }
        case .consonants: return { $0.isLetter && !vowels.contains($0.lowercased()) }
        case .digits: return \.isDecimalDigit
        case .capitals: return \.isUppercase
        case .letter(let letter): return { $0.lowercased() == String(letter) }
        case .words, .distinctLetters: return { _ in false }
        }
    }
}
