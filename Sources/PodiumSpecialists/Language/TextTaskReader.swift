internal import BigInt

/// Finds what an instruction asks to do with a text.
struct TextTaskReader {
    let tokens: [Token]

    init(_ tokens: [Token]) {
        self.tokens = tokens
    }

    struct Found: Hashable {
        var task: TextTask
        /// The token from which the task was known.
        var position: Int
        /// Tokens that tell more of it: what is counted, by how much letters are shifted.
        var used: Set<Int> = []
    }

    /// The tasks in the order in which they are done: "count the vowels in the reverse of X" first
    /// reverses.
    func tasks() -> [Found] {
        guard !contains(Self.unknownCodes) else { return [] }
        // "Which of these is a palindrome?" asks for one of them.
        if contains(["palindrome"]), contains(["which"]) { return [] }
        let code = codeTask()
        // Two forms at once are not one answer.
        if code?.task == .toRoman, formTask()?.task == .toWords { return [] }
        // "the Roman numerals as digits" is one task, not two.
        let isRoman = code?.task == .fromRoman || code?.task == .toRoman
        let form = formTask().flatMap { isRoman && $0.task == .fromWords ? nil : $0 }
        let found = [code, countTask(), sortTask(), reverseTask(), form, pickTask()]
            .compactMap { $0 }
            .sorted { $0.position > $1.position }
        // "the reverse of X in Morse": the form is that of the result. A number that is counted in
        // is written out first.
        guard found.count > 1, !found.contains(where: \.task.isCount) else { return found }
        return found.filter { !$0.task.isForm } + found.filter(\.task.isForm)
    }

    /// Two tasks side by side with "and" between them, whose order is not clear.
    func areCoordinated(_ found: [Found]) -> Bool {
        guard let first = found.map(\.position).min(), let last = found.map(\.position).max() else {
            return false
        }
        return tokens[first..<last].contains { $0.isWord(["and", "or", "but"]) }
    }

    /// Codes that are not known here; to read them as Caesar would be a guess.
    private static let unknownCodes: Set<String> = [
        "base64", "vigenere", "vigenère", "enigma", "atbash", "playfair", "hash", "md5", "sha256",
        "qr", "braille",
    ]

    // MARK: Codes

    private func codeTask() -> Found? {
        if let index = first(["morse"]) {
            let isTarget = (1...2).contains { isPreposition(index - $0) }
            let encodes = (isTarget || contains(Self.encodeVerbs)) && !holdsMorse
            return Found(task: encodes ? .encodeMorse : .decodeMorse, position: index)
        }
        if let index = first(["roman"]) {
            let holdsNumeral = tokens.contains {
                $0.kind == .word && $0.text == $0.text.uppercased()
                    && Roman.value(of: $0.text) != nil
            }
            let isTarget =
                (1...2).contains { isPreposition(index - $0) }
                || tokens.contains { $0.kind == .number } && !holdsNumeral
            let hasDigits = contains(["digits", "arabic", "decimal", "number", "numbers"])
            let isSource = hasDigits && !tokens.contains { $0.kind == .number } && !isTarget
            return Found(task: isTarget && !isSource ? .toRoman : .fromRoman, position: index)
        }
        if let index = first(Self.encodeVerbs), let (shift, used) = shift() {
            let places = isBackward ? -shift : shift
            return Found(task: .encodeCaesar(shift: places), position: index, used: used)
        }
        if let index = first(["rot13"]) {
            return Found(task: .decodeCaesar(shift: 13), position: index)
        }
        if let found = plainShift() { return found }
        guard let index = first(Self.decodeWords), !contains(Self.encodeVerbs) else { return nil }
        // "What is X shifted by 1?" may mean either way.
        let isOnlyShifted = !contains(Self.decodeWords.subtracting(["shifted"]))
        if isOnlyShifted, contains(["what", "what's"]) { return nil }
        let shift = shift()
        let isCaesar = shift != nil || contains(["caesar", "shift", "shifted", "rotation"])
        guard isCaesar else { return Found(task: .decode, position: index) }
        return Found(
            task: .decodeCaesar(shift: isBackward ? shift.map { -$0.places } : shift?.places),
            position: index,
            used: shift?.used ?? []
        )
    }

