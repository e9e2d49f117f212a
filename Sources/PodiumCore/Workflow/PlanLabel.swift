/// The names under which a plan's lists are written.
enum PlanLabel: Hashable, Sendable {
    case models
    case subtasks
    case access
    /// A list of objects: `"steps"`, `"plan"` or without a name.
    case steps
    /// One step as an object, as JSON Lines have them. Others may follow.
    case step

    /// What the list is called in the form the conductor is asked for.
    var name: String {
        switch self {
        case .models: "model_id"
        case .subtasks: "subtasks"
        case .access: "access_list"
        case .steps, .step: "steps"
        }
    }
}

/// Where the value of a list begins, and how it is written.
struct PlanOpening: Hashable, Sendable {
    enum Form: Hashable, Sendable {
        /// Python's or JSON's.
        case flow(PlanValueReader.Form, PlanValueReader.Unquoted)
        /// YAML's lines with a dash, which stand this far in.
        case block(indent: Int)
    }

    var label: PlanLabel
    var start: Int
    var form: Form
    /// Whether its name is for nothing else, so that what it holds must be read as a plan.
    var isNamed = true
}

/// Finds labels such as `model_id =`, `**Subtasks:**` or `"access_list":`.
struct PlanLabelScanner {
    enum Result: Hashable {
        case none
        /// The text ends within what may be a label.
        case needsMore
        case found(PlanOpening)
        /// A label before something that is no list.
        case mentioned(PlanLabel, valueStart: Int)
    }

    /// As far as this beyond its name a label's value must begin.
    static let gapLimit = 160
    /// Bullets, quotes and emphasis that may stand before a label on its line.
    private static let marksLimit = 24

    let bytes: [UInt8]
    /// Where the text ends for now.
    let end: Int

    /// Whether a label begins at `start`, and where its value does.
    func label(at start: Int) -> Result {
        guard Self.canBegin(with: bytes[start]), start == 0 || !bytes[start - 1].isWordByte else {
            return .none
        }
        var position = start
        var length = 0
        let (labels, letters) = (Self.labels, Self.letters)
        // One bit a spelling that still fits.
        var candidates: UInt16 = (1 << labels.count) - 1
        // The words of a label are joined by one space, _ or -, before which Markdown has a backslash.
        while position < end {
            let byte = bytes[position]
            if byte.isLetter {
                for index in labels.indices
                where candidates & (1 << index) != 0
                    && letters[index * Self.width + length] != byte | 0x20
                {
                    candidates &= ~(1 << index)
                }
                guard candidates != 0 else { return .none }
                length += 1
            } else {
                let isJoint =
                    byte.isOne(of: "_- ")
                    ? position + 1 >= end || bytes[position + 1].isLetter
                    : byte == UInt8(ascii: "\\")
                        && (position + 1 >= end || bytes[position + 1].isOne(of: "_-"))
                guard isJoint else { break }
            }
            position += 1
        }
        guard position < end else { return .needsMore }
        let whole = labels.indices.first {
            candidates & (1 << $0) != 0 && letters[$0 * Self.width + length] == 0
        }
        guard let whole else { return .none }
        return valueStart(after: position, of: labels[whole], isExact: whole == Self.exact)
    }

    /// Whether a list in brackets begins with a label on the line at `start`: within a text that
    /// shows that its quote was forgotten.
    func label(onLineAt start: Int) -> Result {
        var position = start
        while position < end, position - start < Self.marksLimit {
            let mark = PlanMark(in: bytes, at: position, end: end)
            guard mark.isSpace || mark.isQuote || mark.sign.isOne(of: "*-#>{") else { break }
            position += mark.length
        }
        guard position < end else { return .needsMore }
        let result = label(at: position)
        switch result {
        case .found(let opening):
            switch opening.form {
            case .flow(_, .sentences), .block: return .none
            case .flow: return result
            }
        case .mentioned: return .none
        case .none, .needsMore: return result
        }
    }

    /// Skips closing marks of quotes or emphasis up to `:` or `=`, then those before the value.
    private func valueStart(
        after nameEnd: Int,
        of label: PlanLabel,
        isExact: Bool
    ) -> Result {
        let limit = min(end, nameEnd + Self.gapLimit)
        let cut: Result = limit < end ? .none : .needsMore
        var position = nameEnd
        var sign: UInt8 = 0
        while position < limit {
            let mark = PlanMark(in: bytes, at: position, end: end)
            if mark.sign.isOne(of: ":=") {
                sign = mark.sign
            } else if sign != 0 {
                break
            } else if !mark.isQuote, !mark.sign.isOne(of: "* ]") {
                return .none
            }
            position += mark.length
        }
        let signEnd = position
        while position < limit {
            var gap = PlanGap(at: position)
            guard case .mark(let mark) = gap.skip(bytes, limit) else { return cut }
            position = gap.position
            // Marks of emphasis or a code span before the value.
            guard mark.sign.isOne(of: "`*") else {
                let result = value(at: position, of: label, after: signEnd, sign)
                guard !isExact, case .found(let opening) = result, opening.label == .steps,
                    case .flow = opening.form
                else { return result }
                // Other names may be for other things too, unless a step's field comes first.
                switch unlabelled(at: position) {
                case .none, .mentioned: return .mentioned(label, valueStart: position)
                case .found(let opening): return .found(opening)
                case .needsMore: return .needsMore
                }
            }
            position += mark.length
        }
        return cut
    }

