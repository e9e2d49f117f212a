import Foundation
import PodiumCore
import PodiumTesting
import Testing

/// Whatever is changed in a sound session, the audit finds it, but for what is named here.
struct SessionMutationTests {
    private static let session = SessionID(rawValue: "20270115-080000-test")

    /// What may change unnoticed, by the beginning of its path, and why.
    private static let free: [(path: String, why: String)] = [
        ("sessionOpened.", "What is asked of a run is given; the run is held against it."),
        ("-sessionOpened.", "As before."),
        ("attemptFailed.error.", "What a provider says of a fault is its own word."),
        ("-attemptFailed.error.", "As before."),
        ("attemptFinished.reason", "How a provider says that a reply has ended, too."),
        ("attemptFinished.used.isEstimate", "Whether it has counted, too."),
        ("attemptFailed.used.isEstimate", "As before."),
        ("attemptHeld.wait.", "How long its server lets a call wait, too."),
        ("-attemptHeld.wait.", "As before."),
        ("workerLeft.", "Why a worker is out of reach, and until when, too."),
        ("-workerLeft.until", "As before."),
        ("retryScheduled.due", "Chance has a part in the wait."),
        ("attemptStarted.estimatedInput", "Versions estimate differently."),
        ("forecastMade.forecast.", "Versions forecast differently; nothing rests on it."),
        ("-attemptStarted.offered", "The first version did not write it."),
        ("-attemptStarted.provider", "As before."),
        ("-attemptFinished.digest", "As before."),
        ("-attemptFailed.digest", "As before."),
        ("-attemptCancelled.digest", "As before."),
        ("attemptCancelled.reason", "Versions choose their words anew."),
        ("budgetReached.change.steps[].status.reason", "As before."),
        ("overrideApplied.after.steps[].status.reason", "As before."),
        ("overrideRefused.reason", "As before."),
        ("planAccepted.reason", "As before."),
        ("-planAccepted.reason", "As before."),
        ("planRejected.error.message", "As before."),
        ("sessionClosed.reason", "As before."),
        ("-sessionClosed.reason", "As before."),
        ("stepAsked.reason", "As before."),
        ("stepFailed.reason", "As before."),
        ("stepRerouted.reason", "As before."),
        ("stepSkipped.reason", "As before."),
        ("stepSelected.reason", "As before."),
        ("-stepSelected.reason", "As before."),
        ("overrideApplied.request.author", "Who decides is that person's word."),
        ("overrideApplied.request.id", "Any name will do for a decision."),
        ("overrideApplied.request.basedOn", "What a person had seen is that person's word."),
        ("-overrideApplied.request.basedOn", "As before."),
        ("-overrideApplied.request.override.access", "All or none may come to the same."),
        ("overrideApplied.request.override.access[]", "As before."),
        ("overrideRefused.request.", "Nothing came of it."),
        ("-overrideRefused.request.", "As before."),
        ("sessionResumed.program", "Any program may go on."),
        ("sessionResumed.rules", "What other rules decided is not held against these."),
        ("-sessionResumed.rules", "As before."),
    ]

    /// In sessions of versions that wrote no digests.
    private static let freeBefore = [
        ("textAppended.text", "Only plans and answers are read again.")
    ]

    @Test func `every change of an event is found, but for those that mean nothing to the run`()
        throws
    {
        var unnoticed: Set<String> = []
        for events in SoundHistories.made {
            unnoticed.formUnion(try Self.unnoticedChanges(of: events))
        }
        let before = try Self.unnoticedChanges(of: SoundHistories.recorded())
        let paths = Self.free.map(\.path)
        #expect(unnoticed.filter { path in !paths.contains(where: path.hasPrefix) } == [])
        // A reason that nothing needs is none.
        let reached = unnoticed.union(before)
        #expect(paths.filter { path in !reached.contains { $0.hasPrefix(path) } } == [])
        let all = paths + Self.freeBefore.map(\.0)
        #expect(before.filter { path in !all.contains(where: path.hasPrefix) } == [])
    }

    private static func unnoticedChanges(of events: [Event]) throws -> Set<String> {
        var unnoticed: Set<String> = []
        // What comes before a change is as it was.
        var before = SessionAudit(session: Self.session)
        for (index, event) in events.enumerated() {
            for mutation in try Mutation.all(of: event, in: Self.session)
            where Self.isSound(before, [mutation.event] + events[(index + 1)...]) {
                unnoticed.insert(mutation.path)
            }
            before.check(event)
        }
        #expect(before.findings == [])
        return unnoticed
    }

    /// Of whole events, what may be done unnoticed, and why.
    private static let freeEvents: [String: String] = [
        "attemptHeld lost": "What comes from outside may also not come.",
        "attemptSent lost": "As before.",
        "workerLeft lost": "As before.",
        "workerReturned lost": "As before.",
        "overrideRefused lost": "As before.",
        "overrideApplied lost": "As before, where it changes only what may happen later.",
        "budgetReached lost": "As before: it may have been changed since.",
        "forecastMade lost": "Versions differ in when they forecast.",
        "textAppended after attemptSent": "It may come in another order, too.",
        "reasoningAppended after attemptHeld": "As before.",
        "reasoningAppended after overrideRefused": "As before.",
        "textAppended after overrideRefused": "As before.",
        "textAppended after overrideApplied": "As before.",
        "attemptStarted after stepRerouted": "A decision being taken may keep the run from a step.",
        "workflowBegun after attemptStarted": "As before.",
    ]

    @Test func `an event that is lost, doubled or out of its order is found`() {
        var unnoticed: Set<String> = []
        for events in SoundHistories.made {
            var before = SessionAudit(session: Self.session)
            for (index, event) in events.enumerated() {
                for (name, changed) in Self.shuffles(of: Array(events[index...]))
                where Self.isSound(before, Self.renumbered(changed, from: index)) {
                    unnoticed.insert(name)
                }
                before.check(event)
            }
        }
        #expect(unnoticed == Set(Self.freeEvents.keys))
    }

    /// The first event lost, doubled and, where the next is of the same moment, behind it.
    private static func shuffles(of events: [Event]) -> [(name: String, events: [Event])] {
        guard let event = events.first else { return [] }
        func name(_ event: Event) -> String { (try? EventCodec().encode(event).type) ?? "" }
        var shuffles = [("\(name(event)) doubled", [event] + events)]
        let rest = Array(events.dropFirst())
        guard let next = rest.first else { return shuffles }
        shuffles.append(("\(name(event)) lost", rest))
        if next.time == event.time {
            let swapped = [next, event] + rest.dropFirst()
            shuffles.append(("\(name(event)) after \(name(next))", swapped))
        }
        return shuffles
    }

    private static func renumbered(_ events: [Event], from index: Int) -> [Event] {
        events.enumerated().map { offset, event in
            Event(sequence: index + 1 + offset, time: event.time, fact: event.fact)
        }
    }

    static func isSound(_ audit: SessionAudit, _ events: [Event]) -> Bool {
        var audit = audit
        let known = audit.state.unknownEvents
        for event in events {
            audit.check(event)
            // What is of another version is told too.
            guard audit.findings.isEmpty, audit.state.unknownEvents == known else { return false }
        }
        audit.checkWhole()
        return audit.findings.isEmpty
    }
}
