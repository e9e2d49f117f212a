/// A value in a written plan: what JSON, YAML and Python lists have in common, leniently read.
enum PlanValue: Hashable, Sendable {
    case list([PlanValue])
    case object([Field])
    case text(String)
    case number(Int)
    /// What stands without quotes: `all`, `none`, `null`, a name, a sentence.
    case word(String)
    /// What has arrived of a list, an object or a text that has not come to its end.
    indirect case open(PlanValue)

    struct Field: Hashable, Sendable {
        var name: String
        var value: PlanValue
    }
}

extension PlanValue {
    /// What stands without quotes: a number or words; nil if nothing does.
    init?(bare text: String) {
        let trimmed = text.trimmed
        guard !trimmed.isEmpty else { return nil }
        self = Self.number(in: trimmed).map(PlanValue.number) ?? .word(String(trimmed))
    }

    /// The number that the text is; none is greater than any plan's.
    private static func number(in text: some StringProtocol) -> Int? {
        guard text.utf8.count <= 64 else { return nil }
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        guard !digits.isEmpty else { return nil }
        var magnitude: UInt32 = 0
        for digit in digits.unicodeScalars {
            // Full-width ones too.
            let zero: UInt32 = digit.value < 0xFF10 ? 0x30 : 0xFF10
            guard digit.value >= zero, digit.value < zero + 10 else { return nil }
            magnitude = min(magnitude * 10 + digit.value - zero, 100_000_000)
        }
        return text.hasPrefix("-") ? -Int(magnitude) : Int(magnitude)
    }

    var isOpen: Bool {
        if case .open = self { true } else { false }
    }

    /// The items of a list, whether it has come to its end or not.
    var items: [PlanValue]? {
        switch self {
        case .list(let items), .open(.list(let items)): items
        default: nil
        }
    }

    /// The fields of an object, whether it has come to its end or not.
    var fields: [Field]? {
        switch self {
        case .object(let fields), .open(.object(let fields)): fields
        default: nil
        }
    }

    /// The worker meant. A name that is still being written is none: it would change.
    var workerReference: WorkerReference? {
        switch self {
        case .number(let number): .id(number)
        case .text(let text): Int(text).map(WorkerReference.id) ?? .name(text.withoutEscapes)
        case .word(let word): isNothing ? nil : .name(word.withoutEscapes)
        case .list, .object, .open: nil
        }
    }

    /// The text, as far as it is written.
    var writtenText: String? {
        switch self {
        case .text(let text), .open(.text(let text)): text
        case .word(let text): isNothing ? nil : text
        default: nil
        }
    }

    /// Whether it is a word for no value.
    private var isNothing: Bool {
        guard case .word(let word) = self else { return false }
        return ["none", "null", "nil", "~", "undefined"].contains(word.lowercased())
    }

    /// `all` or `none` as one word.
    var accessWord: Access? {
        switch self {
        case .text(let word), .word(let word):
            switch word.trimmed.lowercased() {
            case "all", "all steps", "all earlier steps", "all previous steps",
                "every earlier step":
                .all
            case "none", "null", "nil", "nothing", "~", "": .steps([])
            default: nil
            }
        default: nil
        }
    }

    /// The access of one step in any of the ways it is written; nil when a part of it cannot be
    /// read, or is still being written: an edge once drawn must not vanish.
    var access: Access? {
        if let word = accessWord { return word }
        switch self {
        case .number(let number): return .steps([number])
        case .text(let text), .word(let text):
            return PlanValue.positions(in: text).map(Access.steps)
        case .list(let items):
            var positions: [Int] = []
            var seesAll = false
            for item in items {
                if case .number(let position) = item {
                    positions.append(position)
                    continue
                }
                switch item.access {
                case .all?: seesAll = true
                case .steps(let list)?: positions += list
                case nil: return nil
                }
            }
            return seesAll ? .all : .steps(positions)
        case .object, .open: return nil
        }
    }

    /// `"0"`, `"0, 2"`, `"step 0"`, `"step_0 and step_2"`.
    private static func positions(in text: String) -> [Int]? {
        let words = text.lowercased().split {
            $0 == "," || $0 == "_" || $0 == "#" || $0 == "[" || $0 == "]" || $0.isWhitespace
        }
        let numbers = words.filter { !["step", "steps", "and"].contains($0) }
        let positions = numbers.compactMap { number(in: $0) }
        return positions.isEmpty || positions.count < numbers.count ? nil : positions
    }

    /// The value in a few words, for an error.
    var told: String {
        switch self {
        case .list(let items), .open(.list(let items)):
            items.isEmpty ? "an empty list" : "a list that begins with \(items[0].told)"
        case .object: "an object"
        case .text(let text), .open(.text(let text)): "\"\(text.shortened)\""
        case .number(let number): "\(number)"
        case .word(let word): word.shortened
        case .open(let value): value.told
        }
    }
}

extension String {
    /// Without the backslashes that Markdown wants before its signs: `model\_id`.
    var withoutEscapes: String {
        guard utf8.contains(UInt8(ascii: "\\")) else { return self }
        var kept: [UInt8] = []
        let bytes = Array(utf8)
        for (position, byte) in bytes.enumerated() {
            let isEscape =
                byte == UInt8(ascii: "\\") && position + 1 < bytes.count
                && bytes[position + 1].isOne(of: "_*-.#`~()[]{}+!<>|\\")
            if !isEscape { kept.append(byte) }
        }
        return String(decoding: kept, as: UTF8.self)
    }

    /// The beginning of it, on one line.
    fileprivate var shortened: String {
        let line = String(prefix(40).map { $0.isNewline ? " " : $0 })
        return line.count < count ? line + "…" : line
    }
}
