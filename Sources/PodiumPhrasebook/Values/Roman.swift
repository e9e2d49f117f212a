/// Roman numerals from 1 to 3999, in their canonical form.
public enum Roman {
    private static let signs = [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
        (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]

    /// The parts of a number, largest first: 14 is X and IV.
    public static func parts(of number: Int) -> [(value: Int, sign: String)]? {
        guard (1...3999).contains(number) else { return nil }
        var rest = number
        var parts: [(value: Int, sign: String)] = []
        for (value, sign) in signs {
            while rest >= value {
                parts.append((value, sign))
                rest -= value
            }
        }
        return parts
    }

    public static func text(of number: Int) -> String? {
        parts(of: number)?.map(\.sign).joined()
    }

    /// Nil when the text is not a numeral in canonical form: `IIII` and `IC` are none.
    public static func value(of text: String) -> Int? {
        let text = text.uppercased()
        guard !text.isEmpty, text.utf8.count <= 15 else { return nil }
        let values: [Character: Int] = [
            "I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000,
        ]
        var total = 0
        var last = 0
        for character in text.reversed() {
            guard let value = values[character] else { return nil }
            total += value < last ? -value : value
            last = max(last, value)
        }
        return self.text(of: total) == text ? total : nil
    }
}
