import PodiumCore

extension Forecast {
    /// `$0.0200–0.0500, 9.0–15s, 1.2k–2.0k tokens (without smol, …)`
    var text: String {
        let tokens = "\(Format.tokens(Int(tokens.low)))–\(Format.tokens(Int(tokens.high))) tokens"
        let without = unknown.isEmpty ? "" : ", without \(unknown.joined(separator: ", "))"
        return "\(shortText), \(tokens) four times of five\(without)"
    }

    /// `$0.0200–0.0500, 9.0–15s`
    var shortText: String { shortParts.joined(separator: ", ") }

    /// Cost in money, cost in units, `?` for what is not known of it, time; costs only as far as there
    /// are any.
    var shortParts: [String] {
        var parts: [String] = []
        if picodollars.high > 0 {
            let costs = [picodollars.low, picodollars.high].map { Cost(picodollars: $0) }
            parts.append(Self.range(Format.cost(costs[0]), Format.cost(costs[1])))
        }
        if nominal.high > 0 {
            let costs = [nominal.low, nominal.high].map { Cost(nominal: $0) }
            parts.append(Self.range(Format.cost(costs[0]), Format.cost(costs[1])))
        }
        if !unknown.isEmpty {
            if let last = parts.popLast() { parts.append("\(last) + $?") } else { parts = ["$?"] }
        }
        let times = [milliseconds.low, milliseconds.high].map {
            Format.duration(.milliseconds($0))
        }
        parts.append(Self.range(times[0], times[1]))
        return parts
    }

    /// `0.0071–0.0078 u`: a unit that both have stands once; what reads the same is no range.
    private static func range(_ low: String, _ high: String) -> String {
        guard low != high else { return low }
        let isUnit = { (character: Character) in !(character.isNumber || character == ".") }
        let unit = String(low.reversed().prefix(while: isUnit).reversed())
        let figures = low.dropLast(unit.count)
        let sign = figures.prefix(while: isUnit)
        guard high.hasSuffix(unit), figures.dropFirst(sign.count).allSatisfy({ !isUnit($0) }),
            high.dropLast(unit.count).dropFirst(sign.count).allSatisfy({ !isUnit($0) })
        else { return "\(low)–\(high)" }
        return "\(figures)–\(high.dropFirst(sign.count))"
    }
}

/// What the forecast of the last workflow said, beside what it took.
struct ForecastComparison {
    let text: String

    /// Nil when nothing was forecast, or the workflow did not end.
    init?(_ state: SessionState) {
        guard let round = state.currentRound, let forecast = round.forecast,
            let outcome = state.outcome(of: round.id)
        else { return nil }
        let isInside =
            forecast.milliseconds.contains(outcome.milliseconds)
            && forecast.picodollars.contains(outcome.spent.cost.picodollars)
            && forecast.nominal.contains(outcome.spent.cost.nominal)
        text =
            "Forecast \(forecast.text); the workflow took \(Format.cost(outcome.spent.cost)) and"
            + " \(Format.duration(.milliseconds(outcome.milliseconds))): "
            + (isInside ? "as forecast." : "outside the forecast.")
    }
}
