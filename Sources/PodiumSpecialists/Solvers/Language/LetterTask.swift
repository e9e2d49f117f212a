/// Counting, turning and sorting the letters and words of a text.
enum LetterTask: Hashable, Sendable {
    /// In either case.
    case count(Character)
    case countLetters, countVowels, countConsonants, countWords
    case reverseLetters, reverseWords, sortLetters
    /// Where the words are parted by commas, so are the sorted ones.
    case sortWords
    /// The first of the longest.
    case longestWord
    case isPalindrome
    case isAnagram(of: String)

    func solve(_ text: String) throws(Unsolved) -> Solution {
        let words = try Self.words(of: text)
        let letters = text.filter(\.isLetter)
        switch self {
        case .count(let letter):
            return counted(text.filter { $0.lowercased() == letter.lowercased() })
        case .countLetters: return counted(letters)
        case .countVowels: return counted(letters.filter(isVowel))
        case .countConsonants: return counted(letters.filter { $0.isASCII && !isVowel($0) })
        case .countWords:
            return counted(words.filter { $0.contains { $0.isLetter || $0.isNumber } })
        case .reverseLetters:
            return Solution(String(text.reversed()), ["From the last letter to the first."])
        case .reverseWords:
            let reversed = words.reversed().joined(separator: " ")
            return Solution(reversed, ["From the last word to the first."])
        case .sortLetters:
            let sorted = String(try folded(text).sorted())
            return Solution(sorted, ["\(sorted.count) letters in order."])
        case .sortWords:
            let parts = text.split(separator: ",").map(\.evenlySpaced)
            let sorted = (parts.count > 1 ? parts.filter { !$0.isEmpty } : words)
                .sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
                .joined(separator: parts.count > 1 ? ", " : " ")
            return Solution(sorted, ["The words in alphabetical order."])
        case .longestWord:
            let bare = words.map { $0.filter { $0.isLetter || $0.isNumber || $0 == "'" } }
            let longest = bare.first { word in bare.allSatisfy { $0.count <= word.count } }
            guard let longest, !longest.isEmpty else { throw Unsolved("find a word in it") }
            return Solution(longest, ["It has \(longest.count) letters, and none has more."])
        case .isPalindrome:
            let letters = try folded(text)
            let reversed = String(letters.reversed())
            let line = "\(letters) backwards is \(reversed)."
            return Solution(letters == reversed ? "yes" : "no", [line])
        case .isAnagram(let other):
            let sorted = (String(try folded(text).sorted()), String(try folded(other).sorted()))
            let line = "In order: \(sorted.0) and \(sorted.1)."
            return Solution(sorted.0 == sorted.1 ? "yes" : "no", [line])
        }
    }

    private func counted(_ found: some Collection) -> Solution {
        let told = found.prefix(40).enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ")
        return Solution("\(found.count)", [found.isEmpty ? "There is none." : told])
    }

    private func isVowel(_ letter: Character) -> Bool { "aeiouAEIOU".contains(letter) }

    /// The letters and digits in lower case.
    private func folded(_ text: String) throws(Unsolved) -> String {
        let words = try Self.words(of: text.lowercased())
        let folded = words.joined().filter { $0.isLetter || $0.isNumber }
        if folded.isEmpty { throw Unsolved("find a letter in it") }
        return folded
    }

    /// Those of a text that is not empty, and not longer than is gone through.
    static func words(of text: String) throws(Unsolved) -> [String] {
        if text.utf8.count > 20_000 { throw Unsolved("go through a text so long") }
        if text.allSatisfy(\.isWhitespace) { throw Unsolved("work on a text that is empty") }
        return text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
