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
        var utilityAtThirdOfPrice: Double?
        var utilityAtTriplePrice: Double?
        var steps: Double
        /// The share of questions by the number of steps.
        var lengths: [String: Double]
        /// The share of steps by worker.
        var workers: [String: Double]
        var bits: Double
        var easyInOneStep: Double?
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
        var notes: [String]
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
        // Whole where nobody looks at it, so that it can be cut as one likes.
        let width = StandardStream.output.width
        var told = [report.title, ""] + report.table.text(width: width) + [""]
        told += report.chart.text(width: min(78, (width ?? 80) - 2), height: 18) + [""]
        let sentences = report.told + [report.legend] + (policy.map { ["policy \($0)"] } ?? [])
        told += sentences.flatMap { Self.lines($0, width: width) }
        StandardStream.output.write(
            visible(told.joined(separator: "\n"), keepingNewlines: true) + "\n"
        )
    }

    private static func lines(_ sentence: String, width: Int?) -> [String] {
        guard let width else { return [sentence] }
        let wrapped = WrappedText(visible(sentence, keepingNewlines: false), width: width)
        return wrapped.lines(in: 0..<wrapped.lineCount).map(String.init)
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
                utilityAtThirdOfPrice: figures.utilities.first,
                utilityAtTriplePrice: figures.utilities.last,
                steps: figures.steps,
                lengths: Dictionary(
                    uniqueKeysWithValues: figures.habits.lengths.bins.map {
                        ("\($0.value)", figures.habits.lengths.share(of: $0.value))
                    }
                ),
                workers: Dictionary(
                    uniqueKeysWithValues: figures.habits.workers.map { ($0.name, $0.share) }
                ),
                bits: figures.habits.bits,
                easyInOneStep: figures.habits.easyInOneStep,
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
            notes: report.notes,
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
