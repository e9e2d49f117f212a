/// The value of a list as it arrives, in whichever of the two ways it is written.
enum PlanBody: Hashable, Sendable {
    case flow(PlanValueReader)
    case block(PlanBlockReader)

    init(_ opening: PlanOpening) {
        switch opening.form {
        case .flow(let form, let unquoted):
            self = .flow(PlanValueReader(at: opening.start, form: form, unquoted: unquoted))
        case .block(let indent):
            let hasSteps = opening.label == .steps || opening.label == .step
            self = .block(PlanBlockReader(at: opening.start, indent: indent, hasSteps: hasSteps))
        }
    }

    var start: Int {
        switch self {
        case .flow(let reader): reader.start
        case .block(let reader): reader.start
        }
    }

    /// The first byte that has not been read.
    var position: Int {
        switch self {
        case .flow(let reader): reader.position
        case .block(let reader): reader.position
        }
    }

    mutating func read(_ bytes: [UInt8]) -> PlanValueReader.Progress {
        switch self {
        case .flow(var reader):
            // Taken out while it reads, so that what it has gathered is not copied.
            self = .flow(PlanValueReader(at: 0, form: .enclosed, unquoted: .nothing))
            defer { self = .flow(reader) }
            return reader.read(bytes)
        case .block(var reader):
            self = .flow(PlanValueReader(at: 0, form: .enclosed, unquoted: .nothing))
            defer { self = .block(reader) }
            return reader.read(bytes)
        }
    }

    /// What can be shown of a value that has not come to its end.
    var soFar: PlanValue? {
        switch self {
        case .flow(let reader): reader.soFar
        case .block(let reader): reader.soFar
        }
    }

    /// The value where the text ends; nil if it is not whole there.
    var atEnd: PlanValue? {
        switch self {
        case .flow: nil
        case .block(let reader): reader.atEnd
        }
    }
}

extension PlanValue {
    /// Whether it is a step, or a list of them as YAML has without a label.
    var isOfSteps: Bool {
        if let items { return items.contains { $0.isOfSteps } }
        guard let fields = PlanStepFields(self) else { return false }
        return fields.isStep && !fields.holdsObjects
    }

    /// Whether something of a step is in it.
    var isPartOfStep: Bool {
        if let items { return items.contains { $0.isPartOfStep } }
        guard let fields = PlanStepFields(self) else { return false }
        return fields.isAnyOfStep && !fields.holdsObjects
    }
}
