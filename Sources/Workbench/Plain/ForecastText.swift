import PodiumCore

extension Forecast {
    /// `$0.0200–0.0500, 9.0s–15s, 1.2k–2.0k tokens (without smol, …)`
    var text: String {
        let tokens = "\(Format.tokens(Int(tokens.low)))–\(Format.tokens(Int(tokens.high))) tokens"
        let without = unknown.isEmpty ? "" : ", without \(unknown.joined(separator: ", "))"
        return "\(shortText), \(tokens) four times of five\(without)"
    }

    /// `$0.0200–0.0500, 9.0s–15s`
    var shortText: String {
        var parts: [String] = []
        if picodollars.high > 0 {
            parts.append(
                "\(Format.cost(Cost(picodollars: picodollars.low)))–"
                    + Format.cost(Cost(picodollars: picodollars.high))
            )
        }
        if nominal.high > 0 {
            parts.append(
                "\(Format.cost(Cost(nominal: nominal.low)))–"
                    + Format.cost(Cost(nominal: nominal.high))
            )
        }
        parts.append(
            "\(Format.duration(.milliseconds(milliseconds.low)))–"
                + Format.duration(.milliseconds(milliseconds.high))
        )
        return parts.joined(separator: ", ")
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
