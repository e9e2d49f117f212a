// The answer as a number, a letter or a formula.

extension AnswerText {
    /// The number that the answer is or, where nothing marks the answer, the last in the text.
    var number: NumberText? {
        let marked = [labelled, boxed, stated].compactMap(\.self)
        for text in marked {
            let numbers = NumberText.all(in: text)
            guard !numbers.isEmpty else { continue }
            // "5 × 3 = 15": what stands after the last sign of equality is meant.
            if let sign = text.lastRange(of: "="),
                let result = NumberText.all(in: String(text[sign.upperBound...])).first
            {
                return result
            }
            return numbers.first
        }
        // Numbers in the work do not count where an answer was given in words.
        return marked.isEmpty ? NumberText.all(in: output).last : nil
    }

    /// The only formula among words or, where nothing marks the answer, the last one.
    var closedForm: String? {
        guard let text = best else { return nil }
        let isMarked = labelled != nil || boxed != nil || stated != nil
        let parts = text.replacing("\\(", with: "$").replacing("\\)", with: "$")
            .split(separator: "$", omittingEmptySubsequences: false)
        // Two dollar signs enclose the second of three parts, four the fourth of five too.
        guard parts.count == 3 || !isMarked && parts.count > 3 && parts.count % 2 == 1 else {
            return text
        }
        return parts[parts.count - 2].trimmed
    }

    /// The letter of a choice, given as `B`, `(B)`, `B. text`, `\text{B}`, or by its text.
    func letter(among choices: [String]) -> Character? {
        let letters = Set(ChoiceLetter.all.prefix(choices.count))
        for text in [labelled, boxed, stated].compactMap(\.self) {
            if let index = Self.index(of: text, in: choices), index < letters.count {
                return ChoiceLetter.all[index]
            }
            if let letter = Self.leadingLetter(of: text, in: letters) { return letter }
            if let letter = Self.namedLetter(in: text, of: letters) { return letter }
        }
        guard let lastLine else { return nil }
        return Self.leadingLetter(of: lastLine, in: letters)
            ?? Self.namedLetter(in: lastLine, of: letters)
    }

    /// The place of the choice that a text repeats. A choice may begin like a letter, as "A, B and
    /// C" does; a lone letter is none's text. Case only counts where it is all that differs.
    private static func index(of text: String, in choices: [String]) -> Int? {
        let key = ExactText.key(text)
        let core = key.filter { $0.isLetter || $0.isNumber }
        guard core.count > 1 || core.first?.isLetter != true else { return nil }
        return choices.firstIndex { undecorated($0) == text }
            ?? choices.firstIndex { ExactText.key($0) == key }
    }

    private static func leadingLetter(of text: String, in letters: Set<Character>) -> Character? {
        var text = undecorated(text)
        for wrapper in ["\\text{", "\\textbf{", "\\mathrm{", "\\mathbf{"]
        where text.hasPrefix(wrapper) {
            text = text.dropFirst(wrapper.count).replacing("}", with: "").trimmed
        }
        for word in ["option ", "choice "] where text.lowercased().hasPrefix(word) {
            text = undecorated(String(text.dropFirst(word.count)))
        }
        text = String(text.drop { "*([{\"'".contains($0) })
        guard let letter = text.first else { return nil }
        let next = text.dropFirst().first
        // A lower-case letter counts where it stands alone: "a house" is no choice.
        if letter.isLowercase, text.dropFirst().contains(where: { $0.isLetter || $0.isNumber }) {
            return nil
        }
        guard let upper = letter.uppercased().first, letters.contains(upper) else { return nil }
        guard let next else { return upper }
        if ").:]}*,\"'".contains(next) { return upper }
        // "B - text", "B (text)" and "A is right", yet not "A house".
        let rest = text.dropFirst().trimmed
        return next.isWhitespace
            && ["-", "–", "—", "(", "is ", "because"].contains(where: rest.hasPrefix) ? upper : nil
    }

    /// The last `(B)`, `**B**`, `option B` or `choice B`, or a letter that ends the text.
    private static func namedLetter(
        in text: String,
        of letters: Set<Character>
    ) -> Character? {
        let words = text.split { $0.isWhitespace || ",;".contains($0) }
        for index in words.indices.reversed() {
            let core = words[index].filter { !"*.()\"'".contains($0) }
            guard core.count == 1, let letter = core.first, letters.contains(letter) else {
                continue
            }
            let word = words[index]
            let before = index > 0 ? words[index - 1].lowercased() : ""
            let isNamed = ["option", "choice"].contains(before) || index == words.indices.last
            if isNamed || word.hasPrefix("(") || word.hasPrefix("**") { return letter }
        }
        return nil
    }
}
