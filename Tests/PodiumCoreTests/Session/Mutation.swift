import Foundation
import PodiumCore

/// One change of one event, made in its JSON.
struct Mutation {
    /// Where it is: `attemptFinished.used.usage.input`, `planAccepted.workflow.steps[]`; behind a minus
    /// what was taken out: `-attemptStarted.offered`.
    var path: String
    var event: Event

    /// Every leaf changed, and every member and element taken out or doubled. A change that reads back as
    /// the same event is none.
    static func all(of event: Event, in session: SessionID) throws -> [Mutation] {
        let line = try JSONLine().text(of: event, in: session)
        guard
            case .object(let members) = try JSONDecoder().decode(
                JSONValue.self,
                from: Data(line.utf8)
            ), case .string(let type)? = members["type"]
        else { return [] }
        return try changes(of: .object(members), at: type).compactMap { change in
            let text = String(decoding: try JSONEncoder().encode(change.value), as: UTF8.self)
            // What cannot be read does not go unnoticed.
            guard let read = try? JSONLine().event(from: text).event, read != event else {
                return nil
            }
            return Mutation(path: change.path, event: read)
        }
    }

    private typealias Change = (path: String, value: JSONValue)

    private static func changes(of value: JSONValue, at path: String) -> [Change] {
        switch value {
        case .null: []
        case .bool(let flag): [(path, .bool(!flag))]
        case .integer(let number): [(path, .integer(number + 1))]
        case .unsigned(let number): [(path, .unsigned(number - 1))]
        case .number(let number): [(path, .number(number + 1))]
        case .string(let text), .written(let text): [(path, .string(text + "x"))]
        case .array(let elements): changes(of: elements, at: path + "[]")
        case .object(let members): changes(of: members, at: path)
        }
    }

    private static func changes(of elements: [JSONValue], at path: String) -> [Change] {
        elements.indices.flatMap { index -> [Change] in
            var (without, twice) = (elements, elements)
            without.remove(at: index)
            twice.insert(elements[index], at: index)
            let inside = changes(of: elements[index], at: path).map { change in
                var changed = elements
                changed[index] = change.value
                return (change.path, JSONValue.array(changed))
            }
            return inside + [(path, .array(without)), (path, .array(twice))]
        }
    }

    private static func changes(of members: [String: JSONValue], at path: String) -> [Change] {
        members.keys.sorted().flatMap { key -> [Change] in
            guard let value = members[key] else { return [] }
            let place = "\(path).\(key)"
            var without = members
            without[key] = nil
            let inside = changes(of: value, at: place).map { change in
                (change.path, JSONValue.object(members.merging([key: change.value]) { $1 }))
            }
            return inside + [("-" + place, .object(without))]
        }
    }
}
