internal import Foundation

/// One entry of a set's file, before it is known what set that is.
struct Record {
    /// From 1 in the file: what an item without an id is called by.
    let place: Int
    /// Where it starts; nil in a JSON array, whose lines mean nothing.
    let line: Int?
    /// By lower-case name.
    private let fields: [String: JSONValue]

    init(_ fields: [String: JSONValue], place: Int, line: Int?) {
        self.place = place
        self.line = line
        // An empty cell of a table says no more than a missing one.
        let named = fields.map { ($0.key.trimmed.lowercased(), $0.value) }
        self.fields = Dictionary(named) { first, _ in first }
            .filter { $0.value != .null && $0.value != .text("") }
    }

    /// Completes a sentence whose subject is the entry.
    struct Problem: Error {
        let text: String
        init(_ text: String) { self.text = text }
    }

    subscript(key: String) -> JSONValue? { fields[key] }

    func has(_ keys: String...) -> Bool { keys.allSatisfy { fields[$0] != nil } }

    /// The first of the fields that is there.
    func optionalText(_ keys: String...) throws(Problem) -> String? {
        guard let key = keys.first(where: { fields[$0] != nil }) else { return nil }
        guard let text = fields[key]?.plainText else {
            throw Problem("has a \"\(key)\" that is neither text nor a number")
        }
        return text
    }

    func text(_ key: String, or other: String? = nil) throws(Problem) -> String {
        let keys = [key] + (other.map { [$0] } ?? [])
        for key in keys {
            if let text = try optionalText(key), !text.trimmed.isEmpty { return text }
        }
        throw Problem("has no " + keys.map { "\"\($0)\"" }.joined(separator: " or "))
    }

    /// A list, which in a table is written as JSON in the cell.
    func array(_ key: String) throws(Problem) -> [JSONValue]? {
        switch fields[key] {
        case nil: return nil
        case .array(let values)?: return values
        case .text(let text)?:
            if case .array(let values)? = try? JSONValue(parsing: Data(text.utf8)) { return values }
            throw Problem("has a \"\(key)\" that is no JSON array")
        case .null?, .bool?, .number?, .object?:
            throw Problem("has a \"\(key)\" that is no array")
        }
    }

    func texts(_ key: String) throws(Problem) -> [String]? {
        guard let values = try array(key) else { return nil }
        let texts = values.compactMap(\.plainText)
        guard texts.count == values.count else {
            throw Problem("has a \"\(key)\" with something other than texts in it")
        }
        return texts
    }
}
