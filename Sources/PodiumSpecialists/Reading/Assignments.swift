/// Values with names, in the form in which solutions are written: `x = 4, y = 2`.
struct Assignments: Hashable, Sendable {
    struct Item: Hashable, Sendable {
        var name: String
        var value: String
    }

    let items: [Item]
    /// `x = 2 or x = 3`: one of them holds, and which is not known.
    let areAlternatives: Bool

    /// Nil unless the whole text is made of assignments.
    init?(_ text: String) {
        guard text.contains("="), text.utf8.count <= Tokens.byteLimit else { return nil }
        areAlternatives = text.contains(" or ")
        let parts = text.replacing(" and ", with: ",").replacing(" or ", with: ",")
            .split(omittingEmptySubsequences: true) { ",;".contains($0) }
        var items: [Item] = []
        for part in parts {
            let sides = part.split(separator: "=", omittingEmptySubsequences: false)
            guard sides.count == 2 else { return nil }
            let name = String(sides[0]).trimmed
            let value = String(sides[1]).trimmed
            guard !value.isEmpty, !name.isEmpty, name.count <= 20,
                name.allSatisfy({ $0.isLetter })
            else { return nil }
            items.append(Item(name: name.lowercased(), value: value))
        }
        guard !items.isEmpty else { return nil }
        self.items = items
    }

    /// The value of a name, when it has just one.
    func value(of name: String) -> String? {
        let values = items.filter { $0.name == name }
        return values.count == 1 ? values[0].value : nil
    }
}
