/// What the slots of a wording hold.
extension SentenceReader {
    mutating func arguments(_ slot: Slot, at start: Int) -> [Found<Argument>] {
        guard start < end else { return [] }
        switch slot {
        case .n:
            return expressions(at: start).map { Found(item: .expression($0.item), end: $0.end) }
        case .list: return list(at: start, atLeast: 2)
        case .terms: return list(at: start, atLeast: 3)
        case .eq:
            let known = equations(at: start).filter { $0.item.count == 1 }.map(Self.equations)
            return known.isEmpty ? nested(at: start, [.message]) : known
        case .eqs: return equations(at: start).map(Self.equations)
        case .text: return text(at: start)
        case .date: return date(at: start)
        case .time:
            return clock(at: start).map { [Found(item: .minutes($0.item), end: $0.end)] } ?? []
        case .span:
            return span(at: start).map { [Found(item: .minutes($0.item), end: $0.end)] } ?? []
        case .unit: return unit(at: start)
        case .base: return base(at: start)
        case .digits: return digits(at: start)
        case .roman:
            return word(at: start) {
                Roman.value(of: $0.text) != nil && $0.text.first?.isUppercase == true
            }
        case .romans: return romans(at: start)
        case .period:
            return word(at: start, keeping: { $0.key.hasSuffix("s") ? $0.key : $0.key + "s" }) {
                ["day", "days", "week", "weeks", "month", "months", "year", "years"].contains(
                    $0.key
                )
            }
        case .thing: return thing(at: start)
        case .kind:
            return word(at: start, keeping: \.key) {
                ["knights", "knaves", "knight", "knave"].contains($0.key)
            }
        case .variable:
            return word(at: start, keeping: \.key) { $0.text.count == 1 && $0.kind == .word }
        case .name: return word(at: start, where: Self.isName)
        case .names: return names(at: start)
        case .claim: return claim(at: start)
        case .phrases: return claims(at: start)
        case .grid: return grid(at: start)
        case .edges: return edges(at: start)
        case .colours: return colours(at: start)
        case .more:
            return word(at: start, keeping: { Comparison($0.key)?.more ?? "" }) {
                Comparison($0.key)?.more == $0.key
            }
        case .most:
            return word(at: start, keeping: { Comparison(most: $0.key)?.more ?? "" }) {
                Comparison(most: $0.key) != nil
            }
        case .sort:
            return word(at: start, keeping: \.key) {
                $0.kind == .word && $0.key.count > 2 && !["not", "are"].contains($0.key)
            }
        }
    }

    // MARK: Words

    private func word(
        at start: Int,
        keeping form: (Lexeme) -> String = { $0.text },
        where isWanted: (Lexeme) -> Bool
    ) -> [Found<Argument>] {
        guard let lexeme = lexeme(start), lexeme.kind == .word || lexeme.kind == .number,
            isWanted(lexeme)
        else { return [] }
        return [Found(item: .word(form(lexeme)), end: start + 1)]
    }

    /// Words that stand where a name could and name nobody.
    private static let nobodies: Set<String> = [
        "nobody", "everybody", "everyone", "someone", "somebody", "no", "one", "he", "she", "they",
        "we", "it", "you",
        "all", "both", "who", "neither", "either", "none", "anyone", "anybody", "each", "every",
    ]

    /// `1011`, `1F`: figures and letters without a space.
    private func digits(at start: Int) -> [Found<Argument>] {
        var (text, place) = ("", start)
        while let lexeme = lexeme(place), lexeme.kind == .word || lexeme.kind == .number,
            place == start || lexeme.isGlued
        {
            text += lexeme.text
            place += 1
        }
        return text.isEmpty ? [] : [Found(item: .word(text), end: place)]
    }

    static func isName(_ lexeme: Lexeme) -> Bool {
        lexeme.kind == .word && lexeme.text.first?.isUppercase == true && lexeme.text.count <= 20
            && !nobodies.contains(lexeme.key)
    }

    /// `A and B`, `A, B and C`.
    private func series(at start: Int, where isWanted: (Lexeme) -> Bool) -> Found<[String]>? {
        guard let first = lexeme(start), isWanted(first) else { return nil }
        var (items, place) = ([first.text], start + 1)
        while true {
            var next = place
            if lexeme(next)?.isSign(",") == true { next += 1 }
            if key(next) == "and" || key(next) == "or" { next += 1 }
            guard next > place, let item = lexeme(next), isWanted(item) else { break }
            items.append(item.text)
            place = next + 1
        }
        return Found(item: items, end: place)
    }

    private func names(at start: Int) -> [Found<Argument>] {
        guard
            let found = series(
                at: start,
                where: { Self.isName($0) || $0.text.count == 1 && $0.kind == .word }
            ),
            found.item.count > 1
        else { return [] }
        return [Found(item: .words(found.item), end: found.end)]
    }

