internal import BigInt

/// An answer as somebody gave it: found in their text, and compared with others.
public struct Answer: Hashable, Sendable {
    /// Without marks of emphasis, quotation marks and a full stop.
    public let text: String

    /// Longer ones are compared letter by letter.
    private static let limit = 2_000

    public init(_ text: String) { self.text = Self.plain(text) }

    /// The answer that an output states: what follows `Answer:` on the last line that has it, what is
    /// boxed, or a single short line. Nil where there is none, or where the end says why.
    public init?(in output: String) {
        var lines = output.suffix(16_000).split(whereSeparator: \.isNewline).map(Self.plain)
        lines.removeAll(where: \.isEmpty)
        guard let last = lines.last, !last.lowercased().hasPrefix("i cannot") else { return nil }
        for line in lines.reversed() {
            let folded = line.lowercased()
            for label in ["answer:", "final answer:"] where folded.hasPrefix(label) {
                let answer = Self.plain(String(line.dropFirst(label.count)))
                if !answer.isEmpty {
                    text = answer
                    return
                }
            }
        }
        if let start = last.firstRange(of: "\\boxed{"), let end = last.lastIndex(of: "}"),
            start.upperBound < end
        {
            text = Self.plain(String(last[start.upperBound..<end]))
            return
        }
        guard lines.count == 1, last.count <= 80 else { return nil }
        text = last
    }

    private static func plain(_ text: some StringProtocol) -> String {
        let marks: Set<Character> = ["*", "_", "`", "$"]
        var rest = text[...]
        func isOuter(_ character: Character) -> Bool {
            character.isWhitespace || marks.contains(character)
        }
        while let first = rest.first, isOuter(first), !rest.hasPrefix("_ ") {
            rest = rest.dropFirst()
        }
        while let last = rest.last, isOuter(last), !rest.hasSuffix(" _") { rest = rest.dropLast() }
        let isCode = rest.allSatisfy { ".-/ ".contains($0) }
        if rest.last == ".", !rest.hasSuffix(".."), !isCode { rest = rest.dropLast() }
        for (open, close) in [("\"", "\""), ("“", "”"), ("'", "'")] as [(Character, Character)]
        where rest.count > 2 && rest.first == open && rest.last == close {
            rest = rest.dropFirst().dropLast()
        }
        return String(rest)
    }

    // MARK: Comparing

    /// Whether both say the same: numbers by their value, lists of values in any order, texts without
    /// regard to case.
    public func agrees(with other: Answer) -> Bool {
        if folded == other.folded { return true }
        guard text.utf8.count <= Self.limit, other.text.utf8.count <= Self.limit else {
            return false
        }
        let (mine, theirs) = (parts, other.parts)
        guard mine.count == theirs.count, let one = mine.first, let two = theirs.first else {
            return false
        }
        if mine.count == 1 {
            // One gives the bare value of what the other names.
            return one.value == two.value
                && (one.name == nil || two.name == nil || one.name == two.name)
        }
        // Values with names, and alternatives, have no order; other lists have one.
        let isFree =
            (mine + theirs).allSatisfy { $0.name != nil }
            || folded.contains(" or ") && other.folded.contains(" or ")
        guard isFree else { return mine == theirs }
        // "2 or 3" names the solutions of "x = 2 or x = 3" too.
        let isBare = mine.allSatisfy { $0.name == nil } != theirs.allSatisfy { $0.name == nil }
        func values(_ parts: [Part]) -> [String] {
            parts.map { isBare ? $0.value : "\($0.name ?? "")=\($0.value)" }.sorted()
        }
        return values(mine) == values(theirs)
    }

    private var folded: String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private struct Part: Hashable {
        var name: String?
        var value: String
    }

    /// `x = 2 or x = 3` and `Ann is a knight, Bob is a knave` by their names; a number by its value.
    private var parts: [Part] {
        folded.replacing(" and ", with: ", ").replacing(" or ", with: ", ").replacing(
            "; ",
            with: ", "
        )
        .split(separator: ", ").map { part in
            for joint in [" = ", "=", ": ", " is a ", " is "] {
                guard let range = part.firstRange(of: joint) else { continue }
                return Part(
                    name: String(part[..<range.lowerBound]),
                    value: Self.value(part[range.upperBound...])
                )
            }
            return Part(name: nil, value: Self.value(part))
        }
    }

    private static func value(_ text: Substring) -> String {
        Rational(told: String(text)).map(\.description) ?? String(text)
    }

    /// The answer as a number, when it is one: `1,234`, `-3.5`, `7/2`, `x = 5`.
    public var number: Rational? {
        if let number = Rational(told: text) { return number }
        let parts = parts
        guard parts.count == 1, parts[0].name?.count == 1 else { return nil }
        return Rational(told: parts[0].value)
    }
}

extension Rational {
    /// A number as people write it, alone: `1,234`, `-3.5`, `7/2`.
    init?(told text: String) {
        let isNegative = text.hasPrefix("-") || text.hasPrefix("−")
        let parts = (isNegative ? text.dropFirst() : text[...])
            .split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy(Self.isPlain),
            let top = Rational(digits: String(parts[0]))
        else { return nil }
        let value =
            parts.count == 1
            ? top : Rational(digits: String(parts[1])).flatMap { top.divided(by: $0) }
        guard let value else { return nil }
        self = isNegative ? -value : value
    }

    /// Figures, with commas only between groups of three.
    private static func isPlain(_ text: Substring) -> Bool {
        guard let first = text.first, first.isNumber || first == ".",
            text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 || $0 == 44 })
        else { return false }
        let groups = text.split(separator: ".", omittingEmptySubsequences: false)[0]
            .split(separator: ",", omittingEmptySubsequences: false)
        return groups.count == 1
            || groups[0].count <= 3 && !groups[0].isEmpty
                && groups.dropFirst().allSatisfy { $0.count == 3 }
    }
}
