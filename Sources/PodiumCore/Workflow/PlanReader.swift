/// Reads a plan while the conductor is writing it.
///
/// Feed it the text as it arrives; `draft` is what can be drawn so far, `plan` the last complete
/// set of lists. Both depend only on the text, not on how it was cut into pieces. The draft never
/// goes back on what it has shown, unless a later complete set of lists replaces it: a conductor
/// that quotes the format while it reasons does not break its plan.
///
/// The lists may be written as Python's, JSON's or YAML's, or as one list of objects, a step each:
/// `docs/conductor.md` tells all the forms.
public struct PlanReader: Hashable, Sendable {
    private var bytes: [UInt8] = []
    /// Everything before it has been settled.
    private var position = 0
    /// The list whose value is arriving.
    private var open: OpenList?
    private var lists = PlanLists()
    /// The set that was shown first and then begun anew, kept on show until a set is complete.
    private var firstShown: PlanDraft?
    private var lastPlan: Plan?
    /// Why the last complete set is no plan; nil if it is one.
    private var lastProblem: WorkflowError?
    private var faults = PlanFaults()
    /// Where the last step ends that stands in no list; the next may follow it.
    private var lastStepEnd = 0
    /// Nothing before it is taken for a step that stands in no list: it was part of one.
    private var unlabelledStart = 0
    /// Where the first value of the present set begins, in UTF-8; nil before there is one. What stands on
    /// the lines before it is no part of the plan.
    private(set) var setStart: Int?
    /// Bytes that may be read a second time, after a list that came to nothing. Bounds the work on
    /// a text that is all beginnings of lists.
    private var rereadable = 1 << 20

    private struct OpenList: Hashable, Sendable {
        var label: PlanLabel
        var isNamed: Bool
        var body: PlanBody
    }

    public init() {}

    /// The last complete set of lists, not yet checked against a pool; nil if it is no plan.
    public var plan: Plan? { lastProblem == nil ? lastPlan : nil }

    /// What of the plan can be shown so far.
    public var draft: PlanDraft {
        if let lastPlan { return PlanDraft(lastPlan) }
        return firstShown ?? setDraft
    }

    /// What can be shown of the present set.
    private var setDraft: PlanDraft {
        var shown = lists
        if let open, let value = open.body.soFar, open.isNamed || isShown(value, of: open) {
            shown.set(open.label, to: value)
        }
        return shown.draft
    }

    /// Whether a list without a name is one of steps, and none of the set that is shown.
    private func isShown(_ value: PlanValue, of list: OpenList) -> Bool {
        guard !lists.isBegun else { return false }
        guard list.label == .step else { return value.isPartOfStep && !lists.contains(.step) }
        return value.isOfSteps && goesOn(at: list.body.start)
    }

    public mutating func feed(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        advance()
    }

    /// The plan, once the conductor's stream has ended. Nothing may be fed afterwards.
    ///
    /// - Parameter isCutOff: whether the reply was stopped in the middle. A plan is then one only
    ///   where its own marks say that it is whole.
    /// - Throws: `WorkflowError` when there is none: nothing like a plan, lists left unfinished,
    ///   lists of unequal lengths, or an entry that cannot be read. Check the result with
    ///   `Plan.validate`.
    public mutating func finish(isCutOff: Bool = false) throws(WorkflowError) -> Plan {
        // The end of the text ends a number or a line like a line break does.
        if !isCutOff { bytes.append(UInt8(ascii: "\n")) }
        advance()
        while let list = open {
            if let value = list.body.atEnd {
                if isCutOff {
                    faults.add(list.label, .cutOff, value, at: list.body.start)
                    open = nil
                    position = bytes.count
                } else {
                    take(value, of: list)
                }
            } else {
                abandon(list, .cutOff)
            }
            advance()
        }
        if lists.contains(.step), !faults.hasSteps {
            if !isCutOff {
                lists.closeSteps()
                judge()
            } else if lastPlan == nil {
                throw faults.openEnd(steps: lists.single.count)
            }
        }
        if let lastProblem { throw lastProblem }
        if let lastPlan { return lastPlan }
        throw faults.error(for: lists, bytes)
    }

    // MARK: Reading

    private mutating func advance() {
        while open == nil ? findLabel() : readValue() {}
    }