    private func romans(at start: Int) -> [Found<Argument>] {
        let found = series(at: start) {
            $0.kind == .word && $0.text.first?.isUppercase == true
                && Roman.value(of: $0.text) != nil
        }
        guard let found, found.item.count > 1 else { return [] }
        return [Found(item: .words(found.item), end: found.end)]
    }

    private func colours(at start: Int) -> [Found<Argument>] {
        guard
            let found = series(
                at: start,
                where: { $0.kind == .word && $0.text.count > 2 && $0.key != "so" }
            ),
            found.item.count > 1
        else { return [] }
        return [Found(item: .words(found.item), end: found.end)]
    }

    /// `vowels`, `letters`, `r's`, `the letter r`.
    private func thing(at start: Int) -> [Found<Argument>] {
        let key = key(start)
        if ["vowels", "consonants", "letters", "words"].contains(key) {
            return [Found(item: .word(key), end: start + 1)]
        }
        if lexeme(start)?.kind == .word, key.count == 3, key.hasSuffix("'s") {
            return [Found(item: .word(String(key.prefix(1))), end: start + 1)]
        }
        var place = start
        if key == "the", self.key(place + 1) == "letter" {
            place += 2
        } else if key == "letter" {
            place += 1
        }
        guard place > start || lexeme(start)?.kind == .quoted, let letter = lexeme(place),
            letter.text.count == 1, letter.text.first?.isLetter == true
        else { return [] }
        if lexeme(place + 1)?.isGlued == true, self.key(place + 1) == "s" { place += 1 }
        return [Found(item: .word(letter.text.lowercased()), end: place + 1)]
    }

    // MARK: Results of others

    /// `the result above`, `the second number found above`.
    func reference(at start: Int) -> Found<Reference>? {
        guard key(start) == "the" else { return nil }
        var place = start + 1
        var ordinal = Reference.ordinals.firstIndex(of: key(place))
        if ordinal != nil { place += 1 }
        if ["decoded", "computed", "latest", "last"].contains(key(place)) { place += 1 }
        let nouns: Set<String> = [
            "result", "number", "value", "answer", "text", "word", "message", "date", "count",
            "sum",
            "product", "expression", "equation", "sequence", "weekday", "remainder",
        ]
        guard nouns.contains(key(place)) else { return nil }
        place += 1
        if ordinal == nil, let number = Int(key(place)), (1...99).contains(number) {
            ordinal = number - 1
            place += 1
        }
        if ["found", "computed", "decoded"].contains(key(place)) { place += 1 }
        guard key(place) == "above" || key(place) == "earlier" else { return nil }
        return Found(item: Reference(ordinal: ordinal), end: place + 1)
    }

    /// A phrase or a result that can stand where a text or a date does.
    private mutating func nested(at start: Int, _ results: Set<Form.Result>) -> [Found<Argument>] {
        if let found = reference(at: start) {
            return [Found(item: .result(found.item), end: found.end)]
        }
        return nouns(at: start).filter {
            results.contains(Phrasebook.form($0.item.form).result) && !$0.item.isPair
        }
        .map { Found(item: .phrase($0.item), end: $0.end) }
    }

    private mutating func text(at start: Int) -> [Found<Argument>] {
        for words in [
            ["the", "word"], ["the", "phrase"], ["the", "sentence"], ["the", "text"],
            ["the", "words"],
        ]
        where reads(words, at: start) && lexeme(start + 2)?.kind == .quoted {
            return text(at: start + 2)
        }
        if let lexeme = lexeme(start), lexeme.kind == .quoted {
            return [Found(item: .text(lexeme.text), end: start + 1)]
        }
        let isNamed = reads(["the", "word"], at: start)
        if let word = bareWord(at: isNamed ? start + 2 : start) { return [word] }
        return nested(at: start, [.text, .message])
    }

    /// The word whose letters are counted may stand without marks at the end: "How many r's are in
    /// strawberry?"
    private func bareWord(at start: Int) -> Found<Argument>? {
        guard isEnd(start + 1), let word = lexeme(start), word.kind == .word, word.text.count > 2,
            ["in", "word"].contains(key(start - 1)),
            lexemes[..<start].contains(where: { $0.key.count == 3 && $0.key.hasSuffix("'s") })
        else { return nil }
        return Found(item: .text(word.text), end: start + 1)
    }

    // MARK: Numbers

