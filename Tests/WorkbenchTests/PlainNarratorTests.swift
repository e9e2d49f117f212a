import PodiumCore
import Testing

@testable import Workbench

struct PlainNarratorTests {
    func tell(_ events: [Event]) -> [String] {
        var narrator = PlainNarrator(session: SessionID(rawValue: "sample"))
        return events.flatMap { narrator.narrate($0) }
    }

    @Test func `a session is told from its question to its answer`() {
        let lines = tell(SampleSession.complete.events)
        #expect(lines.contains("Question: Decode the message, compute 6*7 and join them."))
        #expect(lines.contains("The workflow has 4 steps:"))
        #expect(
            lines.contains {
                $0.hasPrefix("  3. reckoner: Join both") && $0.hasSuffix("steps 1, 2.")
            }
        )
        #expect(lines.contains("Answer: 42 well done"))
    }

    @Test func `streamed text comes in whole lines that name their step`() {
        let lines = tell(SampleSession.complete.events)
        #expect(lines.contains("  1 linguist | A Caesar shift of 3."))
        #expect(lines.contains("  2 reckoner | Answer: 42"))
    }

    @Test func `no line holds a control character`() {
        for line in tell(SampleSession.complete.events) {
            #expect(
                line.unicodeScalars.allSatisfy {
                    $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
                }
            )
        }
    }
}
