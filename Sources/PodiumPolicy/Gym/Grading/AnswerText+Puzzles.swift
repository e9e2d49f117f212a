/// Puzzles in answers: any solution is right.
extension AnswerText {
    /// Some of the numbers, none more often than it is there, that add up to the target.
    func isSubset(of numbers: [Int], target: Int) -> Bool {
        let end = tokens.firstIndex(of: .sign("=")) ?? tokens.endIndex
        var rest = numbers
        var sum = 0
        var chosen = 0
        for case .number(_, let value) in tokens[..<end] {
            guard let whole = value.whole, let place = rest.firstIndex(of: whole) else {
                return false
            }
            rest.remove(at: place)
            sum += whole
            chosen += 1
        }
        let isTarget = end == tokens.endIndex || AnswerText.isNumber(tokens[(end + 1)...], target)
        return chosen > 0 && sum == target && isTarget && !tokens[..<end].contains(.sign("-"))
    }

    private static func isNumber(_ tokens: ArraySlice<Token>, _ number: Int) -> Bool {
        guard tokens.count == 1, case .number(_, let value)? = tokens.first else { return false }
        return value == Fraction(number)
    }

    /// Sixteen digits, whatever stands between them.
    func completes(_ rows: [[Int]]) -> Bool {
        let cells = digits.joined().compactMap(\.wholeNumberValue)
        let givens = rows.flatMap { $0 }
        guard cells.count == 16, givens.count == 16,
            zip(cells, givens).allSatisfy({ $1 == 0 || $0 == $1 })
        else { return false }
        let all: Set<Int> = [1, 2, 3, 4]
        return (0..<4).allSatisfy { unit in
            let corner = unit / 2 * 8 + unit % 2 * 2
            let row = (0..<4).map { cells[unit * 4 + $0] }
            let column = (0..<4).map { cells[$0 * 4 + unit] }
            let box = [corner, corner + 1, corner + 4, corner + 5].map { cells[$0] }
            return Set(row) == all && Set(column) == all && Set(box) == all
        }
    }

    /// The value that the answer gives to each name, in small letters: `A = red, B and C = blue`, or
    /// `red: A; blue: B, C`. Nil when a name has none or two.
    func assignments(of names: [String], to values: [String]) -> [String: String]? {
        let names = Set(names.map { $0.lowercased() })
        let values = Set(values.map { $0.lowercased() })
        let words = words.filter { names.contains($0) || values.contains($0) }
        guard let first = words.first else { return nil }
        let isValueFirst = values.contains(first)
        var found: [String: String] = [:]
        var pending: [String] = []
        var value = first
        for word in words {
            if names.contains(word) {
                if !isValueFirst {
                    pending.append(word)
                } else if found.updateValue(value, forKey: word) != nil {
                    return nil
                }
            } else {
                value = word
                for name in pending where found.updateValue(word, forKey: name) != nil {
                    return nil
                }
                pending = []
            }
        }
        return pending.isEmpty && found.count == names.count ? found : nil
    }

    /// The names in the order in which the answer has them; `A < B` says that B comes first.
    func order(of names: [String]) -> [String] {
        let found = words.compactMap { word in names.first { $0.lowercased() == word } }
        return tokens.contains(.sign("<")) ? found.reversed() : found
    }
}
