extension Headroom {
    private var isLearned: Bool { rows.contains { $0.kind == .learned } }

    /// The table as Markdown, readable as it stands.
    public var table: String {
        var lines = [
            "| conductor | right | cost a problem | steps |",
            "| --- | ---: | ---: | ---: |",
        ]
        for kind in [Row.Kind.worker, .workflow, .rules, .learned, .oracle] {
            for row in rows.filter({ $0.kind == kind }).sorted(by: { $0.accuracy > $1.accuracy }) {
                lines.append(
                    "| \(Self.title(row)) | \(Self.percent(row.accuracy)) | \(Self.units(row.cost)) | \(Self.tenths(row.steps)) |"
                )
            }
        }
        lines += [
            "",
            "\(problems) problems, \(Self.percent(composedShare)) of two steps or more. Costs are in thousandths of a nominal unit.",
            "", "| family | best worker | rules | \(isLearned ? "learned | " : "")best routing |",
            "| --- | ---: | ---: | \(isLearned ? "---: | " : "")---: |",
        ]
        lines += families.map { family in
            let learned = family.learned.map { "\(Self.percent($0)) | " } ?? ""
            return
                "| \(family.name) | \(Self.percent(family.single)) | \(Self.percent(family.rules)) | "
                + "\(learned)\(Self.percent(family.oracle)) |"
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func title(_ row: Row) -> String {
        switch row.kind {
        case .worker: "\(row.name) alone"
        case .workflow: row.name
        case .rules: "**rule conductor**"
        case .learned: "**learned conductor**"
        case .oracle: "**best routing, in hindsight**"
        }
    }

    private static func percent(_ share: Double) -> String { tenths(share * 100) + " %" }

    private static func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// In thousandths of a nominal unit, to two places.
    private static func units(_ cost: Double) -> String {
        let hundredths = Int((cost * 100_000).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