    /// Finds the next label; false when more text is needed.
    private mutating func findLabel() -> Bool {
        let scanner = PlanLabelScanner(bytes: bytes, end: bytes.count)
        while position < bytes.count {
            var result = scanner.label(at: position)
            if case .none = result, position >= unlabelledStart {
                result = scanner.unlabelled(at: position)
            }
            switch result {
            case .none: position += 1
            case .needsMore: return false
            case .mentioned(let label, let valueStart):
                faults.mention(label, at: valueStart)
                position += 1
            case .found(let opening):
                begin(opening)
                return true
            }
        }
        return false
    }

    private mutating func begin(_ opening: PlanOpening) {
        // What has no name may be something else.
        if opening.isNamed { beginSet(with: opening.label, at: opening.start) }
        open = OpenList(
            label: opening.label,
            isNamed: opening.isNamed,
            body: PlanBody(opening)
        )
    }

    /// Begins a new set where the old one is complete or starts over.
    private mutating func beginSet(with label: PlanLabel, at start: Int) {
        let repeats = label != .step && lists.contains(label)
        let startsOver =
            lists.isComplete || label == .steps || (label == .models && repeats)
            || (label == .step ? !goesOn(at: start) : lists.contains(.step))
        if repeats || startsOver { keepShown(lists.draft) }
        if startsOver { lists = PlanLists() }
        if !lists.isBegun { setStart = start }
    }

    /// Whether a step that begins here follows the one before: no more than a few words part them.
    private func goesOn(at start: Int) -> Bool {
        guard lists.contains(.step) else { return !lists.isBegun }
        guard (lastStepEnd..<lastStepEnd + 256).contains(start) else { return false }
        return bytes[lastStepEnd..<start].count { !$0.isSpace } <= 32
    }

    private mutating func keepShown(_ draft: PlanDraft) {
        if firstShown == nil, !draft.nodes.isEmpty { firstShown = draft }
    }

    private mutating func keepShown(of list: OpenList) {
        open = list
        keepShown(setDraft)
        open = nil
    }

    /// Reads on in the open list; false when more text is needed.
    private mutating func readValue() -> Bool {
        guard var list = open else { return false }
        // Taken out while it reads, so that what it has gathered is not copied.
        open = nil
        switch list.body.read(bytes) {
        case .needsMore:
            open = list
            return false
        case .broken: abandon(list, .unreadable)
        case .complete(let value): take(value, of: list)
        }
        return true
    }

    /// Takes a value that has come to its end.
    private mutating func take(_ value: PlanValue, of list: OpenList) {
        open = nil
        // Where there is nothing else, half a step is a plan with a mistake.
        let isAlone = list.label == .steps && lastPlan == nil && !lists.isBegun
        let goesOn = list.label == .step && lists.contains(.step)
        guard list.isNamed || value.isOfSteps || (value.isPartOfStep && (isAlone || goesOn))
        else {
            keepShown(of: list)
            return look(into: list)
        }
        if !list.isNamed { beginSet(with: list.label, at: list.body.start) }
        if list.label == .step { lastStepEnd = list.body.position }
        position = list.body.position
        lists.set(list.label, to: value)
        if lists.isComplete { judge() }
    }

    private mutating func judge() {
        do throws(WorkflowError) {
            lastPlan = try lists.plan()
            lastProblem = nil
        } catch {
            lastProblem = error
        }
    }

    /// Gives a list up. What was shown of it stays; what stands inside it is looked at again, for a
    /// plan may stand behind a quote that was opened and forgotten.
    private mutating func abandon(_ list: OpenList, _ kind: PlanFaults.Kind) {
        open = nil
        let value = list.body.soFar
        faults.add(list.label, kind, value, at: list.body.start, upTo: list.body.position)
        switch list.label {
        case .steps, .step: keepShown(of: list)
        case .models, .subtasks, .access: if let value { lists.set(list.label, to: value) }
        }
        look(into: list)
    }

    /// Goes on behind the beginning of a list, for labels alone: what else is in it was part of it.
    private mutating func look(into list: OpenList) {
        let (start, end) = (list.body.start, max(list.body.position, list.body.start + 1))
        unlabelledStart = max(unlabelledStart, end)
        if end - start <= rereadable {
            rereadable -= end - start
            position = start
        } else {
            position = end
        }
    }
}
