/// What kept lists from being read, to be told when no plan was found.
struct PlanFaults: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// The text ends within it.
        case cutOff
        /// Something stands in it that cannot.
        case unreadable
    }

    private struct Fault: Hashable, Sendable {
        let kind: Kind
        /// The last entry that was begun.
        let entry: Int
        let start: Int
        /// Where the reading came to its end.
        let end: Int
    }

    private var faults: [PlanLabel: Fault] = [:]
    /// Where something stands behind a label that is no list.
    private var mentions: [PlanLabel: Int] = [:]
    private var lastStart: Int?

    /// Whether a list of steps, or one step, could not be read.
    var hasSteps: Bool { faults[.steps] != nil || faults[.step] != nil }

    mutating func add(
        _ label: PlanLabel,
        _ kind: Kind,
        _ value: PlanValue?,
        at start: Int,
        upTo end: Int = 0
    ) {
        let items = value?.items ?? []
        let entry = items.last?.isOpen == true ? items.count - 1 : items.count
        faults[label] = Fault(kind: kind, entry: entry, start: start, end: end)
        lastStart = start
    }

    mutating func mention(_ label: PlanLabel, at start: Int) {
        if mentions[label] == nil { mentions[label] = start }
    }

    /// A reply that was stopped in the middle, with steps that nothing ends.
    func openEnd(steps: Int) -> WorkflowError {
        WorkflowError(
            .incomplete,
            "The plan is not finished: the reply was cut off, and nothing says that step"
                + " \(steps - 1) is the last."
        )
    }

    /// Why there is no plan.
    func error(for lists: PlanLists, _ bytes: [UInt8]) -> WorkflowError {
        if let fault = faults[.steps] ?? faults[.step] {
            let text = text(.steps, fault, "step", bytes)
            return error(isCutOff: fault.kind == .cutOff, text, offset: fault.start)
        }
        let labels: [PlanLabel] = [.models, .subtasks, .access]
        let isBegun = labels.contains { lists.contains($0) || faults[$0] != nil }
        let absent = labels.filter { !lists.isWhole($0) }
        if !isBegun, absent.allSatisfy({ mentions[$0] == nil }) {
            return WorkflowError(
                .noPlan,
                "There is no plan in the reply: model_id, subtasks and access_list are missing."
            )
        }
        let missing = absent.filter { faults[$0] == nil && mentions[$0] == nil }
        var parts: [String] = []
        var isUnfinished = !missing.isEmpty
        for label in absent {
            if let fault = faults[label] {
                parts.append(text(label, fault, "entry", bytes))
                isUnfinished = isUnfinished || fault.kind == .cutOff
            } else if let start = mentions[label] {
                let found = snippet(bytes, at: start)
                parts.append("\(found) follows \(label.name) and is no list of \(label.entries)")
            }
        }
        if !missing.isEmpty {
            let names = missing.map(\.name).joined(separator: ", ")
            parts.append("\(names) \(missing.count == 1 ? "is" : "are") missing")
        }
        let problem: WorkflowError.Problem? = isBegun ? nil : .noPlan
        return error(
            isCutOff: isUnfinished,
            parts.joined(separator: "; "),
            offset: lastStart,
            as: problem
        )
    }

    private func error(
        isCutOff: Bool,
        _ text: String,
        offset: Int?,
        as problem: WorkflowError.Problem? = nil
    ) -> WorkflowError {
        let lead =
            problem == .noPlan
            ? "There is no plan in the reply"
            : isCutOff ? "The plan is not finished" : "The plan cannot be read"
        return WorkflowError(
            problem ?? (isCutOff ? .incomplete : .unreadable),
            "\(lead): \(text).",
            offset: offset
        )
    }

    private func text(
        _ label: PlanLabel,
        _ fault: Fault,
        _ entry: String,
        _ bytes: [UInt8]
    ) -> String {
        switch fault.kind {
        case .cutOff: "\(label.name) is cut off in \(entry) \(fault.entry)"
        case .unreadable:
            "\(label.name) cannot be read beyond \(entry) \(fault.entry), where"
                + " \(snippet(bytes, at: fault.end)) stands"
        }
    }

    /// A few characters of the text, on one line.
    private func snippet(_ bytes: [UInt8], at start: Int) -> String {
        let text = String(decoding: bytes.dropFirst(start).prefix(32), as: UTF8.self)
        let line = text.split(whereSeparator: \.isNewline).first.map { String($0).trimmed } ?? ""
        return line.isEmpty ? "its end" : "`\(line.filter { $0 != "\u{FFFD}" })`"
    }
}

extension PlanLabel {
    /// What its list holds, for an error.
    fileprivate var entries: String {
        switch self {
        case .models: "workers"
        case .subtasks: "texts"
        case .access: "steps' numbers"
        case .steps, .step: "steps"
        }
    }
}
