import PodiumCore
import PodiumTesting
import Testing

@testable import PodiumGateway

/// A client's texts at which the answer ends.
struct StopTextsTests {
    /// What is passed on of an answer that comes in pieces.
    private func passed(_ pieces: [String], _ texts: [String]) -> (String, String?) {
        var stops = StopTexts(texts)
        var answer = ""
        var sent = 0
        for (index, piece) in pieces.enumerated() {
            answer += piece
            let end = stops.end(of: answer, isWhole: index == pieces.count - 1)
            // What was passed on is never taken back.
            #expect(end.bytes >= sent)
            sent = end.bytes
            if let stop = end.stop {
                return (String(decoding: answer.utf8.prefix(sent), as: UTF8.self), stop)
            }
        }
        return (String(decoding: answer.utf8.prefix(sent), as: UTF8.self), nil)
    }

    @Test func `an answer ends before the first of them`() {
        #expect(passed(["one STOP two"], ["STOP"]) == ("one ", "STOP"))
        #expect(passed(["one ST", "OP two"], ["STOP"]) == ("one ", "STOP"))
        #expect(passed(["a ST", "A"], ["STOP"]) == ("a STA", nil))
        #expect(passed(["ends in ST"], ["STOP"]) == ("ends in ST", nil))
        #expect(passed(["x\n\ny"], ["\n\n", "y"]) == ("x", "\n\n"))
        #expect(passed(["plain"], []) == ("plain", nil))
    }

    @Test func `how an answer is cut into pieces changes nothing`() {
        var random = SeededGenerator(seed: 18)
        let texts = ["ab", "bca", "漢a", "\n\n"]
        for _ in 0..<300 {
            let answer = (0..<20).map { _ in
                ["a", "b", "c", "漢", "\n"].randomElement(using: &random)!
            }
            let whole = passed([answer.joined()], texts)
            var pieces: [String] = []
            for letter in answer {
                if pieces.isEmpty || Bool.random(using: &random) {
                    pieces.append(letter)
                } else {
                    pieces[pieces.count - 1] += letter
                }
            }
            let cut = passed(pieces, texts)
            #expect(cut.0 == whole.0 && cut.1 == whole.1, "\(answer) \(pieces)")
        }
    }
}
