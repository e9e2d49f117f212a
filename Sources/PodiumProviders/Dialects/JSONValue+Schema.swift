internal import PodiumCore

extension JSONValue {
    /// A schema without words that a vendor does not know.
    func without(_ words: Set<String>) -> JSONValue {
        // As it is it keeps its order.
        if case .written(let text) = self, !words.contains(where: text.contains) { return self }
        return mapObjects { members in members.filter { !words.contains($0.key) } }
    }

    /// A schema in which numbers that are enumerated are a range instead.
    var withRanges: JSONValue {
        mapObjects { members in
            guard case .array(let choices)? = members["enum"] else { return members }
            let numbers = choices.compactMap { choice in
                if case .integer(let number) = choice { number } else { nil as Int64? }
            }
            guard let least = numbers.min(), let most = numbers.max() else { return members }
            var changed = members
            changed["enum"] = nil
            changed["minimum"] = .integer(least)
            changed["maximum"] = .integer(most)
            return changed
        }
    }

    /// A schema in which the order of members is told.
    var withOrder: JSONValue {
        mapObjects { members in
            members["properties"] == nil
                ? members
                : members.merging(["propertyOrdering": members["required"] ?? .null]) { $1 }
        }
    }

    /// Changes every object within, the outer ones first.
    private func mapObjects(
        _ change: ([String: JSONValue]) -> [String: JSONValue]
    ) -> JSONValue {
        switch self {
        case .object(let members):
            .object(change(members).mapValues { $0.mapObjects(change) })
        case .array(let elements): .array(elements.map { $0.mapObjects(change) })
        case .written: parsed.mapObjects(change)
        default: self
        }
    }
}
