import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// The meter's columns.
struct MeterTableTests {
    private let look = Look(theme: Theme(scheme: .podiumDark, depth: .trueColor), unicode: true)

    private func row(
        _ name: String,
        _ usage: Usage,
        _ cost: Cost,
        isEstimate: Bool = false
    ) -> MeterTable.Row {
        var spent = Spending()
        spent.add(AttemptUsage(usage: usage, cost: cost, isEstimate: isEstimate))
        return MeterTable.Row(name: name, spent: spent, style: look.theme.text)
    }

    private func picture(_ rows: [MeterTable.Row], width: Int) -> String {
        MeterTable(rows: rows, look: look).lines(width: width).map(\.text).joined(separator: "\n")
    }

    @Test func `a column has one unit and one precision, and the share of the whole`() {
        let rows = [
            row("run", Usage(input: 1_700, output: 950), Cost(picodollars: 20_000_000_000)),
            row("conductor", Usage(input: 700, output: 150), Cost(picodollars: 5_000_000_000)),
            row(
                "sage",
                Usage(input: 1_000, output: 800),
                Cost(picodollars: 15_000_000_000),
                isEstimate: true
            ),
        ]
        let lines = [
            "                 in    out         $   %",
            "run            1700    950  0.020000 100",
            "conductor       700    150  0.005000  25",
            "sage          ~1000   ~800 ~0.015000  75",
        ]
        #expect(picture(rows, width: 40) == lines.joined(separator: "\n"))
    }

    @Test(arguments: [18, 24, 30, 36, 44, 60])
    func `all lines are as wide as the pane, and figures stand under each other`(width: Int) {
        let rows = [
            row("run", Usage(input: 912_345, output: 5), Cost(picodollars: 1_234_500_000_000)),
            row("a worker with a long name", Usage(input: 12, output: 5), Cost(picodollars: 7)),
            row("none", .zero, .zero),
        ]
        let lines = MeterTable(rows: rows, look: look).lines(width: width)
        #expect(Set(lines.map { $0.width() }).count == 1, "\(lines.map(\.text))")
        if width >= 36 { #expect(lines[0].width() == width) }
    }

    @Test(arguments: [Int64.max, .min, -5, 0, 1])
    func `figures that no run can have are told without a trap`(cost: Int64) {
        for tokens in [Int.max, 0] {
            let usage = Usage(input: tokens, output: tokens)
            let rows = [
                row("run", usage, Cost(picodollars: 1, nominal: cost)),
                row("odd", usage, Cost(picodollars: cost)),
            ]
            #expect(!picture(rows, width: 60).isEmpty)
            var history = WatchingSession.middle.state
            let used = AttemptUsage(
                usage: usage,
                cost: Cost(picodollars: cost, nominal: cost),
                isEstimate: false
            )
            let finished = AttemptFinished(attempt: AttemptID(2), reason: .stop, used: used)
            let now = WatchingSession.middle.now
            history.apply(
                Event(sequence: history.sequence + 1, time: now, fact: .attemptFinished(finished))
            )
            for breakdown in MeterPane.Breakdown.allCases {
                let meter = MeterPane(
                    state: history,
                    breakdown: breakdown,
                    pace: Pace(),
                    look: look,
                    now: now
                )
                #expect(meter.lineCount(width: 60) > 0)
            }
        }
    }

    @Test func `each currency has a column, whose head names it`() {
        let money = row("run", Usage(input: 1, output: 1), Cost(picodollars: 2_000_000_000_000))
        let both = row(
            "run",
            Usage(input: 1, output: 1),
            Cost(picodollars: 2_000_000_000_000, nominal: 3_000_000_000_000)
        )
        #expect(picture([money], width: 40).contains("2.0000"))
        #expect(!picture([money], width: 40).contains("$2"))
        #expect(picture([both], width: 48).contains(" $       u   %\n"))
        #expect(picture([both], width: 48).contains(" 2.0000  3.0000 100"))
    }
}
