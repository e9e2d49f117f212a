/// Reads a plan while the conductor is writing it.
///
/// Feed it the text as it arrives; `draft` is what can be drawn so far, `plan` the last complete
/// set of lists. Both depend only on the text, not on how it was cut into pieces. The draft never
/// goes back on what it has shown, unless a later complete set of lists replaces it: a conductor
/// that quotes the format while it reasons does not break its plan.
public struct PlanReader: Sendable {
    /// A value longer than this is no plan; it bounds the work of reading an endless list.
    private static let valueLimit = 64 * 1024

    private var bytes: [UInt8] = []
    /// Everything before it has been settled.
    private var position = 0
    /// The list whose value is arriving.
    private var open: OpenList?
    private var lists = PlanLists()
    /// The set that was begun first, kept on show until a set is complete.
    private var firstShown: PlanDraft?
    private var lastComplete: Plan?
    private var sawLists = false

    private struct OpenList: Sendable {
        var label: PlanLabel
        var valueStart: Int
    }

    public init() {}

    /// What of the plan can be shown so far.
    public private(set) var draft = PlanDraft()

    /// The last complete set of lists, not yet checked against a pool.
    public var plan: Plan? { lastComplete }

    public mutating func feed(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        advance(atEnd: false)
        updateDraft()
    }

    /// The plan, once the conductor's stream has ended.
    ///
    /// - Throws: `WorkflowError` when there is none: nothing like a plan, lists left unfinished,
    ///   or lists of unequal lengths. Check the result with `Plan.validate`.
    public mutating func finish() throws(WorkflowError) -> Plan {
        // The end of the text ends a bare value like a line break does.
        bytes.append(UInt8(ascii: "\n"))
        advance(atEnd: true)
        updateDraft()
        if let problem = lists.problem { throw problem }
        if let lastComplete { return lastComplete }
        guard sawLists else {
            throw WorkflowError(
                .noPlan,
                "There is no plan in the reply: model_id, subtasks and access_list are missing.")
        }
        throw WorkflowError(
            .incomplete, "The plan is not finished: \(lists.missing) missing or cut off.",
            offset: open?.valueStart)
    }

    // MARK: Reading

    private mutating func advance(atEnd: Bool) {
        while true {
            if let list = open {
                guard read(list, atEnd: atEnd) else { return }
            } else {
                guard findLabel(atEnd: atEnd) else { return }
            }
        }
    }

    /// Finds the next label; false when more text is needed.
    private mutating func findLabel(atEnd: Bool) -> Bool {
        let scanner = PlanLabelScanner(bytes: bytes)
        while position < bytes.count {
            switch scanner.label(at: position) {
            case .none:
                position += 1
            case .needsMore:
                guard atEnd else { return false }
                position += 1
            case .found(let label, let valueStart):
                begin(label)
                open = OpenList(label: label, valueStart: valueStart)
                return true
            }
        }
        return false
    }

    private mutating func begin(_ label: PlanLabel) {
        sawLists = true
        if label == .models && lists.models != nil || label == .steps {
            if firstShown == nil, lastComplete == nil { firstShown = lists.draft }
            lists = PlanLists()
        }
    }

    /// Reads the value of an open list; false when more text is needed.
    private mutating func read(_ list: OpenList, atEnd: Bool) -> Bool {
        let parser = PlanValueParser(bytes: bytes)
        var result = parser.value(at: list.valueStart)
        if list.label == .models, case .complete(.number, _) = result {
            result = bareNumbers(from: list.valueStart)
        }
        switch result {
        case .complete(let value, let end):
            lists.set(list.label, to: value, isComplete: true)
            if let plan = lists.plan { lastComplete = plan }
            position = end
        case .invalid:
            position = list.valueStart
        case .partial(let value):
            if !atEnd, bytes.count - list.valueStart < Self.valueLimit {
                lists.set(list.label, to: value, isComplete: false)
                return false
            }
            position = list.valueStart
        case .nothingYet:
            if !atEnd, bytes.count - list.valueStart < Self.valueLimit { return false }
            position = list.valueStart
        }
        open = nil
        return true
    }

    /// `model_id = 0, 1, 2` without brackets, up to the end of its line.
    private func bareNumbers(from start: Int) -> PlanValueParser.Result {
        let parser = PlanValueParser(bytes: bytes)
        guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return .nothingYet }
        var items: [PlanValue] = []
        var position = start
        while position < end {
            if bytes[position].isSpace || bytes[position] == UInt8(ascii: ",") {
                position += 1
            } else if case .complete(.number(let number), let next) = parser.value(at: position) {
                items.append(.number(number))
                position = next
            } else {
                break
            }
        }
        return .complete(.list(items), end: position)
    }

    private mutating func updateDraft() {
        if let lastComplete {
            draft = PlanDraft(lastComplete)
        } else {
            draft = firstShown ?? lists.draft
        }
    }
}
