/// The names under which a plan's lists are written.
enum PlanLabel: Hashable, Sendable {
    case models
    case subtasks
    case access
    /// A JSON object's `"steps"`.
    case steps

    /// What the list is called in the form the conductor is asked for.
    var name: String {
        switch self {
        case .models: "model_id"
        case .subtasks: "subtasks"
        case .access: "access_list"
        case .steps: "steps"
        }
    }
}

/// Finds labels such as `model_id =`, `**Subtasks:**` or `"access_list":`.
struct PlanLabelScanner {
    enum Result: Hashable {
        case none
        /// The text ends within what may be a label.
        case needsMore
        case found(PlanLabel, valueStart: Int)
    }

    /// As far as this beyond its name a label's value must begin.
    private static let gapLimit = 48
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
        var candidates: UInt8 = .max
        // The words of a label are joined by one space, _ or -.
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
            } else if !byte.isOne(of: "_- ")
                || (position + 1 < end && !bytes[position + 1].isLetter)
            {
                break
            }
            position += 1
        }
        guard position < end else { return .needsMore }
        let whole = labels.indices.first {
            candidates & (1 << $0) != 0 && letters[$0 * Self.width + length] == 0
        }
        guard let whole else { return .none }
        return valueStart(after: position, of: labels[whole])
    }

    /// Whether a label is the first thing on the line that begins at `start`.
    func label(onLineAt start: Int) -> Result {
        var position = start
        while position < end, position - start < Self.marksLimit,
            bytes[position].isSpace || bytes[position].isOne(of: "*-#>`\"'{")
        {
            position += 1
        }
        guard position < end else { return .needsMore }
        return label(at: position)
    }

    /// Skips closing marks of quotes or emphasis up to `:` or `=`, then those before the value.
    private func valueStart(after nameEnd: Int, of label: PlanLabel) -> Result {
        var sawSign = false
        for position in nameEnd..<min(end, nameEnd + Self.gapLimit) {
            let byte = bytes[position]
            if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=") {
                sawSign = true
            } else if sawSign, byte.isOne(of: "`*") || byte.isSpace {
                // Marks of emphasis, a code span or a line break before the value.
            } else if !sawSign, byte.isOne(of: "`*\"' ]") {
                // The end of a quoted or emphasised label.
            } else {
                guard sawSign else { return .none }
                switch isValue(at: position, of: label) {
                case nil: return .needsMore
                case true?: return .found(label, valueStart: position)
                case false?: return .none
                }
            }
        }
        return end < nameEnd + Self.gapLimit ? .needsMore : .none
    }

    /// Whether the value of such a list can begin here; nil when that has not arrived.
    ///
    /// Prose may well say "steps: (1) …": only what looks like the list itself makes it a label.
    private func isValue(at start: Int, of label: PlanLabel) -> Bool? {
        guard bytes[start].isOne(of: "[(") else {
            switch label {
            case .models: return bytes[start].digitValue != nil
            case .access where bytes[start].isOne(of: "\"'"): return isAccessWord(at: start + 1)
            case .access: return isAccessWord(at: start)
            case .subtasks, .steps: return false
            }
        }
        var position = start + 1
        while position < end, bytes[position].isSpace {
            position += 1
            guard position - start < Self.gapLimit else { return false }
        }
        guard position < end else { return nil }
        let byte = bytes[position]
        if byte.isOne(of: "])") { return true }
        let isQuote = Quote.opening(in: bytes, at: position, end: end) != nil
        switch label {
        case .models: return isQuote || byte.isWordByte || byte.isOne(of: "[(-")
        case .subtasks: return isQuote
        case .access: return isQuote || byte.isWordByte || byte.isOne(of: "[(-")
        case .steps: return byte == UInt8(ascii: "{")
        }
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

    /// Eight at most: `candidates` has a bit for each.
    private static let spellings = [
        "modelid", "modelids", "models", "subtask", "subtasks", "accesslist", "accesslists",
        "steps",
    ]
    /// The spellings in rows of equal width, each with at least one zero at its end.
    private static let letters = spellings.flatMap { spelling in
        Array(spelling.utf8) + Array(repeating: 0, count: width - spelling.utf8.count)
    }
    private static let width = 12
    private static let labels: [PlanLabel] = [
        .models, .models, .models, .subtasks, .subtasks, .access, .access, .steps,
    ]

    /// Every label begins with m, s or a.
    private static func canBegin(with byte: UInt8) -> Bool {
        switch byte | 0x20 {
        case UInt8(ascii: "m"), UInt8(ascii: "s"), UInt8(ascii: "a"): byte.isLetter
        default: false
        }
    }
}
