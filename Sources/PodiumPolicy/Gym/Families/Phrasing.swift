/// Small pieces of English for questions.
enum Phrasing {
    /// `3, 5 and 7`
    static func list(_ items: [String], joint: String = "and") -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(joint) " + last
    }

    static func list(_ numbers: [Int], joint: String = "and") -> String {
        list(numbers.map(String.init), joint: joint)
    }

    static func commas(_ numbers: [Int]) -> String {
        numbers.map(String.init).joined(separator: ", ")
    }

    /// A whole number from 0 to 9999 in English words.
    static func words(_ number: Int) -> String {
        let small = [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
            "eighteen", "nineteen",
        ]
        let tens = [
            "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
        ]
        switch number {
        case ..<0: return "minus " + words(-max(number, -9999))
        case 0..<20: return small[number]
        case 20..<100:
            return tens[number / 10] + (number % 10 > 0 ? "-" + small[number % 10] : "")
        case 100..<1000:
            return small[number / 100] + " hundred"
                + (number % 100 > 0 ? " and " + words(number % 100) : "")
        default:
            let (thousands, rest) = (min(number, 9999) / 1000, number % 1000)
            return words(thousands) + " thousand"
                + (rest > 0 ? (rest < 100 ? " and " : " ") + words(rest) : "")
        }
    }

    static func roman(_ number: Int) -> String {
        let signs: [(Int, String)] = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
            (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var (text, rest) = ("", min(max(number, 0), 3999))
        for (value, sign) in signs {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }

    /// Small letters of a text moved along the alphabet.
    static func caesar(_ text: String, shift: Int) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    guard ("a"..."z").contains(scalar) else { return scalar }
                    let place = (Int(scalar.value) - 97 + shift % 26 + 26) % 26
                    return UnicodeScalar(UInt8(97 + place))
                }
            )
        )
    }

    /// Letters, digits and spaces as Morse code; what has no sign is left out.
    static func morse(_ text: String) -> String {
        let signs: [Character: String] = [
            "a": ".-", "b": "-...", "c": "-.-.", "d": "-..", "e": ".", "f": "..-.", "g": "--.",
            "h": "....", "i": "..", "j": ".---", "k": "-.-", "l": ".-..", "m": "--", "n": "-.",
            "o": "---", "p": ".--.", "q": "--.-", "r": ".-.", "s": "...", "t": "-", "u": "..-",
            "v": "...-", "w": ".--", "x": "-..-", "y": "-.--", "z": "--..",
        ]
        return text.lowercased().split { " -".contains($0) }
            .map { $0.compactMap { signs[$0] }.joined(separator: " ") }
            .joined(separator: " / ")
    }
}

/// Words for problems about words.
enum WordList {
    static let short = [
        "cat", "horse", "apple", "river", "stone", "cloud", "bread", "piano", "flute", "tiger",
        "garden", "window", "silver", "orange", "pepper", "banana", "kitten", "rocket",
    ]
    static let long = [
        "conductor", "orchestra", "strawberry", "mississippi", "symphony", "adventure",
        "television", "university", "butterfly", "crocodile", "elephant", "committee",
        "assessment", "possession", "philosophy", "onomatopoeia", "encyclopedia", "accommodation",
        "communication", "extraordinary",
    ]
    static let names = [
        "Alice", "Bob", "Carol", "Dave", "Erin", "Frank", "Grace", "Henry", "Ivy", "Jack",
    ]
    static let messages = [
        "meet me at the old bridge", "the treasure is under the oak", "attack at dawn",
        "send help before midnight", "the key is in the blue box", "do not trust the captain",
        "wait for the second signal", "we are going to the mountains",
        "the letter is hidden behind the clock", "all the birds have left the island",
    ]
}