    /// Whether the value of such a list begins here.
    ///
    /// Prose may well say "steps: (1) …": only what looks like the list itself makes it a label.
    private func value(
        at start: Int,
        of label: PlanLabel,
        after signEnd: Int,
        _ sign: UInt8
    ) -> Result {
        let mark = PlanMark(in: bytes, at: start, end: end)
        guard mark.sign != UInt8(ascii: "-") || start + 1 < end else { return .needsMore }
        if let indent = indent(at: start, after: signEnd) {
            return block(at: start, indent: indent, of: label)
        }
        guard mark.sign.isOne(of: "[(") else {
            return bareValue(mark, at: start, of: label)
        }
        var gap = PlanGap(at: start + mark.length)
        let limit = min(end, start + Self.gapLimit)
        guard case .mark(let first) = gap.skip(bytes, limit) else {
            return limit < end ? .none : .needsMore
        }
        let byte = bytes[gap.position]
        let isLiteral: Bool
        switch PlanLiteral.opening(bytes, at: gap.position, end) {
        case .needsMore: return .needsMore
        case .found: isLiteral = true
        case .none: isLiteral = false
        }
        let isEmpty = first.sign.isOne(of: "])")
        let isWord = byte.isWordByte || byte >= 0x80 || first.sign.isOne(of: "-*~")
        func flow(_ form: PlanValueReader.Form, _ unquoted: PlanValueReader.Unquoted) -> Result {
            .found(PlanOpening(label: label, start: start, form: .flow(form, unquoted)))
        }
        switch label {
        case .models where isEmpty || isLiteral || isWord || first.sign.isOne(of: "[("):
            return flow(.enclosed, .words)
        case .access where isEmpty || isLiteral || isWord || first.sign.isOne(of: "[("):
            return flow(.enclosedOrSeries, .words)
        case .subtasks where isEmpty || isLiteral || first.sign == UInt8(ascii: "("):
            return flow(.enclosed, .nothing)
        case .subtasks where sign == UInt8(ascii: ":") && isWord && mark.sign == UInt8(ascii: "["):
            return flow(.enclosed, .sentences)
        case .subtasks where first.sign == UInt8(ascii: "{"),
            .steps where isEmpty || first.sign == UInt8(ascii: "{"):
            return .found(
                PlanOpening(label: .steps, start: start, form: .flow(.enclosed, .words))
            )
        case .models, .access, .subtasks, .steps, .step:
            return .mentioned(label, valueStart: start)
        }
    }

    /// A value without brackets: numbers to the end of the line, or one word for all steps.
    private func bareValue(_ mark: PlanMark, at start: Int, of label: PlanLabel) -> Result {
        switch label {
        case .models where bytes[start].digitValue != nil:
            return .found(PlanOpening(label: label, start: start, form: .flow(.series, .words)))
        case .access:
            guard let isWord = isAccessWord(at: start + (mark.isQuote ? mark.length : 0)) else {
                return .needsMore
            }
            guard isWord else { break }
            return .found(
                PlanOpening(label: label, start: start, form: .flow(.enclosedOrSeries, .words))
            )
        case .models, .subtasks, .steps, .step: break
        }
        return .mentioned(label, valueStart: start)
    }

    private func isAccessWord(at start: Int) -> Bool? {
        var word: [UInt8] = []
        for position in start..<max(start, end) {
            guard bytes[position].isLetter else { return Self.accessWords.contains(word) }
            word.append(bytes[position] | 0x20)
            if word.count > 8 { return false }
        }
        return nil
    }

    private static let accessWords = ["all", "none", "null", "nothing"].map { Array($0.utf8) }

    /// Fewer than sixteen: `candidates` has a bit for each.
    private static let spellings = [
        "modelid", "modelids", "models", "subtask", "subtasks", "accesslist", "accesslists",
        "steps", "plan", "workflow", "tasks",
    ]
    /// The spellings in rows of equal width, each with at least one zero at its end.
    private static let letters = spellings.flatMap { spelling in
        Array(spelling.utf8) + Array(repeating: 0, count: width - spelling.utf8.count)
    }
    private static let width = 12
    /// The one name that is for nothing but a list of steps.
    private static let exact = 7
    private static let labels: [PlanLabel] = [
        .models, .models, .models, .subtasks, .subtasks, .access, .access, .steps, .steps, .steps,
        .steps,
    ]

    /// Every label begins with one of these letters.
    private static func canBegin(with byte: UInt8) -> Bool {
        byte.isOne(of: "mMsSaApPwWtT")
    }
}
