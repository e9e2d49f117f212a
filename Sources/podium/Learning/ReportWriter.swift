import CellUI
import Foundation
import PodiumCore
import PodiumEvaluation

/// A report of an evaluation as a table and a chart, as JSON Lines, and as files.
struct ReportWriter {
    private struct Line: Encodable {
        var conductor: String
        var mark: Bool
        var questions: Int
        var right: Double
        var low: Double?
        var high: Double?
        var rightGivenReadable: Double?
        var cost: Double?
        var utility: Double?
        var steps: Double
        var tokens: Double?
        var seconds: Double?
        var gainOfSubject: Double?
        var p: Double?
        var policy: String?
    }

    private struct Document: Encodable {
        struct Conductor: Encodable {
            var name: String
            var outcomes: [ItemOutcome]
        }

        var title: String
        var policy: String?
        var price: Double
        var unit: String
        var figures: [Line]
        var conductors: [Conductor]
    }

    let report: EvaluationReport
    let policy: String?

    init(_ report: EvaluationReport, policy: String?) {
        self.report = report
        self.policy = policy
    }

    func tell(json: Bool, into folder: String?) throws {
        if let folder { try write(into: folder) }
        if json {
            for line in lines { StandardStream.output.write(try JSONLine.line(line)) }
            return
        }
        let width = 78
        var told = [report.title, ""] + report.table.text() + [""]
        told += report.chart.text(width: width, height: 18) + [""] + report.told
        if let policy { told.append("policy \(policy)") }
        StandardStream.output.write(
            visible(told.joined(separator: "\n"), keepingNewlines: true) + "\n"
        )
    }

    private var lines: [Line] {
        report.figures.map { figures in
            Line(
                conductor: figures.name,
                mark: figures.isMark,
                questions: figures.count,
                right: figures.accuracy,
                low: figures.interval?.lower,
                high: figures.interval?.upper,
                rightGivenReadable: figures.accuracyGivenReadable,
                cost: figures.cost,
                utility: figures.utility,
                steps: figures.steps,
                tokens: figures.tokens,
                seconds: figures.seconds,
                gainOfSubject: figures.gainOfSubject,
                p: figures.pValue,
                policy: figures.name == report.subject ? policy : nil
            )
        }
    }

    private func write(into folder: String) throws {
        let document = Document(
            title: report.title,
            policy: policy,
            price: report.price,
            unit: report.unit,
            figures: lines,
            conductors: report.conductors.map {
                Document.Conductor(name: $0.name, outcomes: $0.outcomes)
            }
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true
            )
            let files = [
                ("report.json", try encoder.encode(document)),
                ("report.csv", Data(report.table.csv.utf8)),
                ("report.svg", Data(report.chart.svg().utf8)),
            ]
            for (name, data) in files {
                try data.write(to: URL(fileURLWithPath: "\(folder)/\(name)"), options: .atomic)
            }
        } catch {
            throw Failure(
                "the report cannot be written into \(visible(folder, keepingNewlines: false)):"
                    + " \(visible(error.localizedDescription, keepingNewlines: false))"
            )
        }
    }
}
