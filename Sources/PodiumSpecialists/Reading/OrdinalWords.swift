/// Places in a row, in digits or in words: `21st`, `twenty-first`, `hundredth`.
enum OrdinalWords {
    private static let small = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
        "seventeenth", "eighteenth", "nineteenth",
    ]
    private static let tens = [
        "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
        "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1000,
    ]

    /// Reads the ordinal that starts at `index`; it is at least 1.
    static func read(_ tokens: [Token], at index: Int) -> (value: Int, end: Int)? {
        guard index < tokens.count, tokens[index].kind == .word else { return nil }
        let key = tokens[index].key
        if let place = small.firstIndex(of: key) { return (place + 1, index + 1) }
        if let ten = tens[key] { return (ten, index + 1) }
        if key.count > 2, ["st", "nd", "rd", "th"].contains(String(key.suffix(2))),
            let number = Int(key.dropLast(2)), number > 0
        {
            return (number, index + 1)
        }
        // "twenty-first": a number in tens, a hyphen or a space, a place below ten.
        guard let (value, end) = NumberWords.read(tokens, at: index),
            let ten = Int(exactly: value), (20...90).contains(ten), ten % 10 == 0
        else { return nil }
        let next = end < tokens.count && tokens[end].isSymbol("-–‑") ? end + 1 : end
        guard next < tokens.count, tokens[next].kind == .word,
            let unit = small.firstIndex(of: tokens[next].key), unit < 9
        else { return nil }
        return (ten + unit + 1, next + 1)
    }
}
