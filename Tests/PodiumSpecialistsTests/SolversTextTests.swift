import PodiumCore
import PodiumPhrasebook
import Testing

@testable import PodiumSpecialists

/// Codes, letters and sequences.
@Suite struct SolversTextTests {
    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func `what is encoded is decoded again`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let letters = (0...40).map { _ in Int.random(in: 0..<43, using: &random) }
            .map { Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789       ")[$0] }
        let text = String(letters).evenlySpaced
        let code = try Morse.encode(text.lowercased()).answer
        #expect(try Morse.decode(code).answer == text)
        let typed = code.replacing(" / ", with: "   ").replacing("-", with: "–")
        #expect(try Morse.decode(typed).answer == text)
        let shift = Int(truncatingIfNeeded: random.next())
        #expect(Caesar.shift(Caesar.shift(text, by: shift), by: 26 - shift % 26) == text)
        #expect(Caesar.shift("xyz XYZ é 1", by: 3) == "abc ABC é 1")
    }

    private static let messages = [
        "meet me at the old bridge", "seven plus nine", "what is twenty minus three",
        "the quick brown fox jumps over the lazy dog", "reverse the letters of this word",
        "thursday", "send help before midnight", "fifty percent of eighty", "attack at dawn",
        "six by six", "next july",
    ]

    @Test(arguments: CaesarHeuristic.allCases)
    func `the thorough way reads all messages, and each simpler one some`(by way: CaesarHeuristic) {
        for shift in 1..<26 {
            let right = Self.messages.count {
                let read = Caesar.decode(Caesar.shift($0, by: shift), by: way)
                return read.text == $0 && read.shift == shift
            }
            #expect((1...11).contains(right) && (right == 11) == (way == .thorough), "\(right)")
        }
    }

    @Test func `letters and words are counted, turned and sorted`() throws {
        let cases: [(LetterTask, String, String)] = [
            (.count("A"), "Bananas, a", "4"), (.countLetters, "éa b-1", "3"),
            (.countVowels, "Queue é", "4"), (.countConsonants, "crwth Ab é", "6"),
            (.countWords, "one - two 3", "3"), (.reverseLetters, "stressed", "desserts"),
            (.reverseWords, "one two  three", "three two one"), (.sortLetters, "Banana!", "aaabnn"),
            (.sortWords, "pear Apple fig", "Apple fig pear"),
            (.sortWords, "pear, apple pie,fig", "apple pie, fig, pear"),
            (.isPalindrome, "A man, a plan, a canal: Panama", "yes"), (.isPalindrome, "ab", "no"),
            (.isAnagram(of: "dirty room"), "Dormitory", "yes"), (.isAnagram(of: "a"), "aa", "no"),
            (.longestWord, "the (quick) brown fox", "quick"),
        ]
        for (task, text, answer) in cases { #expect(try task.solve(text).answer == answer) }
    }

    @Test(arguments: [
        "", " ", "\0", "/ / /", "…", "👩‍👩‍👧", ",", "?!", String(repeating: "a ", count: 50_000),
    ])
    func `no text can trap what works on texts`(text: String) {
        let works: [(String) throws -> Solution] = [
            Morse.encode, Morse.decode, LetterTask.isAnagram(of: text).solve,
            LetterTask.sortWords.solve, LetterTask.longestWord.solve, LetterTask.countWords.solve,
            { try Caesar.solve($0, by: .thorough) }, { try Caesar.solve($0, by: Int.min) },
        ]
        let answered = works.count { (try? $0(text)) != nil }
        #expect(answered == 0 || text.utf8.count < 20_000 && !text.evenlySpaced.isEmpty)
    }

    private static func next(_ terms: [Int], _ rule: SequenceRule) -> String? {
        let fits = SequenceRule.fits(terms.map { Rational($0) }, allowed: [rule])
        return fits.first { $0.rule == rule }?.next.description
    }

    @Test(arguments: 2...9, 2...9)
    func `each rule continues what it made, and leaves what it did not make`(a: Int, b: Int) {
        func made(_ law: (Int, [Int]) -> Int) -> [Int] {
            (0..<8).reduce(into: []) { $0.append(law($1, $0)) }
        }
        let samples: [(SequenceRule, [Int])] = [
            (.constantDifference, made { place, _ in a - b * place }),
            (.constantRatio, made { $0 == 0 ? a : $1[$0 - 1] * b }),
            (.lastTwo, made { $0 < 2 ? a + b * $0 : $1[$0 - 1] + $1[$0 - 2] }),
            (.recurrence, made { $0 == 0 ? a : $1[$0 - 1] * b - 1 }),
            (.polynomial, made { place, _ in a * place * place * place + b * place - 5 }),
            (.alternating, made { $0 % 2 == 0 ? a + $0 * b : $0 == 1 ? a : $1[$0 - 2] * b }),
        ]
        for (rule, terms) in samples {
            var given = Array(terms.dropLast())
            #expect(Self.next(given, rule) == "\(terms[7])", "\(rule) \(terms)")
            given[3] -= 1_000
            #expect(Self.next(given, rule) == nil, "\(rule) \(given)")
        }
    }

    @Test func `too few terms or too many show no rule`() {
        let samples: [([Int], SequenceRule, String?)] = [
            ([1, 4, 9], .polynomial, nil), ([1, 4, 9, 16], .polynomial, "25"), ([], .lastTwo, nil),
            ([1, 3, 7], .recurrence, nil), ([2, 5, 11, 23], .recurrence, "47"),
            ([0, 0, 0, 0], .constantRatio, nil), ([8, 4, 2, 1], .constantRatio, "1/2"),
            (Array(0...500), .constantDifference, nil), ([5, 5, 5, 5], .recurrence, nil),
            ([.min, .max, .min, .max], .recurrence, "-9223372036854775808"),
        ]
        for (terms, rule, next) in samples { #expect(Self.next(terms, rule) == next) }
    }
}
