internal import BigInt

/// Finds dates, times and spans among the tokens of a text.
struct CalendarScanner {
    let tokens: [Token]
    let references: References
    private(set) var items: [CalendarText.Item] = []
    var fault: String?
    /// What `where N is the result above` says.
    var named: [String: Rational] = [:]
    private var position = 0
    /// The first date of two is being read, whose year stands with the second.
    var isYearless = false

    init(tokens: [Token], references: References) {
        self.tokens = tokens
        self.references = references
    }

    mutating func run() {
        readDefinitions()
        while position < tokens.count, items.count < 400 {
            let start = position
            if key(position) == "or", key(position + 1) == "not" {
                position += 2
                continue
            }
            if let (item, end) = negativeSpan(at: position) ?? item(at: position) {
                append(item)
                position = max(end, start + 1)
                continue
            }
            let token = tokens[position]
            position += 1
            switch token.kind {
            case .word, .quoted: items.append(.word(token.key))
            case .number: items.append(.word(token.text))
            case .symbol:
                if let word = Self.signs[token.text] {
                    // A dash before words is punctuation.
                    let isSign = position < tokens.count && isOperand(at: position)
                    if isSign || token.text == "+" { items.append(.word(word)) }
                } else if !".,:;?!'’".contains(token.text) {
                    items.append(.word(token.text))
                }
            }
        }
    }

    private func isOperand(at index: Int) -> Bool {
        tokens[index].kind == .number || NumberWords.read(tokens, at: index) != nil
            || CivilDate.month(named: tokens[index].key) != nil
            || tokens[index].isWord(["a", "an", "half", "noon", "midnight"])
    }

    private static let signs = ["+": "plus", "-": "minus", "−": "minus", "–": "minus"]

    /// "Friday, 17 May 2024" is one date, if it was a Friday.
    private mutating func append(_ item: CalendarText.Item) {
        if case .date(let date) = item, case .weekday(let weekday) = items.last {
            if weekday == date.weekday {
                items.removeLast()
            } else if items.count < 2 || items[items.count - 2].letter != "O" {
                fault = fault ?? "\(date) is a \(date.weekday), not a \(weekday)"
            }
        }
        items.append(item)
    }

    private mutating func item(at index: Int) -> (CalendarText.Item, Int)? {
        if let (date, end) = date(at: index) { return (.date(date), end) }
        if let (month, end) = monthAndYear(at: index) { return (month, end) }
        if let (time, end) = time(at: index) { return (.time(time), end) }
        if let (span, end) = span(at: index) { return (.span(span), end) }
        if let found = reference(at: index) { return found }
        if let (place, end) = ordinal(at: index) { return (.ordinal(place), end) }
        guard tokens[index].kind == .word else {
            return wholeNumber(at: index).map { (.number($0.value), $0.end) }
        }
        if let weekday = Weekday(tokens[index].key) { return (.weekday(weekday), index + 1) }
        return wholeNumber(at: index).map { (.number($0.value), $0.end) }
    }

    // MARK: Small pieces

    func key(_ index: Int) -> String? {
        index >= 0 && index < tokens.count && tokens[index].kind == .word
            ? tokens[index].key : nil
    }

    func isSymbol(_ index: Int, _ symbols: String, tight: Bool = false) -> Bool {
        guard index >= 0, index < tokens.count, tokens[index].isSymbol(symbols) else {
            return false
        }
        return !tight || !tokens[index].followsSpace
    }

    /// Digits without a point or a comma.
    func digits(at index: Int) -> Int? {
        guard index >= 0, index < tokens.count, tokens[index].kind == .number,
            tokens[index].text.allSatisfy(\.isDecimalDigit), tokens[index].text.count <= 9
        else { return nil }
        return Int(tokens[index].text)
    }

    func wholeNumber(at index: Int) -> (value: Int, end: Int)? {
        if tokens[index].kind == .number {
            guard let value = Rational(digits: tokens[index].text), value.isInteger,
                let number = Int(exactly: value.numerator), number <= TimeSpan.limit
            else { return nil }
            return (number, index + 1)
        }
        guard let (value, end) = NumberWords.read(tokens, at: index),
            let number = Int(exactly: value), number <= TimeSpan.limit
        else { return nil }
        return (number, end)
    }

    private func ordinal(at index: Int) -> (Int, Int)? {
        // "How long does it last?" is no place in a row.
        if let key = key(index), ["last", "final"].contains(key), let next = self.key(index + 1),
            Weekday(next) != nil || ["day", "leap", "date"].contains(next)
        {
            return (-1, index + 1)
        }
        if key(index) == "penultimate" { return (-2, index + 1) }
        guard let (place, end) = OrdinalWords.read(tokens, at: index) else { return nil }
        // "the second-to-last Friday", "the second last Friday"
        if key(end) == "last" { return (-place, end + 1) }
        if isSymbol(end, "-"), key(end + 1) == "to", isSymbol(end + 2, "-"), key(end + 3) == "last"
        {
            return (-place, end + 4)
        }
        return (place, end)
    }
}
