import Foundation
import PodiumCore
import Testing

/// How each override stands in the inbox and in events: a promise, like the lines of facts.
struct GoldenOverrideTests {
    private static let samples: [(Override, String)] = [
        (.approve, #"{"kind":"approve"}"#),
        (.hold, #"{"kind":"hold"}"#),
        (.proceed, #"{"kind":"proceed"}"#),
        (.reroute(2, worker: "deep"), #"{"kind":"reroute","step":2,"worker":"deep"}"#),
        (
            .rewrite(2, subtask: "Prove it."),
            #"{"kind":"rewrite","step":2,"subtask":"Prove it."}"#
        ),
        (.rewire(3, access: [1, 2]), #"{"access":[1,2],"kind":"rewire","step":3}"#),
        (.rewire(3, access: []), #"{"access":[],"kind":"rewire","step":3}"#),
        (
            .insert(after: 1, worker: "quick", subtask: "Look.", access: [1], readers: [3]),
            #"{"access":[1],"kind":"insert","readers":[3],"step":1,"subtask":"Look.","worker":"quick"}"#
        ),
        (
            .insert(after: nil, worker: "quick", subtask: "Look.", access: nil, readers: nil),
            #"{"kind":"insert","subtask":"Look.","worker":"quick"}"#
        ),
        (.delete(2), #"{"kind":"delete","step":2}"#),
        (.retry(2), #"{"kind":"retry","step":2}"#),
        (.cancel(2), #"{"kind":"cancel","step":2}"#),
        (.skip(2), #"{"kind":"skip","step":2}"#),
        (.write(2, output: "42"), #"{"kind":"write","output":"42","step":2}"#),
        (.replan(remark: "Shorter."), #"{"kind":"replan","remark":"Shorter."}"#),
        (
            .budget(Budget(picodollars: 1, tokens: 2, steps: 3, milliseconds: 4)),
            #"{"budget":{"milliseconds":4,"picodollars":1,"steps":3,"tokens":2},"kind":"budget"}"#
        ),
        (.budget(Budget()), #"{"budget":{},"kind":"budget"}"#),
        (.withdraw(worker: "deep"), #"{"kind":"withdraw","worker":"deep"}"#),
        (.readmit(worker: "deep"), #"{"kind":"readmit","worker":"deep"}"#),
        (.finish, #"{"kind":"finish"}"#),
        (.undo(7), #"{"kind":"undo","sequence":7}"#),
        (.undo(nil), #"{"kind":"undo"}"#),
    ]

    @Test(arguments: samples)
    func `an override is written and read as it was promised`(
        override: Override,
        golden: String
    ) throws {
        #expect(try GoldenJSON.text(of: override) == golden)
        #expect(try GoldenJSON.value(golden) == override)
    }

    @Test func `every kind of override has a promised text`() {
        #expect(Set(Self.samples.map(\.0.kind)) == Set(Override.Kind.allCases))
    }
}

/// Values as JSON with the fields in the order of their names.
enum GoldenJSON {
    static func text(of value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}
