public import Foundation

/// Questions with their references, as a file holds them.
public struct EvaluationSet: Hashable, Sendable {
    public var name: String
    public var items: [EvaluationItem]

    public init(name: String, items: [EvaluationItem]) {
        self.name = name
        self.items = items
    }

    /// Reads JSON Lines, a JSON array of objects, or comma-separated values.
    ///
    /// - Parameters:
    ///   - file: its name without the extension becomes the set's name.
    ///   - format: what the entries are; nil tells it by their fields.
    ///   - seed: for the order of choices in sets whose right choice always stands first. An item's
    ///     order depends on the seed and its question alone.
    /// - Throws: `EvaluationSetError`.
    public init(file: URL, format: SetFormat? = nil, seed: UInt64 = 0) throws {
        let path = file.relativePath
        guard FileManager.default.fileExists(atPath: file.path) else {
            throw EvaluationSetError(file: path, problem: "is not there")
        }
        let data: Data
        do {
            data = try Data(contentsOf: file, options: .mappedIfSafe)
        } catch {
            throw EvaluationSetError(
                file: path,
                problem: "cannot be read: \((error as NSError).localizedDescription)"
            )
        }
        let records = try RecordReader(file: path, data: data).records()
        guard let format = format ?? SetFormat.recognise(records) else {
            throw EvaluationSetError(
                file: path,
                line: records.first?.line,
                problem: "has entries of no known set. Give each a \"question\" and an \"answer\""
            )
        }
        var items: [EvaluationItem] = []
        var places: [String: Int] = [:]
        for record in records {
            do {
                let item = try format.item(record, seed: seed)
                if let first = places.updateValue(record.place, forKey: item.id) {
                    throw Record.Problem("has the id \"\(item.id)\" of entry \(first)")
                }
                items.append(item)
            } catch let problem as Record.Problem {
                throw EvaluationSetError(
                    file: path,
                    line: record.line,
                    problem: "entry \(record.place) \(problem.text)"
                )
            }
        }
        self.init(name: file.deletingPathExtension().lastPathComponent, items: items)
    }

    /// The set as Podium's own JSON Lines, one object for an item.
    public func jsonLines() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var lines = Data()
        for item in items {
            lines += try encoder.encode(item)
            lines.append(UInt8(ascii: "\n"))
        }
        return lines
    }
}

/// Says which file, and where in it, is no evaluation set.
public struct EvaluationSetError: Error, Hashable, CustomStringConvertible {
    public var file: String
    /// From 1; nil where lines mean nothing.
    public var line: Int?
    public var problem: String

    init(file: String, line: Int? = nil, problem: String) {
        self.file = file
        self.line = line
        // Some reasons of the system end with a full stop of their own.
        self.problem = problem.hasSuffix(".") ? String(problem.dropLast()) : problem
    }

    public var description: String {
        "\(file)\(line.map { ":\($0)" } ?? ""): \(problem)."
    }
}
