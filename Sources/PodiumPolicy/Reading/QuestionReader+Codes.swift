/// Coded texts and Roman numerals: what must be read before anything else can be done.
extension QuestionReader {
    // MARK: Codes

    mutating func takeCodes() {
        // A question that asks for a code gives plain text.
        guard !contains(Vocabulary.encodeVerbs) else { return }
        gatherUnquotedCode()
        // Asked once: a text that is taken out takes the words about its code with it.
        let speaksOfCode = contains(Vocabulary.codeWords.subtracting(["message", "messages"]))
        var index = 0
        while index < elements.count {
            if elements[index].kind == .quoted,
                let isMorse = codeKind(at: index, speaksOfCode: speaksOfCode)
            {
                takeCode(at: &index, isMorse: isMorse)
            }
            index += 1
        }
    }

    /// Whether the text at `index` is Morse code (true) or a Caesar text (false); nil for neither.
    private func codeKind(at index: Int, speaksOfCode: Bool) -> Bool? {
        let text = elements[index].text
        if Vocabulary.isMorse(text) { return true }
        guard text.count > 2, text.contains(where: \.isLetter), !Vocabulary.isPlainEnglish(text),
            !(Vocabulary.isRoman(text) && contains(["roman"])), speaksOfCode,
            isAfterCodeWord(index)
        else { return nil }
        return false
    }

    /// Whether a word about codes leads up to this text, or did to the text it is listed with.
    private func isAfterCodeWord(_ index: Int) -> Bool {
        var position = index - 1
        var listed = true
        while position >= 0 {
            let element = elements[position]
            if element.isWord(Vocabulary.codeWords) { return true }
            if element.isWord(["letters", "vowels", "reverse", "sort", "count", "roman"]) {
                return false
            }
            if element.isOperand {
                guard listed else { return false }
                return element.reference.map { draft.steps[$0.step].verb == "decode" } ?? false
            }
            listed = listed && (element.isWord(["and", "or"]) || element.kind == .symbol)
            position -= 1
        }
        // "'Khoor' is a Caesar text": the code word comes after.
        return elements[(index + 1)...].prefix(6).contains { $0.isWord(Vocabulary.codeWords) }
    }

    /// Makes a run of capitals, or what follows a colon, into a quoted text.
    private mutating func gatherUnquotedCode() {
        let words = Vocabulary.codeWords.subtracting([
            "message", "messages", "hidden", "code", "signal",
        ])
        guard let first = elements.firstIndex(where: { $0.isWord(words) }) else { return }
        guard !elements.contains(where: { $0.kind == .quoted }) else { return }
        var range = capitals(after: first)
        if range == nil,
            let colon = elements.indices.first(where: { $0 > first && elements[$0].isSymbol(":") })
        {
            let end = elements.indices.first {
                $0 > colon && elements[$0].isSymbol(".?;") && isSentenceEnd($0)
            }
            range = colon + 1..<(end ?? elements.count)
        }
        guard let range, !range.isEmpty, elements[range].contains(where: { $0.kind == .word })
        else { return }
        let text = elements[range].map { $0.space + $0.text }.joined().trimmingSpace
        let space = elements[range.lowerBound].space
        elements.replaceSubrange(
            range,
            with: [Element(kind: .quoted, text: text, key: "", space: space)]
        )
    }

    private func isSentenceEnd(_ index: Int) -> Bool {
        index + 1 == elements.count || !elements[index + 1].space.isEmpty
    }

    private func capitals(after first: Int) -> Range<Int>? {
        var best: Range<Int>?
        var start: Int?
        for index in elements.indices where index > first {
            let element = elements[index]
            let isCapital =
                element.kind == .word && element.text.count > 1
                && element.text == element.text.uppercased() && element.key != "rot13"
                && !(Vocabulary.isRoman(element.text) && contains(["roman"]))
            // A single capital inside a run belongs to it.
            let continues =
                start != nil && element.kind == .word && element.text.count == 1
                && element.text == element.text.uppercased()
            guard isCapital || continues else {
                start = nil
                continue
            }
            let from = start ?? index
            start = from
            if best == nil || index + 1 - from > best?.count ?? 0 { best = from..<index + 1 }
        }
        return best
    }

    private mutating func takeCode(at index: inout Int, isMorse: Bool) {
        let text = elements[index].text
        let quoted = Self.quoted(text)
        var range = index..<index + 1
        var shift: Int?
        if !isMorse {
            shift = takeShift(around: &range)
        }
        while range.lowerBound > 0, isCodeAttribute(range.lowerBound - 1) {
            range = range.lowerBound - 1..<range.upperBound
        }
        let head: String
        let tail: String
        if isMorse {
            (head, tail) = ("Decode the Morse code", ". Give only the decoded text.")
        } else if let shift {
            head = "Decode the Caesar text"
            tail = ", which was encoded with a shift of \(shift). Give only the decoded text."
        } else {
            (head, tail) = (
                "Decode the Caesar text", " (the shift is not given). Give only the decoded text."
            )
        }
        let step = DraftStep(
            skill: .language,
            verb: "decode",
            subtask: [.text("\(head) \(quoted)\(tail)")],
            batch: shift == nil
                ? DraftStep.Batch(head: "\(head)s", tail: tail, operands: [quoted]) : nil
        )
        let reference = add(
            step,
            finding: isMorse ? "gives Morse code" : "gives a Caesar text",
            source: .text(text)
        )
        replace(range, by: reference)
        index = range.lowerBound
    }

