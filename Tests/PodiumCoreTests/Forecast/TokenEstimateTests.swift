import PodiumTesting
import Testing

@testable import PodiumCore

@Suite struct TokenEstimateTests {
    @Test(arguments: [
        ("", 0), ("a", 1), ("the cat", 2), ("photosynthesis", 3), ("2026", 4), ("don't", 2),
        ("a\n\n    b", 3), ("a    b", 3), ("```", 2), ("漢字", 2), ("é", 1), ("привет мир", 4),
        ("🙂", 2),
        (#"{"a": 1}"#, 6),
    ])
    func `what tokenizers have in common is counted`(text: String, tokens: Int) {
        #expect(TokenEstimate.tokens(in: text) == tokens)
    }

    @Test func `pieces count as their whole`() {
        let text = "Don't count on it: 12 ×  34 =\n\n  408, 漢字 and photosynthesis… {\"a\": [1]} 🙂"
        var random = SeededGenerator(seed: 5)
        for _ in 0..<500 {
            var estimate = TokenEstimate()
            var rest = Substring(text)
            while !rest.isEmpty {
                let piece = rest.prefix(Int.random(in: 1...6, using: &random))
                estimate.append(String(piece))
                rest = rest.dropFirst(piece.count)
            }
            #expect(estimate.tokens == TokenEstimate.tokens(in: text))
        }
    }
}
