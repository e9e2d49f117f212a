extension EvaluationReport {
    /// A conductor a row, the most useful first; marks at the end.
    public var table: Table {
        let figures = figures.sorted { left, right in
            if left.isMark != right.isMark { return right.isMark }
            return (left.utility ?? left.accuracy) > (right.utility ?? right.accuracy)
        }
        let hasTokens = figures.contains { $0.tokens != nil }
        let hasTime = figures.contains { $0.seconds != nil }
        var columns = [
            "conductor", "right %", "95 %", "cost (\(unit))", "steps", "one step %", "bits",
        ]
        if hasTokens { columns.append("tokens") }
        if hasTime { columns.append("seconds") }
        columns += ["utility ⅓×", "utility 1×", "utility 3×", "gain", "p"]
        return Table(
            columns: columns,
            rows: figures.map { figures in
                var row: [Table.Cell] = [
                    .text(figures.isMark ? "(\(figures.name))" : figures.name),
                    .number(figures.accuracy * 100, decimals: 1),
                    figures.interval.map { .text(Self.range($0)) } ?? .missing,
                    figures.cost.map { .number($0, decimals: 5) } ?? .missing,
                    .number(figures.steps, decimals: 1),
                    .number(figures.habits.lengths.share(of: 1) * 100, decimals: 0),
                    .number(figures.habits.bits, decimals: 2),
                ]
                if hasTokens {
                    row.append(figures.tokens.map { .number($0, decimals: 0) } ?? .missing)
                }
                if hasTime {
                    row.append(figures.seconds.map { .number($0, decimals: 2) } ?? .missing)
                }
                row += Self.priceFactors.indices.map { place in
                    figures.utilities.isEmpty
                        ? .missing : .number(figures.utilities[place], decimals: 3)
                }
                row.append(
                    figures.gainOfSubject.map { .number($0 * 100, decimals: 1) } ?? .missing
                )
                row.append(figures.pValue.map { .text(Self.p($0)) } ?? .missing)
                return row
            }
        )
    }

    /// What the columns of the table mean.
    public var legend: String {
        "utility: right answers less the cost, at a third, one and three times the price of"
            + " \(price.fixed(2)) right answers a unit (\(unit)); gain: how many points more \(subject) is"
            + " right; bits: how evenly work is shared"
    }

    private static func range(_ interval: ConfidenceInterval) -> String {
        "\((interval.lower * 100).fixed(1))–\((interval.upper * 100).fixed(1))"
    }

    private static func p(_ value: Double) -> String {
        value < 0.0001 ? "< 0.0001" : value.fixed(4)
    }

    /// Accuracy over cost, a mark for each conductor.
    public var chart: Chart {
        let figures = figures.filter { ($0.cost ?? 0) > 0 }
        return Chart(
            title: title,
            x: Chart.Axis("cost a question", unit: unit, scale: .logarithmic),
            y: Chart.Axis("right", unit: "%"),
            series: figures.map { figures in
                Chart.Series(
                    figures.name,
                    style: .points,
                    points: [
                        Chart.Point(
                            figures.cost ?? 0,
                            figures.accuracy * 100,
                            interval: figures.interval.map {
                                ConfidenceInterval(
                                    lower: $0.lower * 100,
                                    upper: $0.upper * 100,
                                    level: $0.level
                                )
                            },
                            name: figures.name
                        )
                    ]
                )
            }
        )
    }
}
