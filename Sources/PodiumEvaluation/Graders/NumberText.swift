/// Numbers as people and models write them.
struct NumberText: Hashable {
    var value: Fraction
    /// As it was written.
    var text: String

    /// The value of a text that is one number, with a unit, a currency or a percent sign at most.
    static func value(of text: String) -> Fraction? {
        guard text.utf8.count <= 2_000 else { return nil }
        let found = all(in: text)
        guard found.count == 1, let only = found.first else { return nil }
        // "route 66 is long" is no number, "66 km/h" is one.
        let rest = text.replacing(only.text, with: " ", maxReplacements: 1)
        let words = rest.split { !$0.isLetter }
        return words.count <= 3 ? only.value : nil
    }

    /// All numbers, in the order of the text.
    static func all(in text: String) -> [NumberText] {
        var scanner = NumberScanner(text)
        var numbers: [NumberText] = []
        while let number = scanner.next() { numbers.append(number) }
        return numbers
    }
}

/// Finds the numbers in a text: `-1,234.5`, `3/4`, `1 1/2`, `\frac{3}{4}`, `1.2e5`, `1.2 × 10^5`.
struct NumberScanner {
    private let text: [Character]
    private var index = 0

    init(_ text: String) {
        self.text = Array(
            text.replacing("−", with: "-").replacing("{,}", with: ",").replacing("\\!", with: "")
                .replacing("\\dfrac", with: "\\frac").replacing("\\tfrac", with: "\\frac")
        )
    }

    mutating func next() -> NumberText? {
        while index < text.count {
            let start = index
            if let value = number() {
                return NumberText(value: value, text: String(text[signStart(start)..<index]))
            }
            index = max(index, start + 1)
        }
        return nil
    }

    private func peek(_ offset: Int = 0) -> Character? {
        let place = index + offset
        return text.indices.contains(place) ? text[place] : nil
    }

    private func digit(_ offset: Int = 0) -> Character? {
        peek(offset).flatMap { $0.isASCII && $0.isNumber ? $0 : nil }
    }

    /// A minus belongs to the number unless something that it could subtract from stands right
    /// before it: "is -5" has a sign, "x-5" and "7 - 5" have none.
    private func signStart(_ start: Int) -> Int {
        var place = start - 1
        while place >= 0, "$\\".contains(text[place]) { place -= 1 }
        guard place >= 0, text[place] == "-" else { return start }
        guard place > 0 else { return 0 }
        let before = text[place - 1]
        return before.isLetter || before.isNumber || ")]}".contains(before) ? start : place
    }

    private mutating func number() -> Fraction? {
        let start = index
        guard let size = magnitude() else { return nil }
        return signStart(start) < start ? -size : size
    }

    private mutating func magnitude() -> Fraction? {
        if let fraction = latexFraction() { return fraction }
        guard digit() != nil || peek() == "." && digit(1) != nil else { return nil }
        // The 2 of "x_2" and the 3 of "B3" are names, not numbers.
        if index > 0, text[index - 1].isLetter || text[index - 1] == "_" {
            while digit() != nil { index += 1 }
            return nil
        }
        guard let value = decimal() else { return nil }
        let end = index
        if let whole = mixed(value) { return whole }
        index = end
        if let fraction = slash(value) { return fraction }
        index = end
        return value
    }

    private mutating func decimal() -> Fraction? {
        var digits = ""
        while let next = digit() {
            digits.append(next)
            index += 1
            // A comma before exactly three digits groups thousands.
            if peek() == ",", digits.count <= 3 || index >= 4 && text[index - 4] == ",",
                digit(1) != nil, digit(2) != nil, digit(3) != nil, digit(4) == nil
            {
                index += 1
            }
        }
        if peek() == ".", digit(1) != nil {
            digits.append(".")
            index += 1
            while let next = digit() {
                digits.append(next)
                index += 1
            }
        }
        return Fraction(digits: digits, exponent: exponent())
    }

    /// `e5`, `× 10^5`, `\times 10^{-5}`; 0 where there is none.
    private mutating func exponent() -> Int {
        let start = index
        if peek() == "e" || peek() == "E" {
            index += 1
            if let value = signedInteger(), peek()?.isLetter != true { return value }
            index = start
            return 0
        }
        skipSpaces()
        for mark in ["\\times", "\\cdot", "×", "·", "*", "x"] where skip(mark) {
            skipSpaces()
            if skip("10^") || skip("10**") {
                _ = skip("{")
                if let value = signedInteger() {
                    _ = skip("}")
                    return value
                }
            }
            break
        }
        index = start
        return 0
    }

    private mutating func signedInteger() -> Int? {
        let sign = skip("-") ? -1 : 1
        if sign == 1 { _ = skip("+") }
        var digits = ""
        while let next = digit(), digits.count < 6 {
            digits.append(next)
            index += 1
        }
        return Int(digits).map { $0 * sign }
    }

    /// The rest of `1 1/2` and `1\frac{1}{2}`.
    private mutating func mixed(_ whole: Fraction) -> Fraction? {
        guard whole.denominator == 1 else { return nil }
        skipSpaces()
        if let part = latexFraction() { return whole.adding(part) }
        guard text[index - 1] == " ", digit() != nil, let top = decimal(), peek() == "/" else {
            return nil
        }
        return slash(top).flatMap(whole.adding)
    }

    private mutating func slash(_ top: Fraction) -> Fraction? {
        skipSpaces()
        guard skip("/") else { return nil }
        skipSpaces()
        guard digit() != nil, let bottom = decimal() else { return nil }
        // 11/29/2026 is a date.
        return peek() == "/" ? nil : top.divided(by: bottom)
    }

    private mutating func latexFraction() -> Fraction? {
        let start = index
        guard skip("\\frac"), let top = argument(), let bottom = argument(),
            let value = top.divided(by: bottom)
        else {
            index = start
            return nil
        }
        return value
    }

    private mutating func argument() -> Fraction? {
        guard skip("{") else {
            guard let next = digit() else { return nil }
            index += 1
            return Fraction(digits: String(next))
        }
        let isNegative = skip("-")
        guard digit() != nil, let value = decimal(), skip("}") else { return nil }
        return isNegative ? -value : value
    }

    private mutating func skip(_ mark: String) -> Bool {
        guard text[index...].starts(with: mark) else { return false }
        index += mark.count
        return true
    }

    private mutating func skipSpaces() {
        while peek() == " " { index += 1 }
    }
}
