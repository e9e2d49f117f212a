/// Expressions of whole numbers in answers, with the numbers that they use.
struct ExpressionText {
    private let characters: [Character]
    private var position = 0
    private var depth = 0
    private var used: [Int] = []

    private init(_ text: Substring) {
        let forms: [Character: Character] = [
            "×": "*", "·": "*", "x": "*", "X": "*", "÷": "/", ":": "/", "−": "-", "–": "-",
            "[": "(", "]": ")",
        ]
        characters = text.compactMap { $0.isWhitespace ? nil : forms[$0] ?? $0 }
    }

    /// Whether an answer makes the target from the numbers, each used at most once: one expression,
    /// with or without `= target`, or steps (`25 * 4 = 100; 100 + 3 = 103`).
    static func reaches(_ target: Int, from numbers: [Int], by answer: String) -> Bool {
        var rest = numbers
        var last: Fraction?
        for step in answer.split(whereSeparator: { ";,\n".contains($0) }) {
            let sides = step.split(separator: "=", omittingEmptySubsequences: false)
            guard sides.count <= 2 else { return false }
            var read = sides.compactMap { side -> (value: Fraction, used: [Int])? in
                var text = ExpressionText(side)
                return text.run()
            }
            guard read.count == sides.count, !read.isEmpty else { return false }
            // The longer side is the expression; the other only states its value.
            read.sort { $0.used.count > $1.used.count }
            if read.count == 2, read[0].value != read[1].value || read[1].used.count != 1 {
                return false
            }
            for number in read[0].used {
                guard let place = rest.firstIndex(of: number) else { return false }
                rest.remove(at: place)
            }
            last = read[0].value
            if let whole = read[0].value.whole { rest.append(whole) }
        }
        return last == Fraction(target)
    }

    private mutating func run() -> (value: Fraction, used: [Int])? {
        guard let value = sum(), position == characters.count, !used.isEmpty else { return nil }
        return (value, used)
    }

    private mutating func sum() -> Fraction? {
        guard var value = product() else { return nil }
        while let sign = next, "+-".contains(sign) {
            position += 1
            guard let right = product(), let result = Fraction.combine(sign, value, right) else {
                return nil
            }
            value = result
        }
        return value
    }

    private mutating func product() -> Fraction? {
        guard var value = factor() else { return nil }
        while let sign = next, "*/".contains(sign) {
            position += 1
            guard let right = factor(), let result = Fraction.combine(sign, value, right) else {
                return nil
            }
            value = result
        }
        return value
    }

    private mutating func factor() -> Fraction? {
        if next == "(" {
            // Deep nesting is an attack on the stack, not an answer.
            guard depth < 40 else { return nil }
            depth += 1
            position += 1
            guard let value = sum(), next == ")" else { return nil }
            position += 1
            depth -= 1
            return value
        }
        var digits = ""
        while let digit = next, digit.isASCII, digit.isNumber {
            digits.append(digit)
            position += 1
        }
        guard digits.count <= 12, let number = Int(digits) else { return nil }
        used.append(number)
        return Fraction(number)
    }

    private var next: Character? { position < characters.count ? characters[position] : nil }
}
