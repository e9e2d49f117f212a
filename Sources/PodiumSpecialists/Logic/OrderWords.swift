/// The words by which things are put in order.
enum OrderWords {
    /// What an order may be about; words that fit several leave it open.
    typealias Dimensions = Set<String>

    struct Comparison: Hashable, Sendable {
        var dimensions: Dimensions
        /// It names the start of the order, as "taller" does.
        var isStart: Bool
    }

    private static let stems: [(start: [String], end: [String], dimensions: Dimensions)] = [
        (["tall", "taller", "tallest"], [], ["height"]),
        ([], ["short", "shorter", "shortest"], ["height", "length"]),
        (["long", "longer", "longest"], [], ["length"]),
        (["old", "older", "oldest"], ["young", "younger", "youngest"], ["age"]),
        (["fast", "faster", "fastest"], ["slow", "slower", "slowest"], ["speed"]),
        (["quick", "quicker", "quickest"], [], ["speed"]),
        (["heavy", "heavier", "heaviest"], ["light", "lighter", "lightest"], ["weight"]),
        (["rich", "richer", "richest"], ["poor", "poorer", "poorest"], ["wealth"]),
        (["wealthy", "wealthier", "wealthiest"], [], ["wealth"]),
        (["big", "bigger", "biggest"], ["small", "smaller", "smallest"], ["size"]),
        (["large", "larger", "largest"], [], ["size"]),
        (["strong", "stronger", "strongest"], ["weak", "weaker", "weakest"], ["strength"]),
        (["clever", "cleverer", "cleverest"], [], ["wit"]),
        (["smart", "smarter", "smartest"], [], ["wit"]),
        (["dear", "dearer", "dearest"], ["cheap", "cheaper", "cheapest"], ["price"]),
        (["hot", "hotter", "hottest"], ["cold", "colder", "coldest"], ["heat"]),
        (["warm", "warmer", "warmest"], [], ["heat"]),
        (["happy", "happier", "happiest"], ["sad", "sadder", "saddest"], ["mood"]),
    ]

    private static func table(_ form: Int) -> [String: Comparison] {
        var table: [String: Comparison] = [:]
        for stem in stems {
            for (words, isStart) in [(stem.start, true), (stem.end, false)] where !words.isEmpty {
                table[words[form]] = Comparison(dimensions: stem.dimensions, isStart: isStart)
            }
        }
        return table
    }

    static let plain = table(0)
    static let comparative = table(1)
    static let superlative = table(2)

    /// "more expensive" as one word.
    static func joined(_ tokens: [Token]) -> [Token] {
        var result: [Token] = []
        for token in tokens {
            let words = [
                "more": "dearer", "most": "dearest", "less": "cheaper", "least": "cheapest",
            ]
            if token.isWord(["expensive"]), let last = result.last, let word = words[last.key] {
                result[result.count - 1] = last.as(word)
            } else {
                result.append(token.isWord(["expensive"]) ? token.as("dear") : token)
            }
        }
        return result
    }

    static let ordinals: [String: Int] = [
        "first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5, "seventh": 6,
        "1st": 0, "2nd": 1, "3rd": 2, "4th": 3, "5th": 4, "6th": 5, "7th": 6,
    ]

    static let verbs: Set<String> = [
        "is", "was", "finished", "came", "arrived", "sits", "stands", "sat", "stood", "ended",
        "placed", "ranked", "finish", "come", "arrive", "sit", "stand", "ran", "are", "be",
        "parked", "lives", "ranks",
    ]

    static let close: Set<String> = ["immediately", "directly", "just", "right"]
}
