/// Reads a plan while the conductor is writing it.
///
/// Feed it the text as it arrives; `draft` is what can be drawn so far, `plan` the last complete
/// set of lists. Both depend only on the text, not on how it was cut into pieces. The draft never
/// goes back on what it has shown, unless a later complete set of lists replaces it: a conductor
/// that quotes the format while it reasons does not break its plan.
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
    private var sawLists = false
    /// Where the last list begins that did not come to its end.
    private var unfinishedStart: Int?
    /// Bytes that may be read a second time, after a list that came to nothing. Bounds the work on
    /// a text that is all beginnings of lists.
    private var rereadable = 1 << 20

    private struct OpenList: Hashable, Sendable {
        var label: PlanLabel
        var reader: PlanValueReader
    }

    public init() {}

    /// The last complete set of lists, not yet checked against a pool; nil if it is no plan.
    public var plan: Plan? { lastProblem == nil ? lastPlan : nil }

    /// What of the plan can be shown so far.
    public var draft: PlanDraft {
        if let lastPlan { return PlanDraft(lastPlan) }
        if let firstShown { return firstShown }
        var shown = lists
        if let open, let value = open.reader.soFar { shown.set(open.label, to: value) }
        return shown.draft
    }

    public mutating func feed(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        advance()
    }

    /// The plan, once the conductor's stream has ended. Nothing may be fed afterwards.
    ///
    /// - Throws: `WorkflowError` when there is none: nothing like a plan, lists left unfinished,
    ///   lists of unequal lengths, or an entry that cannot be read. Check the result with
    ///   `Plan.validate`.
    public mutating func finish() throws(WorkflowError) -> Plan {
        // The end of the text ends a number or a line like a line break does.
        bytes.append(UInt8(ascii: "\n"))
        advance()
        while let list = open {
            unfinishedStart = list.reader.start
            abandon(list)
            advance()
        }
        if let lastProblem { throw lastProblem }
        if let lastPlan { return lastPlan }
        guard sawLists else {
            throw WorkflowError(
                .noPlan,
                "There is no plan in the reply: model_id, subtasks and access_list are missing."
            )
        }
        throw WorkflowError(
            .incomplete,
            "The plan is not finished: \(lists.missing) missing or cut off.",
            offset: unfinishedStart
        )
    }

    // MARK: Reading

    private mutating func advance() {
        while open == nil ? findLabel() : readValue() {}
    }

    /// Finds the next label; false when more text is needed.
    private mutating func findLabel() -> Bool {
        let scanner = PlanLabelScanner(bytes: bytes, end: bytes.count)
        while position < bytes.count {
            switch scanner.label(at: position) {
            case .none:
                position += 1
            case .needsMore:
                return false
            case .found(let label, let valueStart):
                begin(label)
                let form: PlanValueReader.Form =
                    switch label {
                    case .models where bytes[valueStart].digitValue != nil: .series
                    case .access: .enclosedOrSeries
                    case .models, .subtasks, .steps: .enclosed
                    }
                let reader = PlanValueReader(
                    at: valueStart,
                    form: form,
                    takesWords: label == .models || label == .access
                )
                open = OpenList(label: label, reader: reader)
                return true
            }
        }
        return false
    }

    /// Begins a new set where the old one is complete or starts over.
    private mutating func begin(_ label: PlanLabel) {
        sawLists = true
        let repeats = lists.contains(label)
        let startsOver = lists.isComplete || label == .steps || (label == .models && repeats)
        if repeats || startsOver, firstShown == nil, !lists.draft.nodes.isEmpty {
            firstShown = lists.draft
        }
        if startsOver { lists = PlanLists() }
    }

    /// Reads on in the open list; false when more text is needed.
    private mutating func readValue() -> Bool {
        guard var list = open else { return false }
        // Taken out while it reads, so that what it has gathered is not copied.
        open = nil
        switch list.reader.read(bytes) {
        case .needsMore:
            open = list
            return false
        case .broken:
            unfinishedStart = list.reader.start
            abandon(list)
        case .complete(let value):
            position = list.reader.position
            lists.set(list.label, to: value)
            if lists.isComplete { judge() }
        }
        return true
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
    private mutating func abandon(_ list: OpenList) {
        open = nil
        if let value = list.reader.soFar { lists.set(list.label, to: value) }
        let length = list.reader.position - list.reader.start
        if length <= rereadable {
            rereadable -= length
            position = list.reader.start
        } else {
            position = max(list.reader.position, list.reader.start + 1)
        }
    }
}
