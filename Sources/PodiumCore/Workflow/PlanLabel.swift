/// The names under which a plan's lists are written.
enum PlanLabel: Hashable {
    case models
    case subtasks
    case access
    /// A JSON object's `"steps"`.
    case steps
}

/// Finds labels such as `model_id =`, `**Subtasks:**` or `"access_list":`.
struct PlanLabelScanner {
    enum Result {
        case none
        /// The text ends within what may be a label.
        case needsMore
        case found(PlanLabel, valueStart: Int)
    }

    let bytes: [UInt8]

    /// Whether a label begins at `start`, and where its value does.
    func label(at start: Int) -> Result {
        guard bytes[start].isLetter, start == 0 || !bytes[start - 1].isWordByte else { return .none }
        var end = start
        var name: [UInt8] = []
        // A label is at most three words ("sub task s" never is), joined by one space, _ or -.
        while end < bytes.count, name.count < 16 {
            let byte = bytes[end]
            if byte.isLetter {
                name.append(byte | 0x20)
            } else if !isJoint(byte) || !isFollowedByLetter(end) {
                break
            }
            end += 1
        }
        guard end < bytes.count else {
            return Self.canBecomeLabel(name) ? .needsMore : .none
        }
        guard let label = Self.label(named: name) else { return .none }
        return valueStart(after: end, of: label)
    }

    private func isJoint(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ")
    }

    private func isFollowedByLetter(_ position: Int) -> Bool {
        position + 1 == bytes.count || bytes[position + 1].isLetter
    }

    /// Skips closing marks of quotes or emphasis up to `:` or `=`, then those before the value.
    private func valueStart(after end: Int, of label: PlanLabel) -> Result {
        var position = end
        var sawSign = false
        while position < bytes.count, position - end < 48 {
            let byte = bytes[position]
            if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=") {
                sawSign = true
            } else if sawSign, byte == UInt8(ascii: "`") || byte == UInt8(ascii: "*") || byte.isSpace {
                // Marks of emphasis, a code span or a line break before the value.
            } else if !sawSign, "`*\"' ]".utf8.contains(byte) {
                // The end of a quoted or emphasised label.
            } else {
                guard sawSign else { return .none }
                let isValue = label == .models ? startsValue(byte) || byte.digitValue != nil
                    : label == .access ? startsValue(byte) || byte.isLetter || isQuote(byte)
                    : startsValue(byte)
                return isValue ? .found(label, valueStart: position) : .none
            }
            position += 1
        }
        return position < bytes.count ? .none : .needsMore
    }

    private func startsValue(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(")
    }

    private func isQuote(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }

    private static let labels: [[UInt8]: PlanLabel] = [
        Array("modelid".utf8): .models, Array("modelids".utf8): .models,
        Array("models".utf8): .models,
        Array("subtask".utf8): .subtasks, Array("subtasks".utf8): .subtasks,
        Array("accesslist".utf8): .access, Array("accesslists".utf8): .access,
        Array("steps".utf8): .steps,
    ]

    private static func label(named name: [UInt8]) -> PlanLabel? { labels[name] }

    private static func canBecomeLabel(_ name: [UInt8]) -> Bool {
        labels.keys.contains { $0.starts(with: name) }
    }
}
