/// A task solved: the intermediate steps, one a line, and the answer.
struct Solution: Hashable, Sendable {
    var working: [String]
    var answer: String

    init(_ answer: String, _ working: [String]) {
        self.working = working
        self.answer = answer
    }
}

/// Why there is no solution, as the end of a sentence that starts with "I cannot …".
struct Unsolved: Error, Hashable {
    var reason: String
    /// It is proved that nothing solves it; otherwise somebody else may still find something.
    var isImpossible: Bool

    init(_ reason: String, isProved: Bool = false) {
        self.reason = reason
        isImpossible = isProved
    }
}

extension StringProtocol {
    /// With single spaces between the words, and none around them.
    var evenlySpaced: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// The values that an answer such as `A: red, B: green` gives to names, each of them once; or
    /// what is wrong with it. What stands between a name and its value is the joint.
    func values(of names: [String], joint: String, _ allowed: [String])
        -> (found: [String: String], objection: String?)
    {
        var found: [String: String] = [:]
        for part in prefix(10_000).split(separator: ",").map(\.evenlySpaced) {
            let name = names.first { part.hasPrefix($0 + joint) }
            let value = part.dropFirst((name ?? "").count + joint.count).evenlySpaced
            guard let name, allowed.contains(value) else { return ([:], "\(part) says nothing") }
            if found.updateValue(value, forKey: name) != nil { return ([:], "\(name) comes twice") }
        }
        return (found, names.first { found[$0] == nil }.map { "\($0) is missing" })
    }
}
