import PodiumCore
import Testing

@testable import PodiumProviders

@Suite struct RepeatedTextTests {
    /// What is given out for these deltas, in all.
    private func read(_ deltas: [String]) -> String {
        var reading = DeltaReading()
        return deltas.map { reading.take($0) }.joined() + reading.finish()
    }

    @Test func `text that is sent whole each time is given once`() {
        let text = "The table has five rows and three columns, and it is made of oak."
        for step in [1, 3, 7, 20] {
            var deltas = stride(from: step, to: text.count, by: step).map {
                String(text.prefix($0))
            }
            deltas.append(text)
            #expect(read(deltas) == text)
            #expect(read(deltas + [text]) == text)
        }
        #expect(read(["four", "four is the answer"]) == "four is the answer")
    }

    @Test(arguments: [
        ["ha", "haha"], ["ha", "haha", "!"], ["1", "10", "100", "1000"], ["no", "no", "no", "no"],
        [" ", "  ", "    ", "if x:"], ["\n", "\n\n", "a"], ["a", "ab", "c"], ["The", "The"],
        ["", "a", "", "ab"], ["four"], [],
    ]) func `what a model may say in pieces is left as it is`(deltas: [String]) {
        #expect(read(deltas) == deltas.joined())
    }

    @Test func `a piece of what was said already is nothing new`() {
        let deltas = ["The table", "The table has", "The table has five rows", "The table has"]
        #expect(read(deltas) == "The table has five rows")
        #expect(read(deltas + ["."]) == "The table has five rows.")
    }

    @Test func `the pieces of a reply hold the text once`() {
        let text = events(
            #"{"choices":[{"delta":{"content":"The table"}}]}"#,
            #"{"choices":[{"delta":{"content":"The table has"}}]}"#,
            #"{"choices":[{"delta":{"content":"The table has five"},"finish_reason":"stop"}]}"#
        )
        #expect(
            decode(ChatDialect(), text).pieces
                == [.text("The table"), .text(" has five"), .finished(.stop)]
        )
    }
}

@Suite struct ThoughtTagsTests {
    private func split(_ pieces: [String]) -> (reasoning: String, text: String) {
        var tags = ThoughtTags()
        var (reasoning, text) = ("", "")
        for word in pieces.flatMap({ tags.split($0) }) + tags.finish() {
            switch word {
            case .reasoning(let part): reasoning += part
            case .text(let part), .refusal(let part): text += part
            case .toolCall: break
            }
        }
        return (reasoning, text)
    }

    @Test(arguments: [
        ("<think>Hm.</think>four", "Hm.", "four"),
        ("\n<think>\nHm.\n</think>\n\nfour\n", "\nHm.\n", "four\n"),
        ("<think>a < b</think> four", "a < b", "four"),
        ("<reasoning>asked for</reasoning>four", "", "<reasoning>asked for</reasoning>four"),
        ("[THINK]Hm.[/THINK]four", "Hm.", "four"),
        ("◁think▷Hm.◁/think▷four", "Hm.", "four"),
        ("<think></think>\n\nfour", "", "four"),
        ("<think>a</think><think>b</think>four", "ab", "four"),
        ("<think>never closed", "never closed", ""),
        ("<think>a</think>", "a", ""),
        ("four <think>no</think>", "", "four <think>no</think>"),
        ("  four", "", "  four"), ("<thin", "", "<thin"), ("<b>four</b>", "", "<b>four</b>"),
        ("", "", ""), ("\n", "", "\n"),
    ]) func `thoughts between tags are reasoning, however they are cut`(
        text: String,
        reasoning: String,
        answer: String
    ) {
        #expect(split([text]) == (reasoning, answer))
        #expect(split(text.map(String.init)) == (reasoning, answer))
        for place in 0...text.count {
            let cut = split([String(text.prefix(place)), String(text.dropFirst(place))])
            #expect(cut == (reasoning, answer), "cut at \(place)")
        }
    }

    @Test func `thoughts are given while they come`() {
        var tags = ThoughtTags()
        #expect(tags.split("<think>Hm, let") == [.reasoning("Hm, let")])
        #expect(tags.split(" me see</th") == [.reasoning(" me see")])
        #expect(tags.split("ink>") == [])
        #expect(tags.split("four") == [.text("four")])
    }
}