    private mutating func list(at start: Int, atLeast least: Int) -> [Found<Argument>] {
        if let found = reference(at: start) {
            return [Found(item: .result(found.item), end: found.end)]
        }
        for found in nouns(at: start) where Phrasebook.form(found.item.form).result == .list {
            return [Found(item: .phrase(found.item), end: found.end)]
        }
        var (items, place, before): ([Expression], Int, Int?) = ([], start, nil)
        while true {
            var next = place
            if !items.isEmpty {
                if lexeme(next)?.isSign(",") == true { next += 1 }
                if key(next) == "and" { next += 1 }
                if next == place { break }
            }
            guard let item = item(at: next) else { break }
            // What follows "and" may belong to the sentence around the list.
            if key(next - 1) == "and" { before = place }
            items.append(item.item)
            place = item.end
        }
        var found: [Found<Argument>] = []
        if items.count >= least { found.append(Found(item: Self.list(items), end: place)) }
        if let before, items.count > least {
            found.append(Found(item: Self.list(items.dropLast()), end: before))
        }
        return found
    }

    private static func list(_ items: [Expression]) -> Argument {
        let numerals = items.compactMap(\.numeral)
        // Numerals are converted together.
        return numerals.count == items.count
            ? .phrase(Phrase(.romans, ["romans": .words(numerals)])) : .list(items)
    }

    /// One number of a list: a literal, or a Roman numeral.
    private func item(at start: Int) -> Found<Expression>? {
        let isNegative = lexeme(start)?.isSign("-") == true
        let place = isNegative ? start + 1 : start
        guard let lexeme = lexeme(place) else { return nil }
        if lexeme.kind == .number, var value = Rational(digits: lexeme.text) {
            var end = place + 1
            if self.lexeme(end)?.isSign("/") == true, let below = self.lexeme(end + 1),
                below.kind == .number,
                let divisor = Rational(digits: below.text),
                let quotient = value.divided(by: divisor)
            {
                value = quotient
                end += 2
            }
            return Found(item: .number(isNegative ? -value : value), end: end)
        }
        if lexeme.kind == .word, !isNegative, lexeme.text == lexeme.text.uppercased(),
            lexeme.key != "i" || lexemes.count > 3,
            Roman.value(of: lexeme.text) != nil
        {
            return Found(
                item: .phrase(Phrase(.roman, ["roman": .word(lexeme.text)])),
                end: place + 1
            )
        }
        return nil
    }

    private static func equations(_ found: Found<[Equation]>) -> Found<Argument> {
        Found(item: .equations(found.item), end: found.end)
    }

    /// Equations parted by commas or "and", each with an unknown.
    private mutating func equations(at start: Int) -> [Found<[Equation]>] {
        var reader = SentenceReader(lexemes)
        reader.readsVariables = true
        var (items, place): ([Equation], Int) = ([], start)
        while items.count < 6 {
            var next = place
            if !items.isEmpty {
                if reader.lexeme(next)?.isSign(",") == true { next += 1 }
                if reader.key(next) == "and" { next += 1 }
                if next == place { break }
            }
            guard let left = reader.expressions(at: next).first,
                let sign = reader.equality(at: left.end),
                let right = reader.expressions(at: sign).first
            else { break }
            let equation = Equation(left.item, right.item)
            guard !equation.unknowns.isEmpty else { break }
            items.append(equation)
            place = right.end
        }
        return items.isEmpty ? [] : [Found(item: items, end: place)]
    }

    /// Where what stands after `=` or "equals" begins.
    private func equality(at start: Int) -> Int? {
        if lexeme(start)?.isSign("=") == true || key(start) == "equals" { return start + 1 }
        return reads(["is", "equal", "to"], at: start) ? start + 3 : nil
    }

    private func base(at start: Int) -> [Found<Argument>] {
        let named = ["binary": 2, "octal": 8, "hexadecimal": 16, "hex": 16]
        if let base = named[key(start)] {
            return [Found(item: .expression(.integer(base)), end: start + 1)]
        }
        guard key(start) == "base", let base = Int(key(start + 1)), (2...35).contains(base) else {
            return []
        }
        return [Found(item: .expression(.integer(base)), end: start + 2)]
    }

    private func unit(at start: Int) -> [Found<Argument>] {
        var place = start
        var name = key(place)
        if name == "degrees" || name == "degree" || name == "°" { place += 1; name = key(place) }
        // `km/h` is one unit in three pieces.
        if lexeme(place + 1)?.isSign("/") == true, lexeme(place + 1)?.isGlued == true {
            let joined = "\(name)/\(key(place + 2))"
            if let unit = Unit.named(joined) {
                return [Found(item: .word(unit.name), end: place + 3)]
            }
        }
        guard let unit = lexeme(place).flatMap({ Unit.named($0.text) }) ?? Unit.named(name) else {
            return []
        }
        return [Found(item: .word(unit.name), end: place + 1)]
    }
}

extension Expression {
    fileprivate var numeral: String? {
        guard case .phrase(let phrase) = self, phrase.form == .roman,
            case .word(let text) = phrase.slots["roman"]
        else { return nil }
        return text
    }
}
