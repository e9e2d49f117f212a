public import Foundation
internal import PodiumCore

/// Replies of workers to questions, each once: what a policy is trained from without a call.
public struct Matrix: Hashable, Sendable {
    /// In the order in which they were first told.
    public private(set) var rows: [MatrixRow] = []
    private var places: [MatrixRow.Key: Int] = [:]

    /// Why a file is no matrix: what is wrong, and on which line.
    public struct Invalid: Error, Hashable, CustomStringConvertible {
        public var description: String
    }

    public init(_ rows: [MatrixRow] = []) {
        for row in rows { add(row) }
    }

    /// Reads JSON Lines.
    ///
    /// - Parameter name: the file's, for errors.
    /// - Throws: `Invalid` for the first line that is no row.
    public init(data: Data, name: String) throws(Invalid) {
        let text = String(decoding: data, as: UTF8.self)
        // Other signs that break lines may stand in a reply as they are.
        for (number, line) in text.fileLines.enumerated() {
            let line = line.trimmingPrefix("\u{FEFF}")
            guard !line.allSatisfy(\.isWhitespace) else { continue }
            let place = "\(name), line \(number + 1)"
            let row: MatrixRow
            do {
                row = try JSONDecoder().decode(MatrixRow.self, from: Data(line.utf8))
            } catch {
                throw Invalid(description: "\(place): \(Self.reason(error))")
            }
            if let problem = Self.problem(row) {
                throw Invalid(description: "\(place): \(problem)")
            }
            add(row)
        }
    }

    private static func reason(_ error: any Error) -> String {
        switch error as? DecodingError {
        case .keyNotFound(let key, _):
            "there is no `\(key.stringValue)`. A row is {\"question\": …, \"worker\": …, \"reward\": 0 to 1}."
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "`\(context.codingPath.map(\.stringValue).joined(separator: "."))` is not of its kind."
        default: "it is not a JSON object on one line."
        }
    }

    private static func problem(_ row: MatrixRow) -> String? {
        if let reward = row.reward, !(0...1).contains(reward) {
            return "`reward` is \(reward); it is 0 to 1."
        }
        if let cost = row.cost, !(0...1e6).contains(cost) {
            return "`cost` is \(cost); it is 0 to a million."
        }
        if row.question.isEmpty || row.worker.isEmpty {
            return "`question` and `worker` must not be empty."
        }
        if let over = row.over {
            if over.isEmpty || over == row.worker { return "`over` must be another worker." }
            if row.reward != nil { return "a preference (`over`) says nothing of a `reward`." }
        }
        return nil
    }

    /// Takes in a row, in the place of what was known of the same call.
    public mutating func add(_ row: MatrixRow) {
        if let place = places[row.key] {
            rows[place] = row
        } else {
            places[row.key] = rows.count
            rows.append(row)
        }
    }

    public subscript(key: MatrixRow.Key) -> MatrixRow? { places[key].map { rows[$0] } }

    /// Without what was only preferred.
    public var outcomes: Matrix { Matrix(rows.filter { $0.over == nil }) }

    /// What was only preferred.
    public var preferences: [MatrixRow] { rows.filter { $0.over != nil } }

    public var isEmpty: Bool { rows.isEmpty }

    /// Workers in the order in which they first appear.
    public var workers: [String] {
        var seen: Set<String> = []
        return rows.map(\.worker).filter { seen.insert($0).inserted }
    }

    /// Questions in the order in which they first appear, with their rows.
    public var questions: [(question: String, rows: [MatrixRow])] {
        var order: [String] = []
        var found: [String: [MatrixRow]] = [:]
        for row in rows {
            if found[row.question] == nil { order.append(row.question) }
            found[row.question, default: []].append(row)
        }
        return order.map { ($0, found[$0] ?? []) }
    }

    /// A line of the file, with its end.
    public static func line(_ row: MatrixRow) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Nothing in it can fail to be encoded: numbers that are none were refused.
        let data = (try? encoder.encode(row)) ?? Data()
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    /// All of it as JSON Lines.
    public var text: String { rows.map(Self.line).joined() }
}
