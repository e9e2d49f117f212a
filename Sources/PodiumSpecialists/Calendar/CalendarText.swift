/// A text taken apart into dates, spans of time and the words around them.
struct CalendarText: Sendable {
    enum Item: Hashable, Sendable {
        case date(CivilDate)
        case month(year: Int, month: Int)
        case weekday(Weekday)
        case span(TimeSpan)
        case time(ClockTime)
        /// Counted from 1, or from the end where negative.
        case ordinal(Int)
        case number(Int)
        case word(String)

        /// One letter for the kind, by which the shape of a question is known; nil for words.
        var letter: Character? {
            switch self {
            case .date: "D"
            case .month: "M"
            case .weekday: "W"
            case .span: "P"
            case .time: "T"
            case .ordinal: "O"
            case .number: "N"
            case .word: nil
            }
        }
    }

    private(set) var items: [Item] = []
    /// Something in it that no calendar has, or that can be read in two ways.
    private(set) var fault: String?

    var shape: String { String(items.compactMap(\.letter)) }
    var words: [String] {
        items.compactMap { if case .word(let key) = $0 { key } else { nil } }
    }

    /// Nil when it is too long.
    init?(_ text: String, references: References) {
        let plain = String(text.map { "\"“”«»`()[]".contains($0) ? " " : $0 })
        let tokens = StepMentions.resolve(
            Tokens(plain).all,
            answerCount: references.answers.count
        )
        guard tokens.count <= 600 else { return nil }
        var scanner = CalendarScanner(tokens: tokens, references: references)
        scanner.run()
        items = scanner.items
        fault = scanner.fault
    }

    // MARK: Parts

    var dates: [CivilDate] {
        items.compactMap { if case .date(let date) = $0 { date } else { nil } }
    }
    var spans: [TimeSpan] {
        items.compactMap { if case .span(let span) = $0 { span } else { nil } }
    }
    var times: [ClockTime] {
        items.compactMap { if case .time(let time) = $0 { time } else { nil } }
    }
    var weekdays: [Weekday] {
        items.compactMap { if case .weekday(let day) = $0 { day } else { nil } }
    }
    var ordinals: [Int] {
        items.compactMap { if case .ordinal(let place) = $0 { place } else { nil } }
    }
    var numbers: [Int] {
        items.compactMap { if case .number(let number) = $0 { number } else { nil } }
    }
    var months: [(year: Int, month: Int)] {
        items.compactMap {
            if case .month(let year, let month) = $0 { (year, month) } else { nil }
        }
    }

    /// The words between the items with these letters, the first of each.
    func words(between first: Character, and second: Character) -> [String] {
        guard let start = items.firstIndex(where: { $0.letter == first }),
            let end = items[(start + 1)...].firstIndex(where: { $0.letter == second })
        else { return [] }
        return items[(start + 1)..<end].compactMap {
            if case .word(let key) = $0 { key } else { nil }
        }
    }

    /// The words directly before the first item with this letter, nearest first.
    func words(before letter: Character) -> [String] {
        guard let end = items.firstIndex(where: { $0.letter == letter }) else { return [] }
        var result: [String] = []
        for item in items[..<end].reversed() {
            guard case .word(let key) = item else { break }
            result.append(key)
        }
        return result
    }

    func has(_ key: String) -> Bool { words.contains(key) }
    func has(any keys: Set<String>) -> Bool { words.contains { keys.contains($0) } }

    /// A question after another one, from its first word on: every kind of question has but one.
    var secondQuestion: String? {
        var asked = false
        for (index, item) in items.enumerated() {
            guard case .word(let key) = item, Self.interrogatives.contains(key) else { continue }
            let before: String? =
                if index > 0, case .word(let word) = items[index - 1] { word } else { nil }
            // "The date on which it falls" asks nothing.
            if let before, ["on", "in", "at", "by", "from", "of"].contains(before), asked {
                continue
            }
            if asked || before == "and" && index > 1 { return told(from: index) }
            asked = true
        }
        return nil
    }

    private func told(from index: Int) -> String {
        let words = items[index...].compactMap { if case .word(let key) = $0 { key } else { nil } }
        return words.prefix(8).joined(separator: " ")
    }

    private static let interrogatives: Set<String> = ["what", "what's", "which", "how", "who"]

    /// Whether these words stand side by side.
    func has(phrase: String...) -> Bool {
        guard phrase.count <= items.count else { return false }
        return items.indices.dropLast(phrase.count - 1).contains { start in
            phrase.indices.allSatisfy { items[start + $0] == .word(phrase[$0]) }
        }
    }

    /// Whether it has no words but these and those that say nothing of their own.
    func isOnly(_ keys: Set<String>) -> Bool {
        words.allSatisfy { keys.contains($0) || CalendarWords.fillers.contains($0) }
    }
}
