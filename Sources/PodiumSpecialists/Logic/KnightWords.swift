enum KnightWords {
    static let kinds: [String: Bool] = [
        "knight": true, "knights": true, "truthteller": true, "truthtellers": true, "knave": false,
        "knaves": false, "liar": false, "liars": false,
    ]

    static let speech: Set<String> = [
        "says", "said", "claims", "claimed", "states", "stated", "tells", "asserts", "declares",
        "replies", "announces", "answers", "remarks", "insists",
    ]

    /// `truth-teller` as one word.
    static func joined(_ tokens: [Token]) -> [Token] {
        var result: [Token] = []
        for token in tokens {
            if token.isWord(["teller", "tellers"]), let last = result.last {
                let isJoined = last.isSymbol("-‑")
                let place = result.count - (isJoined ? 2 : 1)
                if place >= 0, result[place].isWord(["truth"]) {
                    result.removeLast(isJoined ? 2 : 1)
                    result.append(token.as("truth" + token.key))
                    continue
                }
            }
            result.append(token)
        }
        return result
    }
}
