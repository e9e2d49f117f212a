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
    /// Several kinds at once: counted one by one, or, joined by "or", together.
    case counts([Countable], together: Bool)
    case reverseLetters
    case reverseWords
    case sortLetters(descending: Bool)
    case sortWords(descending: Bool)
    /// The words of a list, or the letters of a single word.
    case sortEither(descending: Bool)
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
        /// Letters, where the text has nothing else.
        case length
        case letter(Character)
    }

    enum Piece: Hashable, Sendable {
        case letter, word
    }

    var isCount: Bool {
        switch self {
        case .count, .counts: true
        default: false
        }
    }

    /// Whether the result is a text to go on with, and not something told about one.
    var givesText: Bool { !isCount && !isQuestion }

    /// Whether it only says how a result is to be written.
    var isForm: Bool {
        switch self {
        case .toRoman, .toWords, .encodeMorse, .uppercase, .lowercase: true
        default: false
        }
    }

    /// Whether it is answered with yes or no.
    var isQuestion: Bool { self == .isPalindrome || self == .areAnagrams }

    /// Codes in letters, of whose instruction the end is easily known.
    var isCode: Bool {
        switch self {
        case .decode, .decodeCaesar, .encodeCaesar, .decodeMorse, .encodeMorse: true
        default: false
        }
    }

    var isReverse: Bool { self == .reverseLetters || self == .reverseWords }

    var isSort: Bool {
        switch self {
        case .sortLetters, .sortWords, .sortEither: true
        default: false
        }
    }

    /// Whether a text without quotation marks can be taken from the middle of a sentence. "How
    /// many words are in Hamlet" is not a question about the word Hamlet.
    var allowsBareOperand: Bool { self != .count(.words) && self != .count(.characters) }
}
