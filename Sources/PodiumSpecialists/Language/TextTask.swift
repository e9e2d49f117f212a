/// One thing to do with a text.
enum TextTask: Hashable, Sendable {
    /// The code is not named; it is found from the text.
    case decode
    /// Nil when the shift is not given.
    case decodeCaesar(shift: Int?)
    case encodeCaesar(shift: Int)
    case decodeMorse
    case encodeMorse
    case fromRoman
    case toRoman
    case fromWords
    case toWords
    case count(Countable)
    case reverseLetters
    case reverseWords
    case sortLetters(descending: Bool)
    case sortWords(descending: Bool)
    case isPalindrome
    case areAnagrams
    case pick(Piece, Ordinal)
    case longestWord
    case shortestWord
    case initials
    case uppercase
    case lowercase

    enum Countable: Hashable, Sendable {
        case letters, characters, vowels, consonants, words, digits, distinctLetters, capitals
        case letter(Character)
    }

    enum Piece: Hashable, Sendable {
        case letter, word
    }

    var isCount: Bool {
        if case .count = self { true } else { false }
    }

    /// Whether it is answered with yes or no.
    var isQuestion: Bool { self == .isPalindrome || self == .areAnagrams }

    /// Whether a text without quotation marks can be taken from the middle of a sentence. "How
    /// many words are in Hamlet" is not a question about the word Hamlet.
    var allowsBareOperand: Bool { self != .count(.words) && self != .count(.characters) }
}