    private func isCodeAttribute(_ index: Int) -> Bool {
        elements[index].isWord(Vocabulary.codeAttributes) || elements[index].isSymbol(":(")
    }

    /// The number that goes with the word "shift" or "key" in the same sentence, which is taken out.
    private mutating func takeShift(around range: inout Range<Int>) -> Int? {
        let anchors: Set<String> = ["shift", "shifted", "key", "rot", "rotation", "rotated"]
        let window = max(0, range.lowerBound - 12)..<min(elements.count, range.upperBound + 14)
        if let rot = window.first(where: { word($0) == "rot13" }) {
            if rot >= range.upperBound { elements.remove(at: rot) }
            return 13
        }
        guard let anchor = window.first(where: { elements[$0].isWord(anchors) }) else { return nil }
        let after = anchor + 1..<min(anchor + 6, elements.count)
        guard let place = after.first(where: { elements[$0].kind == .number }),
            let number = Int(elements[place].text.filter { $0 != "," }),
            !elements[anchor...place].contains(where: { $0.isOperand })
        else { return nil }
        let isNegative = elements[place - 1].isSymbol("-−") && elements[place].space.isEmpty
        if anchor >= range.upperBound {
            // "… with a shift of 3 places" goes with the text.
            var start = anchor
            let before: Set<String> = [
                "with", "a", "the", "using", "was", "were", "which", "by", "caesar", "is",
                "encoded",
            ]
            while start > range.upperBound,
                elements[start - 1].isWord(before) || elements[start - 1].isSymbol("(,")
            {
                start -= 1
            }
            var end = place + 1
            while end < elements.count,
                elements[end].isWord(["places", "letters", "place"]) || elements[end].isSymbol(")")
            {
                end += 1
            }
            if start == range.upperBound { range = range.lowerBound..<end }
        }
        return isNegative ? -number : number
    }

    // MARK: Roman numerals

    mutating func takeRomanNumerals() {
        let isNamed = contains(["roman"])
        var index = 0
        while index < elements.count {
            defer { index += 1 }
            let element = elements[index]
            guard element.kind == .word || element.kind == .quoted,
                Vocabulary.isRoman(element.text), isNumeral(index, isNamed: isNamed)
            else { continue }
            var start = index
            let attributes: Set<String> = [
                "the", "roman", "numeral", "numerals", "number", "numbers", "these", "two",
            ]
            while start > 0, elements[start - 1].isWord(attributes) { start -= 1 }
            let step = DraftStep(
                skill: .language,
                verb: "convert",
                subtask: [
                    .text("Convert the Roman numeral \(element.text) to a number in digits.")
                ],
                batch: DraftStep.Batch(
                    head: "Convert the Roman numerals",
                    tail: " to numbers in digits, in this order.",
                    operands: [element.text]
                )
            )
            let reference = add(step, finding: "gives Roman numerals", source: .text(element.text))
            replace(start..<index + 1, by: reference)
            index = start
        }
    }

    /// A single capital is a numeral only next to an operator or another numeral: "I" is a word.
    private func isNumeral(_ index: Int, isNamed: Bool) -> Bool {
        let element = elements[index]
        if element.kind == .quoted { return isNamed }
        if element.text.count > 1 {
            return isNamed || isNextToOperator(index) || isListedNumeral(index)
        }
        if isNamed {
            let isListed = [index - 1, index + 1].contains {
                elements.indices.contains($0) && elements[$0].isSymbol(",")
            }
            return isListed || isNextToOperator(index)
                || word(index - 1)?.hasPrefix("numeral") == true
        }
        // Beside a numeral that is beyond doubt, a single sign with an operator is one too.
        let hasNumeral = elements.contains { $0.reference != nil }
        return hasNumeral
            && (isNextToSymbol(index)
                || word(index - 1) == "and" && elements[index].text != "I"
                    && elements.indices.contains(index - 2)
                    && elements[index - 2].reference != nil)
    }

    /// `XIV, VI`
    private func isListedNumeral(_ index: Int) -> Bool {
        [(index - 1, index - 2), (index + 1, index + 2)].contains { comma, other in
            elements.indices.contains(other) && elements.indices.contains(comma)
                && elements[comma].isSymbol(",")
                && (elements[other].reference != nil
                    || elements[other].kind == .word && Vocabulary.isRoman(elements[other].text))
        }
    }

    private func isNextToSymbol(_ index: Int) -> Bool {
        [index - 1, index + 1].contains {
            elements.indices.contains($0) && elements[$0].isSymbol("+-−*×÷/()")
        }
    }

    private func isNextToOperator(_ index: Int) -> Bool {
        let joints = Vocabulary.arithmetic.union(["and", "from", "by", "to"])
        return [index - 1, index + 1].contains { neighbour in
            guard elements.indices.contains(neighbour) else { return false }
            return elements[neighbour].isSymbol("+-−*×÷/()") || elements[neighbour].isWord(joints)
        }
    }
}
