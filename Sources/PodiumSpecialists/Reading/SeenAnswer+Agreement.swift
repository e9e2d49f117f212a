extension SeenAnswer {
    /// Whether two answers say the same: as numbers where both are, `x = 5` as `5`, lists of `name =
    /// value` in any order, otherwise without regard to case, spacing and final stops.
    static func agree(_ left: String, _ right: String) -> Bool {
        if let first = number(left), let second = number(right) { return first == second }
        let (first, second) = (folded(left), folded(right))
        if first == second || agreeAsLists(first, second) { return true }
        if let parts = assignments(first), let others = assignments(second) {
            return parts.count == others.count
                && parts.allSatisfy { name, value in others[name].map { same($0, value) } ?? false }
        }
        // One gives the bare value of what the other names.
        for (named, bare) in [(first, second), (second, first)] {
            if let parts = assignments(named), parts.count == 1, let value = parts.values.first {
                return same(value, bare)
            }
        }
        return false
    }

    /// `x = 2 or x = 3`, `2 and 3` and `3 or 2` name the same numbers. Lists with commas have an
    /// order and are left alone.
    private static func agreeAsLists(_ left: String, _ right: String) -> Bool {
        guard let left = unordered(left), let right = unordered(right) else { return false }
        return left == right
    }

    private static func unordered(_ text: String) -> [Rational]? {
        guard text.contains(" and ") || text.contains(" or "), text.utf8.count <= 1_000 else {
            return nil
        }
        let parts = text.replacing(" and ", with: ",").replacing(" or ", with: ",")
            .split(separator: ",")
        let numbers = parts.compactMap { number(String($0)) }
        return numbers.count == parts.count ? numbers.sorted() : nil
    }

    private static func same(_ left: String, _ right: String) -> Bool {
        if let left = number(left), let right = number(right) { return left == right }
        return left == right
    }

    /// `x = 2, y = 3` and `A is a knight, B is a knave` by their names. Nil when it is no such list.
    private static func assignments(_ text: String) -> [String: String]? {
        guard text.utf8.count <= 2_000 else { return nil }
        var parts: [String: String] = [:]
        for part in text.replacing(" and ", with: ", ").split(whereSeparator: { ",;".contains($0) })
        {
            let sides =
                part.contains("=")
                ? part.split(separator: "=", omittingEmptySubsequences: false)
                : part.split(separator: " is ", omittingEmptySubsequences: false)
            guard sides.count == 2 else { return nil }
            let (name, value) = (String(sides[0]).trimmed, String(sides[1]).trimmed)
            let isName = name.first?.isLetter == true && name.split(separator: " ").count == 1
            guard isName, !value.isEmpty, parts[name] == nil else { return nil }
            parts[name] = value
        }
        return parts.isEmpty ? nil : parts
    }

    static func folded(_ text: String) -> String {
        var text = plain(text).lowercased()
        while let last = text.last, ".!".contains(last), text.count > 1,
            !text.allSatisfy({ ".-/! ".contains($0) })
        {
            text.removeLast()
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
