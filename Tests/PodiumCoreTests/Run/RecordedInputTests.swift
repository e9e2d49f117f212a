import PodiumTesting
import Testing

@testable import PodiumCore

/// A run can be kept as the inputs that made it.
struct RecordedInputTests {
    private static let at = Timestamp(microseconds: 1_800_000_000_000_000)
    private static let usage = Usage(input: 5, output: 3)

    private static let samples: [(Input.Kind, String)] = [
        (
            .open(
                SessionOpened(
                    question: "Why?",
                    conductor: .fixed(Plan((0, "Answer.", [])), source: "plan.json"),
                    pool: [Worker(name: "w", provider: "p", model: "m")],
                    seed: 7,
                    program: "podium test"
                )
            ),
            #"""
            {"at":1800000000000000,"opened":{"conductor":{"kind":"fixed","plan":{"steps":[\#
            {"access":[],"subtask":"Answer.","worker":0}]},"source":"plan.json"},\#
            "limits":{"fallbacks":1,"nesting":0,"repairs":1,"retries":2,"rounds":1,\#
            "steps":5,"turns":5},"policy":{"asksApproval":false,"onBudget":"stop",\#
            "onFailure":"proceed","variant":"plan"},"pool":[{"isLocal":false,"model":"m",\#
            "name":"w","provider":"p","strengths":"","tags":[]}],"program":"podium test",\#
            "question":"Why?","rules":1,"seed":7},"type":"open"}
            """#
        ),
        (
            .text(TextAppended(attempt: 1, text: "42")),
            #"{"at":1800000000000000,"attempt":1,"text":"42","type":"text"}"#
        ),
        (
            .text(TextAppended(attempt: 1, channel: .reasoning, text: "hm")),
            #"{"at":1800000000000000,"attempt":1,"text":"hm","type":"reasoning"}"#
        ),
        (
            .queued(1, AdmissionWait(reason: .server, due: Timestamp(microseconds: 9))),
            #"{"at":1800000000000000,"attempt":1,"type":"queued","wait":{"due":9,"reason":"server"}}"#
        ),
        (.sent(1), #"{"at":1800000000000000,"attempt":1,"type":"sent"}"#),
        (
            .ended(1, .finished(.stop, usage)),
            #"""
            {"at":1800000000000000,"attempt":1,"reason":"stop","type":"ended",\#
            "usage":{"cacheRead":0,"cacheWriteLong":0,"cacheWriteShort":0,"input":5,"output":3,\#
            "reasoning":0}}
            """#
        ),
        (
            .ended(1, .finished(.length, nil)),
            #"{"at":1800000000000000,"attempt":1,"reason":"length","type":"ended"}"#
        ),
        (
            .ended(1, .failed(.busy(retryAfterMilliseconds: 9), nil)),
            #"""
            {"at":1800000000000000,"attempt":1,"error":{"code":"rateLimited","isRetryable":true,\#
            "message":"Too fast.","retryAfterMilliseconds":9},"type":"ended"}
            """#
        ),
        (
            .timerFired(.retry(1)),
            #"{"at":1800000000000000,"timer":{"attempt":1,"type":"retry"},"type":"timerFired"}"#
        ),
        (
            .timerFired(.workerReturn("w")),
            #"{"at":1800000000000000,"timer":{"type":"workerReturn","worker":"w"},"type":"timerFired"}"#
        ),
        (
            .timerFired(.budget),
            #"{"at":1800000000000000,"timer":{"type":"budget"},"type":"timerFired"}"#
        ),
        (
            .timerFired(.gather),
            #"{"at":1800000000000000,"timer":{"type":"gather"},"type":"timerFired"}"#
        ),
        (
            .override(OverrideRequest(id: "r1", author: "ann", basedOn: 4, .hold)),
            #"""
            {"at":1800000000000000,"request":{"author":"ann","basedOn":4,"id":"r1",\#
            "override":{"kind":"hold"}},"type":"override"}
            """#
        ),
        (
            .workerLeft(WorkerLeft(worker: "w", reason: "Down.", until: at)),
            #"""
            {"at":1800000000000000,"left":{"reason":"Down.","until":1800000000000000,\#
            "worker":"w"},"type":"workerLeft"}
            """#
        ),
        (
            .workerReturned("w"),
            #"{"at":1800000000000000,"type":"workerReturned","worker":"w"}"#
        ),
        (
            .resume(program: "podium 2"),
            #"{"at":1800000000000000,"program":"podium 2","type":"resume"}"#
        ),
        (
            .interrupt(reason: "By hand."),
            #"{"at":1800000000000000,"reason":"By hand.","type":"interrupt"}"#
        ),
    ]

    @Test(arguments: samples)
    func `an input is written and read as it was promised`(
        kind: Input.Kind,
        golden: String
    ) throws {
        let input = Input(at: Self.at, kind)
        #expect(try GoldenJSON.text(of: input) == golden)
        #expect(try SortedJSONEncoder().text(of: input) == golden)
        #expect(try GoldenJSON.value(golden) == input)
    }

    @Test func `the random bits of an input are kept, all of them`() throws {
        let input = Input(at: Self.at, entropy: .max, .sent(1))
        let text = try GoldenJSON.text(of: input)
        #expect(text.contains(#""entropy":18446744073709551615"#))
        #expect(try GoldenJSON.value(text) == input)
    }

    @Test(arguments: [UInt64](1...40))
    func `inputs that were recorded give a fresh machine the same events`(seed: UInt64) throws {
        var run = RandomRun(seed: seed)
        var lines: [String] = []
        while let input = run.nextInput() {
            lines.append(try GoldenJSON.text(of: input))
            #expect(run.handle(input) == nil)
        }
        try #require(!run.events.isEmpty)
        var machine = RunMachine(state: SessionState(id: run.state.id))
        let inputs: [Input] = try lines.map { try GoldenJSON.value($0) }
        #expect(inputs.flatMap { machine.handle($0).events } == run.events)
        #expect(machine.state == run.state)
    }

    @Test func `the recorded runs hold every kind of input`() {
        var kinds: Set<String> = []
        for seed in UInt64(1)...40 {
            var run = RandomRun(seed: seed)
            while let input = run.nextInput() {
                kinds.insert("\(input.kind)".prefix { $0 != "(" }.description)
                _ = run.handle(input)
            }
        }
        #expect(
            kinds == [
                "open", "text", "queued", "sent", "ended", "timerFired", "override", "workerLeft",
                "workerReturned", "resume", "interrupt",
            ]
        )
    }

    @Test(arguments: [
        "{}", #"{"at":1,"type":"lunch"}"#, #"{"at":1,"type":"sent"}"#,
        #"{"at":1,"type":"ended","attempt":1}"#,
        #"{"at":1,"type":"timerFired","timer":{"type":"tea"}}"#,
    ])
    func `what is no input is refused`(text: String) {
        #expect(throws: DecodingError.self) { let _: Input = try GoldenJSON.value(text) }
    }
}
