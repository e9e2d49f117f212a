/// The words that may stand around a text and what is done with it. With any other word the
/// instruction is not understood.
enum TextWords {
    /// They add nothing to any task.
    static let frame: Set<String> = [
        "what", "what's", "whats", "which", "is", "are", "was", "were", "the", "a", "an", "of",
        "in", "please", "tell", "me", "give", "us", "find", "say", "says", "said", "can", "could",
        "you", "would", "i", "need", "want", "know", "to", "how", "do", "does", "did", "be", "its",
        "it", "that", "this", "these", "those", "them", "they", "for", "with", "as", "on", "and",
        "here", "now", "then", "so", "also", "finally", "just", "only", "exactly", "correctly",
        "carefully", "show", "working", "your", "step", "by", "thanks",
        "thank", "take", "consider", "given", "following", "get", "when", "if", "there", "from",
        "message", "messages", "text", "texts", "word", "words", "string", "strings", "phrase",
        "sentence", "line", "name", "result", "results", "answer", "output", "value", "problem",
        "question", "compute", "determine", "state", "out", "have", "has", "i'd", "like", "s",
        "work", "report", "return", "write", "let", "us", "whether", "my", "will", "english",
        "check", "apply",
    ]

    /// They may begin an instruction; elsewhere they are words like any other.
    static let greetings: Set<String> = ["hello", "hi", "hey", "ok", "okay"]

    /// What may be said of a shift that is not told.
    static let negatable: Set<String> = ["given", "known", "told", "stated", "specified"]

    private static let codes: Set<String> = [
        "caesar", "cipher", "ciphers", "code", "coded", "ciphertext", "plaintext", "encode",
        "encrypt", "encipher", "encoding", "encoded", "encrypted", "enciphered", "decode",
        "decoded", "decipher", "deciphered", "decrypt", "decrypted", "decoding", "crack",
        "unscramble", "shift", "shifted", "shifting", "key", "rotation", "rot", "rot13", "rotate",
        "secret", "hidden", "letter", "letters", "each", "every", "place", "places", "position",
        "positions", "unknown", "known", "told", "stated", "specified", "using", "use", "used",
        "alphabet", "back", "backward", "backwards", "forward", "forwards", "left", "right",
        "plain", "written", "been", "uses", "both", "mean", "means", "original", "convert", "all",
        "meaning", "ones", "up",
    ]
    private static let morse: Set<String> = [
        "morse", "code", "encode", "encoded", "encoding", "decode", "decoded", "decoding",
        "translate", "convert", "transcribe", "written", "spell", "express", "international",
        "decipher", "signal", "mean", "means", "plain", "using", "read", "secret", "spells",
        "deciphered", "decrypt", "into", "send", "put", "letters", "stand", "stands",
    ]
    private static let numerals: Set<String> = [
        "roman", "numeral", "numerals", "number", "numbers", "digits", "digit", "arabic",
        "decimal", "convert", "express", "form", "notation", "mean", "means", "stand", "stands",
        "rewrite", "expression", "into", "written", "translate", "expressed", "put", "represent",
        "represents", "equal", "equals", "using", "figures", "turn", "change", "both", "each",
        "order",
    ]
    private static let wordForms: Set<String> = [
        "spell", "spelled", "spelt", "spelling", "words", "letters", "digits", "figures",
        "numerals", "numeral", "number", "numbers", "convert", "express", "into", "written",
        "expressed", "plain", "using", "rewrite", "put", "translate", "turn", "full",
    ]
    private static let counting: Set<String> = [
        "count", "counting", "many", "often", "number", "times", "contain", "contains",
        "contained", "appear", "appears", "occur", "occurs", "total", "used", "occurrences",
        "found", "all", "see", "up",
    ]
    private static let ordering: Set<String> = [
        "sort", "sorted", "sorting", "alphabetical", "alphabetically", "alphabetize",
        "alphabetise", "alphabetized", "order", "put", "arrange", "arranged", "ascending",
        "letters", "characters", "list", "names", "into", "all",
    ]
    private static let reversing: Set<String> = [
        "reverse", "reversed", "reversing", "backwards", "backward", "letters", "order",
        "characters", "spell", "spelled", "spelt", "read", "written", "all",
    ]

    /// The words that tell this task.
    static func own(_ task: TextTask) -> Set<String> {
        switch task {
        case .decode: codes.union(morse)
        case .decodeCaesar, .encodeCaesar: codes
        case .decodeMorse, .encodeMorse: morse
        case .fromRoman, .toRoman: numerals
        case .fromWords, .toWords: wordForms
        case .count, .counts: counting
        case .sortLetters(let descending), .sortWords(let descending),
            .sortEither(let descending):
            descending ? ordering.union(["descending", "reverse"]) : ordering
        case .reverseLetters, .reverseWords: reversing
        case .isPalindrome: ["palindrome", "palindromic"]
        case .areAnagrams: ["anagram", "anagrams", "each", "other", "another", "one"]
        case .pick: ["pick"]
        case .longestWord: ["longest"]
        case .shortestWord: ["shortest"]
        case .initials: ["initial", "first", "letters", "each", "every", "together", "all"]
        case .uppercase:
            ["uppercase", "capitals", "capital", "all", "letters", "convert", "put", "make"]
        case .lowercase: ["lowercase", "all", "letters", "convert", "put"]
        }
    }

    static func known(_ tasks: [TextTask]) -> Set<String> {
        tasks.reduce(frame) { $0.union(own($1)) }
    }

    /// They point at a text elsewhere.
    static let pointing: Set<String> = ReferenceWords.marks.union(ReferenceWords.nouns)
        .union(ReferenceWords.trailers).union(ReferenceWords.pluralPronouns)
        .union([
            "all", "each", "first", "second", "third", "fourth", "fifth", "last", "final",
            "original", "user's", "user", "1st", "2nd", "3rd", "4th", "5th",
        ])
        .subtracting(["before"])

    /// They ask what a code says.
    static let saying: Set<String> = [
        "what", "does", "do", "did", "it", "the", "message", "text", "say", "says", "mean", "means",
        "read", "is", "was", "original", "plaintext", "he", "she", "they", "this", "write",
    ]

    /// A sentence of these alone asks for nothing.
    static let remarks: Set<String> = [
        "please", "thanks", "thank", "you", "hello", "hi", "hey", "the", "a", "shift", "is",
        "given", "unknown", "in", "step", "by", "carefully", "exactly", "now", "it", "show",
        "your", "working", "for", "me", "only", "just", "ok", "okay", "key", "be", "careful",
    ]
}
