internal import BigInt

/// What a text takes from earlier steps: `that date`, `N days, where N is the result above`.
extension CalendarScanner {
    /// Takes out `where N is the result above`, `with x = 12`.
    mutating func readDefinitions() {
        var skipped: Set<Int> = []
        for index in tokens.indices {
            guard let name = key(index), name.count == 1, name != "a", name != "i",
                key(index + 1) == "is" || key(index + 1) == "equals" || isSymbol(index + 1, "=")
            else { continue }
            var value: (Rational, Int)?
            if let (number, end) = wholeNumber(atOptional: index + 2) {
                value = (Rational(number), end)
            } else if let (text, end) = referredText(at: index + 2),
                let number = SeenAnswer.number(text)
            {
                value = (number, end)
            }
            guard let (number, end) = value else { continue }
            named[name] = number
            let start =
                ["where", "with", "if", "for", "given", "when"].contains(key(index - 1))
                ? index - 1 : index
            skipped.formUnion(start..<end)
        }
        guard !skipped.isEmpty else { return }
        let kept = tokens.indices.filter { !skipped.contains($0) }.map { tokens[$0] }
        let names = named
        self = CalendarScanner(tokens: kept, references: references)
        named = names
    }

    private func wholeNumber(atOptional index: Int) -> (value: Int, end: Int)? {
        index < tokens.count ? wholeNumber(at: index) : nil
    }

    /// `N` and `x` in "x days", `that many`, `the result above` before a unit.
    func namedAmount(at index: Int) -> (Rational, Int)? {
        if let name = key(index), name.count == 1, CalendarUnit(key(index + 1) ?? "") != nil {
            if let value = named[name] { return (value, index + 1) }
            return references.value(of: name).flatMap(SeenAnswer.number).map { ($0, index + 1) }
        }
        if ["that", "this", "as", "so"].contains(key(index)), key(index + 1) == "many" {
            return references.text(ordinal: nil).flatMap(SeenAnswer.number).map { ($0, index + 2) }
        }
        guard let (text, end) = referredText(at: index), CalendarUnit(key(end) ?? "") != nil else {
            return nil
        }
        return SeenAnswer.number(text).map { ($0, end) }
    }

    /// A result of an earlier step: `the first result above`, `that date`, `step 2`.
    private func referredText(at start: Int) -> (String, Int)? {
        guard start < tokens.count, !references.isEmpty else { return nil }
        if StepMentions.isMention(tokens[start]) {
            return references.text(mention: tokens[start]).map { ($0, start + 1) }
        }
        var index = start
        let isPronoun = ["that", "this"].contains(key(index))
        guard isPronoun || key(index) == "the" else { return nil }
        index += 1
        let ordinal = key(index).flatMap { Ordinal($0) }
        if ordinal != nil { index += 1 }
        var isMarked = isPronoun
        while let word = key(index), ReferenceWords.marks.contains(word) {
            index += 1
            isMarked = true
        }
        guard let noun = key(index), Self.nouns.contains(noun) else { return nil }
        index += 1
        while let word = key(index), ReferenceWords.marks.contains(word) || word == "before" {
            // "the date before 1 May" is no result.
            if word == "before", index + 1 < tokens.count { break }
            index += 1
            isMarked = true
        }
        guard isMarked else { return nil }
        return references.text(ordinal: ordinal).map { ($0, index) }
    }

    private static let nouns: Set<String> = [
        "result", "number", "value", "answer", "output", "date", "time", "duration", "count",
        "solution", "total", "year", "day",
    ]

    /// The date, time, span or number that a result is.
    func reference(at index: Int) -> (CalendarText.Item, Int)? {
        guard let (text, end) = referredText(at: index), text.utf8.count <= 200 else { return nil }
        if let number = SeenAnswer.number(text) {
            guard number.isInteger, let small = Int(exactly: number.numerator),
                small.magnitude <= TimeSpan.limit
            else { return nil }
            return (.number(small), end)
        }
        let read = CalendarText(text, references: .none)
        guard let read, read.fault == nil, read.items.count == 1, read.items[0].letter != nil else {
            return nil
        }
        return (read.items[0], end)
    }
}
