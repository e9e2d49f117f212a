import PodiumCore
import PodiumTesting
import Testing

struct SessionAuditTests {
    private static func audit(_ events: [Event]) -> SessionAudit {
        var audit = SessionAudit(session: SessionID(rawValue: "20270115-080000-test"))
        for event in events { audit.check(event) }
        return audit
    }

    private static func findings(_ events: [Event]) -> [String] {
        audit(events).findings.map(\.text)
    }

    /// The events numbered anew, so that what was done to them is all there is to find.
    private static func numbered(_ events: [Event]) -> [Event] {
        events.enumerated().map { position, event in
            Event(sequence: position + 1, time: event.time, fact: event.fact)
        }
    }

    @Test func `what was decided by other rules is not held against what these would have done`() {
        // Others gave a step up at once where these try again.
        var events = Self.history.events
        let fault = events.firstIndex { if case .attemptFailed = $0.fact { true } else { false } }
        events.removeSubrange(((fault ?? 0) + 1)...)
        let end = StepFailed(step: StepID(2), attempt: AttemptID(2), reason: "Busy.")
        events.append(
            Event(
                sequence: events.count + 1,
                time: events[events.count - 1].time,
                fact: .stepFailed(end)
            )
        )
        Self.expectSoundByOtherRulesOnly(events)
    }

    @Test
    func `a decision that other rules refused is not held against what these would have done`() {
        var events = Self.history.events
        let fault = events.firstIndex { if case .attemptFailed = $0.fact { true } else { false } }
        events.removeSubrange((fault ?? 0)...)
        let request = OverrideRequest(id: "h", author: "ann", .hold)
        events.append(
            Event(
                sequence: events.count + 1,
                time: events[events.count - 1].time,
                fact: .overrideRefused(OverrideRefused(request: request, reason: "Not now."))
            )
        )
        Self.expectSoundByOtherRulesOnly(events)
    }

    private static func expectSoundByOtherRulesOnly(_ events: [Event]) {
        func findings(_ rules: Int?) -> [String] {
            guard case .sessionOpened(var opened) = events[0].fact else { return [] }
            opened.rules = rules
            let first = Event(sequence: 1, time: events[0].time, fact: .sessionOpened(opened))
            return Self.findings([first] + events.dropFirst())
        }
        #expect(!findings(RunMachine.rules).isEmpty)
        #expect(findings(RunMachine.rules + 1).isEmpty)
        #expect(findings(nil).isEmpty)
    }

    /// Opened, a diamond with its four calls, an override, a retry, the end: 42.
    private static var history: HistoryBuilder {
        var book = HistoryBuilder()
        book.open(plan: .diamond)
        book.reply(1, "halves")
        book.fail(2, .busy)
        book.fire(2)
        book.reply(3, "right")
        book.decide(.rewrite(4, subtask: "Join."))
        book.reply(4, "left")
        book.reply(5, "42")
        return book
    }

    private static func index(_ events: [Event], _ script: String) -> Int {
        events.firstIndex { $0.fact.script.hasPrefix(script) } ?? 0
    }

    @Test func `what the machine makes has no findings`() {
        #expect(Self.findings(Self.history.events) == [])
        var book = HistoryBuilder(limits: RunLimits(rounds: 2, nesting: 1))
        book.open(conductor: .prompted([Worker].sample[1]))
        book.reply(1, planText((0, "Find.", "[]"), (3, "Prove.", "[0]")))
        book.decide(.hold)
        book.decide(.write(1, output: "found"))
        book.decide(.proceed)
        book.reply(4, planText((1, "One.", "[]")))
        book.resume()
        book.reply(6, "proof")
        book.decide(.replan(remark: "no"))
        book.reply(8, planText((0, "Find.", "[]")))
        book.interrupt()
        #expect(Self.findings(book.events) == [])
    }

