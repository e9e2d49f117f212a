import PodiumCore

/// A budget as the override's words have it.
enum BudgetWords {
    /// `$0.02, 1.2k tokens, 3 steps`
    static func used(_ state: SessionState) -> String {
        let spent = state.spent
        return "\(Format.cost(spent.cost)), \(Format.tokens(spent.usage.total)) tokens,"
            + " \(state.stepCalls) steps"
    }

    static func text(_ budget: Budget) -> String {
        [
            budget.picodollars.map { "usd=\(exact($0, per: 1_000_000_000_000))" },
            budget.tokens.map { "tokens=\($0)" },
            budget.steps.map { "steps=\($0)" },
            budget.milliseconds.map { "seconds=\(exact(Int64($0), per: 1_000))" },
        ].compactMap { $0 }.joined(separator: " ")
    }

    /// A count of small parts in the whole's unit, to the last digit: what is only looked at must
    /// not change. The parts of a whole are a power of ten.
    private static func exact(_ parts: Int64, per whole: Int64) -> String {
        let fraction = String(whole + parts % whole).dropFirst()
        let digits = String(fraction.reversed().drop { $0 == "0" }.reversed())
        return "\(parts / whole)" + (digits.isEmpty ? "" : ".\(digits)")
    }
}
