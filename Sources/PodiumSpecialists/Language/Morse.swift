/// International Morse code (ITU-R M.1677-1).
enum Morse {
    private static let codes: [Character: String] = [
        "A": ".-", "B": "-...", "C": "-.-.", "D": "-..", "E": ".", "F": "..-.", "G": "--.",
        "H": "....", "I": "..", "J": ".---", "K": "-.-", "L": ".-..", "M": "--", "N": "-.",
        "O": "---", "P": ".--.", "Q": "--.-", "R": ".-.", "S": "...", "T": "-", "U": "..-",
        "V": "...-", "W": ".--", "X": "-..-", "Y": "-.--", "Z": "--..", "0": "-----",
        "1": ".----", "2": "..---", "3": "...--", "4": "....-", "5": ".....", "6": "-....",
        "7": "--...", "8": "---..", "9": "----.", ".": ".-.-.-", ",": "--..--", "?": "..--..",
        "'": ".----.", "/": "-..-.", "(": "-.--.", ")": "-.--.-", ":": "---...", "=": "-...-",
        "+": ".-.-.", "-": "-....-", "\"": ".-..-.", "@": ".--.-.", "×": "-..-",
    ]

    private static let letters: [String: Character] = {
        var letters: [String: Character] = [:]
        for (letter, code) in codes where letter != "×" { letters[code] = letter }
        return letters
    }()

    /// Whether a text is Morse code: dots, dashes, spaces and word marks, and at least one of the
    /// first two.
    static func isMorse(_ text: String) -> Bool {
        var marks = 0
        for character in normalized(text) {
            switch character {
            case ".", "-": marks += 1
            case " ", "/", "|": break
            default: return false
            }
        }
        return marks > 0
    }

    /// A letter's code with what it stands for, nil for a code that does not exist.
    typealias Sign = (code: String, letter: Character?)

    /// The words as signs. Words are parted by `/`, `|` or three spaces.
    static func signs(in text: String) -> [[Sign]] {
        normalized(text).replacing("   ", with: "/")
            .split { "/|".contains($0) }
            .map { word in
                word.split(separator: " ").map { (code: String($0), letter: letters[String($0)]) }
            }
            .filter { !$0.isEmpty }
    }

    /// Nil when a character has no code.
    static func encode(_ text: String) -> String? {
        var words: [String] = []
        for word in text.uppercased().split(whereSeparator: \.isWhitespace) {
            var signs: [String] = []
            for character in word {
                guard let code = codes[character] else { return nil }
                signs.append(code)
            }
            words.append(signs.joined(separator: " "))
        }
        return words.joined(separator: " / ")
    }

    private static func normalized(_ text: String) -> String {
        String(
            text.map { character in
                switch character {
                case "•", "·", "∙", "*": "."
                case "–", "—", "−", "_": "-"
                case "…": "."
                case _ where character.isWhitespace: " "
                default: character
                }
            }
        )
    }
}
