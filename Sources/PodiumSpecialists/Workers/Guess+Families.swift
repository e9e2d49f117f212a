import PodiumCore

internal import BigInt

/// Quick guesses at equations, sequences, dates and puzzles of truth.
extension Guess {
    static func family(
        _ text: String,
        _ tokens: [Token],
        random: inout SeededGenerator
    ) -> Guess? {
        equation(tokens) ?? sequence(tokens) ?? calendar(text, random: &random)
            ?? truth(tokens, random: &random)
    }

    /// The last number over the first, as if nothing else stood in the equation.
    private static func equation(_ tokens: [Token]) -> Guess? {
        let unknowns = tokens.filter { $0.kind == .word && $0.key.count == 1 && $0.key != "a" }
        guard let sign = tokens.firstIndex(where: { $0.isSymbol("=") || $0.isWord(["equals"]) }),
            let name = unknowns.first(where: { $0.key != "i" })?.key
        else { return nil }
        guard let last = numbers(Array(tokens[sign...])).first else { return nil }
        let first = numbers(Array(tokens[..<sign])).first ?? 1
        guard first != 0 else { return nil }
        return Guess(
            kind: "An equation.",
            method: "I divide the number on the right by the first on the left, and round.",
            answer: "\(name) = \(Int((last / first).rounded(.toNearestOrEven).clamped))"
        )
    }

    /// The last step once more.
    private static func sequence(_ tokens: [Token]) -> Guess? {
        guard tokens.contains(where: { $0.isWord(["next", "sequence", "series", "continue"]) })
        else { return nil }
        let terms = numbers(tokens)
        guard terms.count >= 3 else { return nil }
        let next = 2 * terms[terms.count - 1] - terms[terms.count - 2]
        return Guess(
            kind: "A sequence.",
            method: "I take the last step once more.",
            answer: next == next.rounded() ? "\(Int(next.clamped))" : "\(next)"
        )
    }

    // MARK: Dates

    /// Months of thirty days and years of 365.
    private static func calendar(_ text: String, random: inout SeededGenerator) -> Guess? {
        guard let read = CalendarText(text, references: .none), read.fault == nil else {
            return nil
        }
        if read.shape.hasSuffix("WM"), read.has("many") {
            return Guess(
                kind: "A count of weekdays.",
                method: "A month has four weeks.",
                answer: "4"
            )
        }
        let dates = read.dates
        if dates.count == 2, read.has("days") {
            let days = roughDay(dates[1]) - roughDay(dates[0])
            return Guess(
                kind: "A number of days.",
                method: "I count years of 365 and months of 30 days.",
                answer: "\(abs(days))"
            )
        }
        guard dates.count == 1, let date = dates.first else { return nil }
        if let span = read.spans.first, let days = span.seconds.map({ $0 / 86_400 }),
            read.spans.count == 1, days.magnitude < 1_000_000
        {
            let isEarlier = read.has(any: ["before", "ago", "earlier", "minus", "subtract"])
            let sum = roughDay(date) + (isEarlier ? -days : days)
            // A month of the thirteenth rough day of the year would be the next year's.
            let (year, rest) = (sum / 365, sum % 365)
            let month = min(rest / 30, 11) + 1
            guard year > 0, rest >= 0,
                let guessed = CivilDate(year: year, month: month, day: rest % 30 % 28 + 1)
            else { return nil }
            return Guess(
                kind: "A date.",
                method: "I count months of 30 days.",
                answer: "\(guessed)"
            )
        }
        guard CalendarWords.asksWeekday(read) || read.has("day") else { return nil }
        let weekday = Weekday(dayNumber: Int.random(in: 0..<7, using: &random))
        return Guess(
            kind: "A weekday.",
            method: "There are only seven; I pick one.",
            answer: "\(weekday)"
        )
    }

    private static func roughDay(_ date: CivilDate) -> Int {
        date.year * 365 + (date.month - 1) * 30 + date.day - 1
    }

    // MARK: Truth

    private static let puzzle: Set<String> = [
        "knight", "knights", "knave", "knaves", "satisfiable", "tautology", "valid", "consistent",
        "contradiction", "implies", "liar", "liars", "truthful", "colorable", "colourable",
        "subset",
    ]

    /// Who tells the truth, and what follows: a coin decides.
    private static func truth(_ tokens: [Token], random: inout SeededGenerator) -> Guess? {
        guard tokens.contains(where: { $0.isWord(puzzle) }) else { return nil }
        let isHeads = Bool.random(using: &random)
        let question = tokens.lastIndex { $0.isSymbol("?") } ?? tokens.count
        let start = tokens[..<question].lastIndex { $0.isSymbol(".?!,:;") }.map { $0 + 1 } ?? 0
        let verbs: Set<String> = ["is", "are", "does", "do", "can", "will", "must"]
        if start < tokens.count, tokens[start].isWord(verbs) {
            return Guess(
                kind: "A question of yes or no.",
                method: "I toss a coin.",
                answer: isHeads ? "yes" : "no"
            )
        }
        let knows = tokens.contains { $0.isWord(["knight", "knights", "knave", "knaves"]) }
        let asksWho = tokens[start...].contains { $0.isWord(["who", "which", "everyone", "each"]) }
        guard knows, !asksWho else { return nil }
        return Guess(
            kind: "Knights and knaves.",
            method: "I toss a coin.",
            answer: isHeads ? "knight" : "knave"
        )
    }
}

extension Double {
    /// Within what an integer holds.
    fileprivate var clamped: Double { isNaN ? 0 : Swift.min(Swift.max(self, -1e15), 1e15) }
}