    /// `Shift CAT by 1`, `"abc" shifted by 27`, `Apply a shift of 3 to CAT`: forward, unless the
    /// text is said to have been shifted or is to be decoded.
    private func plainShift() -> Found? {
        let isDone = tokens.indices.dropFirst().contains {
            tokens[$0].isWord(["shifted"])
                && tokens[..<$0].suffix(3).contains { $0.isWord(Self.doneMarks) }
        }
        guard !isDone, !contains(Self.decodeWords.subtracting(["caesar", "cipher", "shifted"])),
            let index = shiftVerb, let (shift, used) = shift()
        else { return nil }
        let places = isBackward ? -shift : shift
        return Found(task: .encodeCaesar(shift: places), position: index, used: used)
    }

    /// Where a text is told to be shifted; "a shift of 3" alone only names a key.
    private var shiftVerb: Int? {
        let articles: Set<String> = [
            "a", "the", "caesar", "with", "of", "unknown", "known", "cipher", "using", "its", "by",
            "and", "no", "this", "that", "letter", "any", "each",
        ]
        if contains(["what", "what's", "say", "says", "mean", "means", "which"]) { return nil }
        if contains(["apply", "use", "using"]), contains(["shift", "rotation", "caesar"]) {
            return first(["apply", "use", "using"])
        }
        return tokens.indices.first { index in
            if tokens[index].isWord(["shifted", "rotated"]) { return true }
            guard tokens[index].isWord(["shift", "rotate"]) else { return false }
            return index == 0 || tokens[index - 1].isWord(["and", "then", "please"])
                || tokens[index - 1].kind == .word && !tokens[index - 1].isWord(articles)
        }
    }

    private static let doneMarks: Set<String> = [
        "was", "were", "been", "is", "are", "had", "got", "has", "have",
    ]
    private static let encodeVerbs: Set<String> = ["encode", "encrypt", "encipher", "encoding"]
    private static let decodeWords: Set<String> = [
        "decode", "decipher", "decrypt", "caesar", "cipher", "ciphertext", "crack", "decoding",
        "unscramble", "encoded", "encrypted", "enciphered", "secret", "shifted",
    ]

    /// Whether the clause gives Morse code itself, which nobody asks to have encoded.
    private var holdsMorse: Bool {
        tokens.contains { $0.kind == .quoted && Morse.isMorse($0.text) }
            || tokens.filter { $0.isSymbol(".-–—•·…") }.count > 2
    }

    private var isBackward: Bool {
        contains(["back", "backward", "backwards", "left"])
    }

    private func isPreposition(_ index: Int) -> Bool {
        index >= 0 && tokens[index].isWord(["to", "into", "in", "as"])
    }

    /// The number that goes with "shift", "key" or "rot"; taken modulo 26, so that any size will do.
    private func shift() -> (places: Int, used: Set<Int>)? {
        guard
            let anchor = first([
                "shift", "shifted", "key", "rotation", "rot", "shifting", "by", "rotate",
            ])
        else { return nil }
        var index = anchor + 1
        var isNegative = false
        while index < min(tokens.count, anchor + 12) {
            if tokens[index].isSymbol("-−–") {
                isNegative = index + 1 < tokens.count && tokens[index + 1].kind == .number
            }
            var value: Rational?
            var end = index + 1
            if tokens[index].kind == .number {
                value = Rational(digits: tokens[index].text)
            } else if let (words, next) = NumberWords.read(tokens, at: index), words < 1000 {
                value = Rational(words)
                end = next
            }
            if let value, value.isInteger {
                let places = Int(value.numerator % 26)
                return (isNegative ? -places : places, Set(index - (isNegative ? 1 : 0)..<end))
            }
            index += 1
        }
        return nil
    }

    // MARK: Order

