import PodiumCore

/// A session made by the real run machine: two steps at once, one that joins them, one that checks.
struct SampleSession {
    private var machine = RunMachine(state: SessionState(id: SessionID(rawValue: "sample")))
    private(set) var events: [Event] = []
    private(set) var now = Timestamp(microseconds: 1_790_000_000_000_000)

    static let plan = """
        Two parts, then both together.
        model_id = [1, 0, 0, 2]
        subtasks = ["Decode the message", "Compute 6*7", "Join both: 漢字 👍🏽", "Check the result"]
        access_list = [[], [], [0, 1], ["all"]]
        """

    static let complete = SampleSession(stages: 3)

    /// - Parameter stages: 0 ends within the plan, 1 with steps running, 2 before the last step's
    ///   end, 3 with the answer.
    /// - Parameter asks: it ends where the plan waits for approval.
    init(stages: Int, asks: Bool = false) {
        let pool = ["reckoner", "linguist", "checker"].map {
            Worker(
                name: $0,
                provider: "embedded",
                model: $0,
                price: Price(currency: .nominal, input: 20_000_000, output: 60_000_000)
            )
        }
        let conductor = Worker(
            name: "planner",
            provider: "local",
            model: "m",
            price: Price(input: 100_000, output: 400_000)
        )
        send(
            .open(
                SessionOpened(
                    question: "Decode the message, compute 6*7 and join them.",
                    conductor: .prompted(conductor),
                    pool: pool,
                    policy: RunPolicy(asksApproval: asks),
                    seed: 1,
                    program: "test"
                )
            )
        )
        let words = Self.plan.split(separator: " ", omittingEmptySubsequences: false)
        let written = stages == 0 && !asks ? words.prefix(18) : words[...]
        for (position, word) in written.enumerated() {
            text(1, (position == 0 ? "" : " ") + word)
        }
        guard stages >= 1 || asks else { return }
        end(1, Usage(input: 210, output: 90))
        guard !asks else { return }
        text(2, "A Caesar shift of 3.\nAnswer: well done")
        text(3, "6 * 7 = 42\nAnswer: 42")
        end(3, Usage(input: 60, output: 12))
        guard stages >= 2 else { return }
        end(2, Usage(input: 60, output: 32))
        text(4, "Both.\nAnswer: 42 well done 漢字\u{1B}[31m")
        end(4, Usage(input: 80, output: 20))
        text(5, "ACCEPT")
        guard stages >= 3 else { return }
        text(5, "\nAnswer: 42 well done")
        end(5, nil)
    }

    /// The first step ends; returns the events that come of it.
    mutating func goOn() -> [Event] {
        let count = events.count
        end(2, Usage(input: 60, output: 32))
        return Array(events.dropFirst(count))
    }

    /// What a person decides; returns the events that come of it.
    mutating func decide(_ override: Override) -> [Event] {
        let count = events.count
        let id = "r\(count)"
        send(.override(OverrideRequest(id: id, author: "person", override)))
        return Array(events.dropFirst(count))
    }

    private mutating func text(_ attempt: Int, _ text: String) {
        send(.text(TextAppended(attempt: AttemptID(attempt), text: text)), after: 30_000)
        send(.timerFired(.gather), after: 0)
    }

    private mutating func end(_ attempt: Int, _ usage: Usage?) {
        send(.ended(AttemptID(attempt), .finished(.stop, usage)))
    }

    private mutating func send(_ kind: Input.Kind, after microseconds: Int64 = 200_000) {
        now.microseconds += microseconds
        events += machine.handle(Input(at: now, kind)).events
    }
}
