import Foundation
import PodiumEvaluation
import Testing

@Suite struct EvaluationReportTests {
    /// A conductor that is right at some of a hundred questions.
    private func conductor(
        _ name: String,
        right: Range<Int>,
        cost: Double?,
        workers: [String] = ["a"]
    ) -> EvaluationReport.Conductor {
        EvaluationReport.Conductor(
            name: name,
            outcomes: (0..<100).map { number in
                ItemOutcome(
                    item: "\(number)",
                    worth: right.contains(number) ? 1 : 0,
                    isReadable: number < 90,
                    cost: cost,
                    workers: workers
                )
            }
        )
    }

    private var report: EvaluationReport {
        var mark = conductor("oracle", right: 0..<100, cost: 0.001)
        mark.kind = .mark
        return EvaluationReport(
            title: "A set",
            price: 1,
            unit: "USD",
            subject: "own",
            conductors: [
                conductor("own", right: 0..<80, cost: 0.1, workers: ["a", "b"]),
                conductor("worse", right: 0..<40, cost: 0.2),
                conductor("same", right: 1..<81, cost: nil), mark,
            ]
        )
    }

    @Test func `figures are means, with what a difference means`() throws {
        let figures = report.figures
        #expect(figures.map(\.accuracy) == [0.8, 0.4, 0.8, 1])
        #expect(figures[0].accuracyGivenReadable.map { abs($0 - 80.0 / 90) < 1e-9 } == true)
        #expect(figures[0].utility.map { abs($0 - 0.7) < 1e-9 } == true)
        #expect(figures[2].cost == nil && figures[2].utility == nil)
        #expect(figures[0].gainOfSubject == nil && figures[3].gainOfSubject == nil)
        #expect(try #require(figures[1].gainOfSubject) == 0.4)
        #expect(try #require(figures[1].pValue) < 1e-9)
        #expect(try #require(figures[2].pValue) == 1)
        #expect(report.habits?.bits == 1)
        #expect(report.shareOfTheWay == nil, "no worker alone was measured")
        var measured = report
        measured.conductors[1].kind = .single
        #expect(try abs(#require(measured.shareOfTheWay) - 40.0 / 60) < 1e-9)
    }

    @Test func `the table has a row for each, the best first and marks last`() {
        let lines = report.table.text()
        #expect(lines.count == 6)
        #expect(lines[2].hasPrefix("same") || lines[2].hasPrefix("own"))
        #expect(lines[5].hasPrefix("(oracle)"))
        #expect(report.told.first == "own, steps a workflow: 2: 100 %")
        // One whose cost is not known has no place over a cost.
        #expect(report.chart.series.map(\.name) == ["own", "worse", "oracle"])
    }

    @Test func `without questions there is nothing to divide by`() {
        let empty = EvaluationReport(
            title: "",
            price: 1,
            unit: "",
            subject: "own",
            conductors: [.init(name: "own", outcomes: []), .init(name: "other", outcomes: [])]
        )
        #expect(empty.figures.map(\.accuracy) == [0, 0])
        #expect(empty.told.isEmpty)
        #expect(!empty.table.text().isEmpty)
    }
}
