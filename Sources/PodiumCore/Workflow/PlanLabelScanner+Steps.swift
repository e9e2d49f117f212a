/// Lists and steps that have no label.
extension PlanLabelScanner {
    /// How far in the dash at `start` stands, if it begins a line behind `signEnd`.
    func indent(at start: Int, after signEnd: Int) -> Int? {
        guard bytes[start] == UInt8(ascii: "-"), start + 1 < end, bytes[start + 1].isSpace else {
            return nil
        }
        var position = start
        while position > signEnd, bytes[position - 1] == UInt8(ascii: " ") { position -= 1 }
        let isLineStart = position == 0 || bytes[position - 1] == UInt8(ascii: "\n")
        return isLineStart ? start - position : nil
    }

    /// A block of lines with dashes. Only what begins with a step's field makes it one of steps.
    func block(at start: Int, indent: Int, of label: PlanLabel) -> Result {
        let found = Result.found(
            PlanOpening(label: label, start: start, form: .block(indent: indent))
        )
        guard label == .steps || label == .subtasks else { return found }
        var gap = PlanGap(at: start + 1)
        let limit = min(end, start + Self.gapLimit)
        guard case .mark(var mark) = gap.skip(bytes, limit) else {
            return limit < end ? .none : .needsMore
        }
        if mark.sign == UInt8(ascii: "{") {
            gap.position += mark.length
            guard case .mark(let inner) = gap.skip(bytes, limit) else {
                return limit < end ? .none : .needsMore
            }
            mark = inner
        }
        switch field(at: gap.position) {
        case .needsMore: return .needsMore
        case .found:
            return .found(PlanOpening(label: .steps, start: start, form: .block(indent: indent)))
        case .none: return label == .subtasks ? found : .mentioned(label, valueStart: start)
        }
    }

    /// Whether a plan without a label begins at `start`: `[{"worker": …`, `{"worker": …` or
    /// `- worker: …`.
    func unlabelled(at start: Int) -> Result {
        let byte = bytes[start]
        if byte == UInt8(ascii: "-") {
            guard start + 1 < end else { return .needsMore }
            guard let indent = indent(at: start, after: 0) else { return .none }
            switch block(at: start, indent: indent, of: .steps) {
            case .needsMore: return .needsMore
            case .none, .mentioned: return .none
            case .found(var opening):
                opening.label = .step
                opening.isNamed = false
                return .found(opening)
            }
        }
        guard byte.isOne(of: "[{") || byte == 0xEF || byte == 0xE3 else { return .none }
        let limit = min(end, start + Self.gapLimit)
        let cut = limit < end ? Result.none : .needsMore
        let mark = PlanMark(in: bytes, at: start, end: end)
        guard mark.sign.isOne(of: "[{") else { return .none }
        var gap = PlanGap(at: start + mark.length)
        guard case .mark(let inner) = gap.skip(bytes, limit) else { return cut }
        let isList = mark.sign == UInt8(ascii: "[")
        if isList {
            guard inner.sign == UInt8(ascii: "{") else { return .none }
            gap.position += inner.length
            guard case .mark = gap.skip(bytes, limit) else { return cut }
        }
        switch field(at: gap.position) {
        case .needsMore: return .needsMore
        case .none: return .none
        case .found(let field, let valueStart):
            if !isList {
                guard let isStep = isStepValue(at: valueStart, of: field) else { return .needsMore }
                guard isStep else { return .none }
            }
            return .found(
                PlanOpening(
                    label: isList ? .steps : .step,
                    start: start,
                    form: .flow(.enclosed, .words),
                    isNamed: false
                )
            )
        }
    }

    /// `{"model_id": [0, 2], "subtasks": …` holds the three lists and is no step.
    private func isStepValue(at start: Int, of field: PlanField) -> Bool? {
        let mark = PlanMark(in: bytes, at: start, end: end)
        guard mark.sign.isOne(of: "[({") else { return true }
        guard field == .access, mark.sign != UInt8(ascii: "{") else { return false }
        var gap = PlanGap(at: start + mark.length)
        let limit = min(end, start + Self.gapLimit)
        guard case .mark(let inner) = gap.skip(bytes, limit) else {
            return limit < end ? false : nil
        }
        return !inner.sign.isOne(of: "[(")
    }

    enum FieldResult {
        case none
        case needsMore
        case found(PlanField, valueStart: Int)
    }

    /// Whether the name of a step's field and its colon stand at `start`.
    func field(at start: Int) -> FieldResult {
        let limit = min(end, start + 40)
        let cut: FieldResult = limit < end ? .none : .needsMore
        var name: [UInt8] = []
        var position = start
        while position < limit {
            let mark = PlanMark(in: bytes, at: position, end: end)
            position += mark.length
            if mark.sign.isOne(of: ":=") {
                guard let field = PlanField(String(decoding: name, as: UTF8.self)) else {
                    return .none
                }
                var gap = PlanGap(at: position)
                let limit = min(end, position + Self.gapLimit)
                guard case .mark = gap.skip(bytes, limit) else {
                    return limit < end ? .none : .needsMore
                }
                return .found(field, valueStart: gap.position)
            }
            guard mark.sign.isWordByte || mark.isQuote || mark.sign.isOne(of: "-\\ *") else {
                return .none
            }
            if mark.sign.isLetter { name.append(mark.sign) }
        }
        return cut
    }
}
