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
        // At a third, one and three times the price of one right answer a unit.
        let utilities = [0.8 - 0.1 / 3, 0.7, 0.5]
        #expect(zip(figures[0].utilities, utilities).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(figures[0].utilities.count == 3 && figures[2].utilities.isEmpty)
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

    @Test(arguments: [24, 40, 80, 121])
    func `whatever the width, no line is longer and no figure is lost`(_ width: Int) {
        let table = report.table
        let lines = table.text(width: width)
        #expect(lines.allSatisfy { $0.count <= width }, "\(lines.joined(separator: "\n"))")
        let whole = Set(table.text().joined(separator: " ").split(separator: " "))
        let told = Set(lines.joined(separator: " ").split(separator: " "))
        #expect(whole.subtracting(["conductor"]).isSubset(of: told.union(["(oracle)"])))
    }

    @Test func `workers alone are mixed at the subject's cost, each half by the other`() throws {
        var report = report
        report.addMixture()
        #expect(report.conductors.count == 4, "nobody was asked alone")
        var cheap = conductor("cheap", right: 0..<20, cost: 0.05)
        var dear = conductor("dear", right: 0..<60, cost: 0.15)
        cheap.kind = .single
        dear.kind = .single
        report.conductors += [cheap, dear]
        #expect(report.cheapestSingle == "cheap")
        report.addMixture()
        let mixed = try #require(report.figures.last)
        #expect(mixed.name == "mixing singles" && mixed.count == 100)
        #expect(try abs(#require(mixed.cost) - 0.1) < 0.02)
        #expect((0.25...0.55).contains(mixed.accuracy), "\(mixed.accuracy)")
        #expect(report.notes == ["mixing singles: cheap 50 %, dear 50 %"])
        // One whose cost is not known can be placed nowhere.
        dear.outcomes[3].cost = nil
        report.conductors = Array(report.conductors.prefix(4)) + [cheap, dear]
        report.addMixture()
        #expect(report.conductors.count == 6)
    }

    @Test func `easy questions in one step are told where it is known which are easy`() throws {
        let outcomes = [(1, 1), (1, 1), (1, 2), (3, 3), (nil, 1)].map { least, steps in
            ItemOutcome(
                item: "q",
                worth: 1,
                cost: 0,
                workers: [String](repeating: "a", count: steps),
                leastSteps: least
            )
        }
        let report = EvaluationReport(
            title: "",
            price: 1,
            unit: "units",
            subject: "own",
            conductors: [.init(name: "own", outcomes: outcomes)]
        )
        let habits = try #require(report.habits)
        #expect(habits.lengths.bins.map(\.count) == [3, 1, 1])
        #expect(try abs(#require(habits.easyInOneStep) - 2.0 / 3) < 1e-9)
        #expect(habits.workers == [WorkerShare(name: "a", share: 1)] && habits.bits == 0)
        #expect(report.told.contains("own, of questions that take one step: 67 % in one step"))
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
