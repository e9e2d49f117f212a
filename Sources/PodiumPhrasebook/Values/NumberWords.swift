public import BigInt

/// Numbers spelled out in English, both ways.
public enum NumberWords {
    private static let small = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
        "nineteen",
    ]
    private static let tens = [
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ]
    private static let scales = ["", "thousand", "million", "billion", "trillion", "quadrillion"]

    private static let unitValues = Dictionary(
        uniqueKeysWithValues: small.enumerated().map { ($1, $0) }
    )
    private static let tensValues = Dictionary(
        uniqueKeysWithValues: tens.enumerated().filter { $0.offset > 1 }.map { ($1, $0 * 10) }
            + [("fourty", 40)]
    )
    private static let scaleValues = Dictionary(
        uniqueKeysWithValues: scales.enumerated().filter { $0.offset > 0 }
            .map { ($1, BigInt(1000).power($0)) }
    )

    /// Reads the longest spelled-out number that starts at `start`.
    ///
    /// `one hundred and five`, `twenty-three`, `two thousand twelve`. Nil when there is none.
    ///
    /// - Parameter joins: whether "and" may stand within: `Add one hundred and five` may name two numbers.
    static func read(
        _ tokens: [Lexeme],
        at start: Int,
        joins: Bool = true
    ) -> (value: BigInt, end: Int)? {
        var reader = Reader(tokens: tokens, position: start, joins: joins)
        return reader.read()
    }

    /// The number in words: `one hundred and five`, `minus twelve`. Nil above the quadrillions.
    public static func text(of number: BigInt) -> String? {
        guard number.magnitude < BigUInt(1000).power(scales.count) else { return nil }
        if number < 0 { return text(of: -number).map { "minus \($0)" } }
        guard let value = Int(exactly: number) else { return nil }
        if value == 0 { return small[0] }
        var rest = value
        var groups: [Int] = []
        while rest > 0 {
            groups.append(rest % 1000)
            rest /= 1000
        }
        var parts: [String] = []
        for (power, group) in groups.enumerated().reversed() where group > 0 {
            let scale = power == 0 ? "" : " \(scales[power])"
            // British and common: "one thousand and five".
            let joins = power == 0 && groups.count > 1 && group < 100
            parts.append((joins ? "and " : "") + below1000(group) + scale)
        }
        return parts.joined(separator: " ")
    }

    /// The number in words; the digits of one beyond all scales.
    public static func text(of number: Int) -> String { text(of: BigInt(number)) ?? "\(number)" }

    private static func below1000(_ number: Int) -> String {
        let rest = number % 100
        var parts: [String] = []
        if number >= 100 { parts.append("\(small[number / 100]) hundred") }
        if rest > 0 {
            if number >= 100 { parts.append("and") }
            if rest < 20 {
                parts.append(small[rest])
            } else {
                let unit = rest % 10
                parts.append(tens[rest / 10] + (unit == 0 ? "" : "-\(small[unit])"))
            }
        }
        return parts.joined(separator: " ")
    }

    private struct Reader {
        let tokens: [Lexeme]
        var position: Int
        let joins: Bool

        mutating func read() -> (value: BigInt, end: Int)? {
            guard position < tokens.count, tokens[position].kind == .word else { return nil }
            var total = BigInt(0)
            var lastScale: BigInt?
            var found = false
            while let group = readGroup(continues: found) {
                var value = BigInt(group)
                found = true
                guard let key = word(position), let scale = scaleValues[key],
                    lastScale.map({ scale < $0 }) ?? true
                else {
                    total += value
                    break
                }
                value *= scale
                total += value
                lastScale = scale
                position += 1
            }
            return found ? (total, position) : nil
        }

        /// A number below a thousand. After a scale word it may be joined by "and".
        private mutating func readGroup(continues: Bool) -> Int? {
            let start = position
            if joins, continues, word(position) == "and" { position += 1 }
            if let value = readBelow100() {
                guard word(position) == "hundred", value > 0 else { return value }
                return readHundreds(value)
            }
            if isArticleBeforeScale { position += 1 }
            if word(position) == "hundred" { return readHundreds(1) }
            // "a thousand": the scale itself is read by the caller.
            if position > start, !continues { return 1 }
            position = start
            return nil
        }

        private mutating func readHundreds(_ count: Int) -> Int {
            position += 1
            let end = position
            if joins, word(position) == "and" { position += 1 }
            if let rest = readBelow100() { return count * 100 + rest }
            position = end
            return count * 100
        }

        private var isArticleBeforeScale: Bool {
            word(position) == "a" && (isScale(position + 1) || word(position + 1) == "hundred")
        }

        private func isScale(_ index: Int) -> Bool {
            word(index).map { scaleValues[$0] != nil } ?? false
        }

        private mutating func readBelow100() -> Int? {
            guard let key = word(position) else { return nil }
            if let unit = unitValues[key] {
                position += 1
                return unit
            }
            guard let ten = tensValues[key] else { return nil }
            position += 1
            var next = position
            if next < tokens.count, tokens[next].isSign("-"), tokens[next].isGlued {
                next += 1
            }
            if let key = word(next), let unit = unitValues[key], (1...9).contains(unit) {
                position = next + 1
                return ten + unit
            }
            return ten
        }

        private func word(_ index: Int) -> String? {
            guard index < tokens.count, tokens[index].kind == .word else { return nil }
            return tokens[index].key
        }
    }
}
