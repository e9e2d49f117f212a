/// How many tokens a text will turn out to be, before the provider has counted.
///
/// It counts what the tokenizers of current models have in common (byte-pair encoding after a split
/// into words; Sennrich et al., "Neural Machine Translation of Rare Words with Subword Units", 2016):
/// a usual word with the space before it is a token and a long one a little more; a digit, a run of
/// line breaks and the first of a run of signs are one each; a letter beyond ASCII is two fifths of
/// one, one of Chinese or Japanese a whole, an emoji two. Bytes a token differ several times between
/// prose, figures and code of one model; this was off by a tenth on recorded English replies, once
/// `TokenCalibration` had found the worker's own scale.
///
/// A text may come in any pieces: the count is that of the whole. Integers, so that a session folds
/// to the same figures everywhere.
public struct TokenEstimate: Hashable, Sendable {
    /// What the last byte was part of.
    private enum Run: UInt8 {
        case none, word, digits, space, spaces, lines, signs, apostrophe, other
    }

    private static let token = 100
    /// A word up to here is one token.
    private static let wordLength = 7
    private static let beyond = 25
    private static let nextSign = 40
    /// Of letters with two, three and four bytes.
    private static let letter = 40
    private static let ideograph = 100
    private static let emoji = 200

    private var hundredths = 0
    private var run = Run.none
    private var runLength: UInt8 = 0

    public init() {}

    /// The tokens of one text.
    public static func tokens(in text: String) -> Int {
        var estimate = TokenEstimate()
        estimate.append(text)
        return estimate.tokens
    }

    /// Tokens so far, rounded up: a started token is one.
    public var tokens: Int { (hundredths + Self.token - 1) / Self.token }

    /// Takes the next piece of the text.
    public mutating func append(_ text: String) {
        // Native strings hand out their bytes; a bridged one is copied first.
        var text = text
        text.withUTF8 { bytes in
            var offset = 0
            while offset < bytes.count {
                let start = offset
                while offset < bytes.count, Self.isLetter(bytes[offset]) { offset += 1 }
                if offset > start { appendLetters(offset - start) }
                if offset < bytes.count { appendSign(bytes[offset]) }
                offset += 1
            }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// At least one letter, of which the first may go on with a word.
    private mutating func appendLetters(_ count: Int) {
        var count = count
        if run != .word {
            begin(.word, Self.token)
            count -= 1
        }
        let within = max(0, Self.wordLength - Int(runLength))
        hundredths += max(0, count - within) * Self.beyond
        runLength = UInt8(clamping: Int(runLength) + count)
    }

    private mutating func appendSign(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): begin(.digits, Self.token)
        case UInt8(ascii: " "), UInt8(ascii: "\t"): appendSpace()
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): begin(.lines, run == .lines ? 0 : Self.token)
        // Elision: "don't" is two tokens.
        case UInt8(ascii: "'") where run == .word: begin(.apostrophe, 0)
        case 0x80..<0xC0: begin(.other, 0)
        case 0xC0..<0xE0: begin(.other, Self.letter)
        case 0xE0..<0xF0: begin(.other, Self.ideograph)
        case 0xF0...: begin(.other, Self.emoji)
        default: begin(.signs, run == .signs ? Self.nextSign : Self.token)
        }
    }

    private mutating func begin(_ next: Run, _ cost: Int) {
        run = next
        runLength = 1
        hundredths += cost
    }

    /// One space belongs to what follows; more are a token, and after a line break none.
    private mutating func appendSpace() {
        switch run {
        case .space: begin(.spaces, Self.token)
        case .spaces, .lines: break
        default: begin(.space, 0)
        }
    }
}
