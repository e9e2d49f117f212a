import PodiumCore
import PodiumTesting
import Testing

/// A run whose inputs alternate with the facts and actions that they must lead to.
///
/// ```swift
/// let book = Playbook()
/// book.given { $0.open(plan: .chain(2)) }
/// #expect(book.reply(1, "42").script == ["a1 finished stop", …])
/// ```
///
/// What an input led to has to be looked at before the next input, and before the test ends: a
/// transition that nobody asserted is a failure where the input stands. `given` is for inputs that
/// only lead to where the test begins.
@dynamicMemberLookup
final class Playbook {
    private(set) var history: HistoryBuilder
    private let report: (String, SourceLocation) -> Void
    private var unasserted: (transition: Transition, place: SourceLocation)?

    /// - Parameter report: records an issue, where nothing else is given.
    init(
        _ history: HistoryBuilder,
        report: @escaping (String, SourceLocation) -> Void = { message, place in
            Issue.record("\(message)", sourceLocation: place)
        }
    ) {
        self.history = history
        self.report = report
    }

    convenience init(
        pool: [Worker] = .sample,
        limits: RunLimits = RunLimits(fallbacks: 0),
        policy: RunPolicy = RunPolicy()
    ) {
        self.init(HistoryBuilder(pool: pool, limits: limits, policy: policy))
    }

    deinit { refuse() }

    /// What an input led to.
    struct Move {
        fileprivate let transition: Transition
        fileprivate let book: Playbook

        /// Counts as asserting the transition, whole as it is.
        var script: [String] { asserted.script }
        var events: [Event] { asserted.events }
        var actions: [Action] { asserted.actions }

        private var asserted: Transition {
            book.unasserted = nil
            return transition
        }
    }

    subscript<Value>(dynamicMember path: WritableKeyPath<HistoryBuilder, Value>) -> Value {
        get { history[keyPath: path] }
        set { history[keyPath: path] = newValue }
    }

    subscript<Value>(dynamicMember path: KeyPath<HistoryBuilder, Value>) -> Value {
        history[keyPath: path]
    }

    private func refuse() {
        guard let (transition, place) = unasserted else { return }
        unasserted = nil
        let script = transition.script
        let told = script.isEmpty ? "nothing" : script.joined(separator: "; ")
        report("Nobody asserted what this led to: \(told)", place)
    }

    private func move(
        _ place: SourceLocation,
        _ input: (inout HistoryBuilder) -> Transition
    ) -> Move {
        refuse()
        let transition = input(&history)
        unasserted = (transition, place)
        return Move(transition: transition, book: self)
    }

    // MARK: Inputs

    /// Inputs that only lead to where the test goes on.
    func given(_ inputs: (inout HistoryBuilder) -> Void) {
        refuse()
        inputs(&history)
    }

    @discardableResult
    func open(
        _ question: String = "What is 6 × 7?",
        conductor: ConductorSpecification,
        at place: SourceLocation = #_sourceLocation
    ) -> Move {
        move(place) { $0.open(question, conductor: conductor) }
    }

    @discardableResult
    func open(
        _ question: String = "What is 6 × 7?",
        plan: Plan,
        at place: SourceLocation = #_sourceLocation
    ) -> Move {
        move(place) { $0.open(question, plan: plan) }
    }

    @discardableResult
    func send(
        _ kind: Input.Kind,
        entropy: UInt64 = 0,
        at place: SourceLocation = #_sourceLocation
    ) -> Move {
        move(place) { $0.send(kind, entropy: entropy) }
    }

    @discardableResult
    func text(
        _ attempt: Int,
        _ text: String,
        channel: TextAppended.Channel = .answer,
        at place: SourceLocation = #_sourceLocation
    ) -> Move {
        move(place) { $0.text(attempt, text, channel: channel) }
    }

    @discardableResult
    func finish(
        _ attempt: Int,
        _ reason: FinishReason = .stop,
        usage: Usage? = Usage(input: 100, output: 10),
        at place: SourceLocation = #_sourceLocation
    ) -> Move {
        move(place) { $0.finish(attempt, reason, usage: usage) }
    }

    /// The text of an attempt and its end, of which only what follows from the end is told.
    @discardableResult
    func reply(
        _ attempt: Int,
        _ text: String,
        _ reason: FinishReason = .stop,
        usage: Usage? = Usage(input: 100, output: 10),
        at place: SourceLocation = #_sourceLocation
    ) -> Move {
        move(place) { $0.reply(attempt, text, reason, usage: usage) }
    }

    @discardableResult
    func fail(
        _ attempt: Int,
        _ error: ProviderError,
        usage: Usage? = .zero,
        entropy: UInt64 = 300,
        at place: SourceLocation = #_sourceLocation
    ) -> Move {
        move(place) { $0.fail(attempt, error, usage: usage, entropy: entropy) }
    }

    @discardableResult
    func fire(_ attempt: Int, at place: SourceLocation = #_sourceLocation) -> Move {
        move(place) { $0.fire(attempt) }
    }

    @discardableResult
    func decide(
        _ override: Override,
        id: String? = nil,
        by author: String = "ann",
        basedOn: Int? = nil,
        at place: SourceLocation = #_sourceLocation
    ) -> Move {
        move(place) { $0.decide(override, id: id, by: author, basedOn: basedOn) }
    }

    @discardableResult
    func resume(at place: SourceLocation = #_sourceLocation) -> Move {
        move(place) { $0.resume() }
    }

    @discardableResult
    func interrupt(
        _ reason: String = "Interrupted.",
        at place: SourceLocation = #_sourceLocation
    ) -> Move {
        move(place) { $0.interrupt(reason) }
    }

    // MARK: What is asked of it

    /// Why an override is refused; nil when it is not, or when anything else happens.
    func refusal(
        of override: Override,
        basedOn: Int? = nil,
        at place: SourceLocation = #_sourceLocation
    ) -> String? {
        let script = decide(override, basedOn: basedOn, at: place).script
        let prefix = "\(override.kind.rawValue) refused: "
        guard script.count == 1, let line = script.first, line.hasPrefix(prefix) else {
            return nil
        }
        return String(line.dropFirst(prefix.count))
    }

    func status(_ step: Int) -> StepState.Status? { history.status(step) }

    func calls(_ step: Int) -> Int { history.calls(step) }
}