    @Test func `a lost, doubled or swapped event shows in the sequence`() {
        let events = Self.history.events
        #expect(
            Self.findings(Array(events.prefix(2) + events.dropFirst(3)))
                .contains("The sequence is 4 after 2.")
        )
        #expect(
            Self.findings([events[0], events[0]])
                == ["The sequence is 1 after 1.", "The session is opened twice."]
        )
        var swapped = events
        swapped.swapAt(4, 5)
        #expect(!Self.findings(swapped).isEmpty)
        #expect(
            Self.findings(Array(events.dropFirst())).first == "The sequence is 2 after 0."
        )
    }

    /// What is done to the history, and what must be found.
    private static let damages: [(String, @Sendable (inout [Event]) -> Void)] = [
        ("The session does not begin with sessionOpened.", { $0.removeFirst() }),
        ("The session is opened twice.", { $0.insert($0[0], at: 1) }),
        ("Something happens after the end.", { $0.append($0[3]) }),
        ("a3 is not the next attempt.", { $0.remove(at: index($0, "a2 started")) }),
        (
            "s2 runs twice at once.",
            { events in
                let start = index(events, "a2 started")
                guard case .attemptStarted(var fact) = events[start].fact else { return }
                fact.attempt = AttemptID(4)
                events.insert(
                    Event(sequence: 0, time: events[start].time, fact: .attemptStarted(fact)),
                    at: start + 2
                )
            }
        ),
        (
            "There is text outside a running attempt.",
            { $0.insert($0[index($0, "a1 wrote")], at: index($0, "a1 finished") + 1) }
        ),
        ("a1 ends, but does not run.", { $0.insert($0[index($0, "a1 finished")], at: 5) }),
        ("a2 is to be tried again, but has not failed.", { $0.remove(at: index($0, "a2 failed")) }),
        (
            "s4 starts before what it may see is finished.",
            { $0.remove(at: index($0, "s2 finished")) }
        ),
        (
            "s2 sees something else than its access list names.",
            { events in
                let start = index(events, "a2 started")
                guard case .attemptStarted(var fact) = events[start].fact else { return }
                fact.saw = []
                events[start].fact = .attemptStarted(fact)
            }
        ),
        ("s1 finishes, but has ended.", { $0.insert($0[index($0, "s1 finished")], at: 5) }),
        (
            "s1 finishes with an attempt that gave no output.",
            { $0.remove(at: index($0, "a1 finished")) }
        ),
        (
            "s3 finishes with another step's attempt.",
            { events in
                events[index(events, "s3 finished")].fact = .stepFinished(
                    StepFinished(step: 3, attempt: AttemptID(1))
                )
            }
        ),
        (
            "s2 may see a step that is not before it.",
            { events in
                guard case .planAccepted(var fact) = events[1].fact else { return }
                fact.workflow.steps[1].access = [4]
                events[1].fact = .planAccepted(fact)
            }
        ),
        (
            "w1 takes the id of a step that there is.",
            { $0.insert($0[1], at: 2) }
        ),
        (
            "The request r1 is answered twice.",
            { $0.insert($0[index($0, "ann rewrite")], at: index($0, "ann rewrite") + 1) }
        ),
        (
            "s4 starts, but it has begun or ended.",
            { events in
                let skip = StepSkipped(step: 4, reason: "")
                let place = index(events, "a5 started")
                events.insert(
                    Event(sequence: 0, time: events[place].time, fact: .stepSkipped(skip)),
                    at: place
                )
            }
        ),
        ("A call still runs at the end.", { $0.remove(at: index($0, "a5 finished")) }),
        (
            "The total is not the sum of the parts.",
            { events in
                guard case .sessionClosed(var fact)? = events.last?.fact else { return }
                fact.usage.output += 1
                events[events.count - 1].fact = .sessionClosed(fact)
            }
        ),
        (
            "It is answered, but there is no answer.",
            { events in
                guard case .sessionClosed(var fact)? = events.last?.fact else { return }
                fact.answer = nil
                events[events.count - 1].fact = .sessionClosed(fact)
            }
        ),
    ]

    @Test(arguments: damages.indices)
    func `each damage is found`(number: Int) {
        let (text, damage) = Self.damages[number]
        var events = Self.history.events
        damage(&events)
        let findings = Self.findings(Self.numbered(events))
        #expect(findings.contains(text))
    }

    @Test func `an override that records another state than there was is found`() {
        var events = Self.history.events
        let place = Self.index(events, "ann rewrite")
        guard case .overrideApplied(var fact) = events[place].fact else {
            Issue.record("no override")
            return
        }
        let good = fact
        fact.before.steps[0].status = .deleted
        events[place].fact = .overrideApplied(fact)
        #expect(
            Self.findings(events) == [
                "The override at \(place + 1) records another state than there was."
            ]
        )
        fact = good
        fact.before.steps[0].step.access = [4]
        fact.after.steps[0].step.access = [4]
        events[place].fact = .overrideApplied(fact)
        #expect(
            Self.findings(events).contains(
                "The override at \(place + 1) lets s4 see what is not before it."
            )
        )
    }

    @Test func `nothing starts without approval, while held, or in a plan that was replaced`() {
        func starts(_ book: HistoryBuilder) -> [String] {
            let start = AttemptStarted(
                attempt: AttemptID(book.state.attempts.count + 1),
                agent: .step(1),
                worker: "quick",
                price: [Worker].sample[0].price,
                subtask: nil,
                saw: [],
                estimatedInput: 0
            )
            let event = Event(
                sequence: book.state.sequence + 1,
                time: book.now,
                fact: .attemptStarted(start)
            )
            return Self.findings(book.events + [event])
        }
        var book = HistoryBuilder(policy: RunPolicy(asksApproval: true))
        book.open(plan: .chain(1))
        #expect(starts(book) == ["s1 starts without approval."])
        book = HistoryBuilder()
        book.open(plan: .chain(1))
        book.decide(.hold)
        book.decide(.retry(1))
        book.fail(1, .busy)
        #expect(starts(book) == ["a2 starts while the run is held."])
        book = HistoryBuilder()
        book.open(conductor: .prompted([Worker].sample[1]))
        book.reply(1, planText)
        book.fail(2, .busy)
        book.decide(.replan(remark: "no"))
        #expect(starts(book) == ["s1 starts in a replaced workflow."])
    }

    @Test func `the store's list must say the same as the events`() {
        let book = Self.history
        guard let closed = book.state.closed else {
            Issue.record("not closed")
            return
        }
        var audit = Self.audit(book.events)
        func summary(_ change: (inout SessionSummary) -> Void) -> SessionSummary {
            var summary = SessionSummary(
                id: book.state.id,
                question: "What is 6 × 7?",
                openedAt: book.events[0].time,
                updatedAt: book.now,
                eventCount: book.events.count,
                status: .answered,
                answer: closed.answer,
                usage: closed.usage,
                cost: closed.cost
            )
            change(&summary)
            return summary
        }
        audit.check(summary { _ in })
        #expect(audit.findings == [])
        audit.check(summary { $0.eventCount += 1 })
        audit.check(summary { $0.status = .failed })
        audit.check(summary { $0.answer = "43" })
        audit.check(summary { $0.usage.output += 1 })
        #expect(
            audit.findings.map(\.text) == [
                "The list counts \(book.events.count + 1) events; there are \(book.events.count).",
                "The list says failed, the end answered.",
                "The list has another answer than the end.",
                "The list has another total than the end.",
            ]
        )
    }
}