    private func sortTask() -> Found? {
        let keys: Set<String> = [
            "sort", "sorted", "sorting", "alphabetical", "alphabetically", "alphabetize",
            "alphabetise", "alphabetized",
        ]
        guard let index = first(keys) else { return nil }
        let isReverse =
            contains(["descending"])
            || tokens.indices.contains {
                tokens[$0].isWord(["reverse"]) && $0 + 1 < tokens.count
                    && tokens[$0 + 1].isWord(["alphabetical", "alphabetically", "order"])
            }
        let task: TextTask =
            contains(["letters", "characters"])
            ? .sortLetters(descending: isReverse)
            : contains(["words", "list", "names"])
                ? .sortWords(descending: isReverse) : .sortEither(descending: isReverse)
        return Found(task: task, position: index)
    }

    private func reverseTask() -> Found? {
        let keys: Set<String> = ["reverse", "reversed", "reversing", "backwards", "backward"]
        guard let index = first(keys), first(["shift", "shifted", "rotate"]) == nil else {
            return nil
        }
        if index + 1 < tokens.count, tokens[index + 1].isWord(["alphabetical", "alphabetically"]) {
            return nil
        }
        // "reverse … the order of the words" or "reverse the words", but not "the letters of".
        let words = contains(["words"]) && !contains(["letters"])
        return Found(task: words ? .reverseWords : .reverseLetters, position: index)
    }

    // MARK: Forms

    private func formTask() -> Found? {
        if let index = first(["palindrome", "palindromic"]) {
            return Found(task: .isPalindrome, position: index)
        }
        if let index = first(["anagram", "anagrams"]) {
            return Found(task: .areAnagrams, position: index)
        }
        if let index = first(["uppercase", "capitals"]), isTarget(index) {
            return Found(task: .uppercase, position: index)
        }
        if let index = first(["lowercase"]), isTarget(index) {
            return Found(task: .lowercase, position: index)
        }
        for index in tokens.indices where isTarget(index) || isSpelling(index) {
            if tokens[index].isWord(["words", "word", "out"]), isLast(index) || isSpelling(index) {
                return Found(task: .toWords, position: index)
            }
            if tokens[index].isWord(["digits", "figures", "numerals", "numeral"]) {
                return Found(task: .fromWords, position: index)
            }
        }
        return nil
    }

    /// `in words`, `into English words`
    private func isTarget(_ index: Int) -> Bool {
        (1...2).contains { offset in
            let before = index - offset
            guard before >= 0 else { return false }
            return tokens[before].isWord(["in", "into", "as", "to", "with", "using"])
                && (offset == 1 || tokens[index - 1].isWord(["english", "a", "all", "plain"]))
        }
    }

    private func isSpelling(_ index: Int) -> Bool {
        index > 0 && tokens[index].isWord(["out"])
            && tokens[index - 1].isWord(["spell", "spelled", "spelt", "spelling"])
    }

    private func isLast(_ index: Int) -> Bool {
        index + 1 >= tokens.count || tokens[index + 1].kind == .symbol
            || tokens[index + 1].kind == .number || tokens[index + 1].isWord(["the", "and"])
    }

    private func pickTask() -> Found? {
        for index in tokens.indices.dropLast() {
            let next = tokens[index + 1]
            if tokens[index].isWord(["longest"]), next.isWord(["word"]) {
                return Found(task: .longestWord, position: index)
            }
            if tokens[index].isWord(["shortest"]), next.isWord(["word"]) {
                return Found(task: .shortestWord, position: index)
            }
            if tokens[index].isWord(["initial", "first"]), next.isWord(["letters"]) {
                return Found(task: .initials, position: index)
            }
            if let ordinal = Ordinal(tokens[index].key),
                next.isWord(["letter", "word", "character"])
            {
                // "The first word above" is a result; "the first word of …" is a part.
                let piece: TextTask.Piece = next.key == "word" ? .word : .letter
                guard index + 2 < tokens.count, tokens[index + 2].isWord(["of", "in"]) else {
                    continue
                }
                return Found(
                    task: .pick(piece, ordinal),
                    position: index,
                    used: [index, index + 1]
                )
            }
        }
        return nil
    }

    // MARK: Words

    private func first(_ words: Set<String>) -> Int? {
        tokens.firstIndex { $0.isWord(words) }
    }

    private func contains(_ words: Set<String>) -> Bool { first(words) != nil }
}
