/// A value in a written plan: what JSON and Python lists have in common, leniently read.
enum PlanValue: Hashable, Sendable {
    case list([PlanValue])
    case object([Field])
    case text(String)
    case number(Int)
    /// An unquoted word such as `all`, `none`, `null`.
    case word(String)
    /// What has arrived of a list, an object or a text that has not come to its end.
    indirect case open(PlanValue)

    struct Field: Hashable, Sendable {
        var name: String
        var value: PlanValue
    }
}

extension PlanValue {
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

    /// The worker meant. A name that is still being written is none: it would change.
    var workerReference: WorkerReference? {
        switch self {
        case .number(let number): .id(number)
        case .text(let text): Int(text).map(WorkerReference.id) ?? .name(text)
        case .word(let word): .name(word)
        case .list, .object, .open: nil
        }
    }

    /// The text, as far as it is written.
    var writtenText: String? {
        switch self {
        case .text(let text), .open(.text(let text)): text
        default: nil
        }
    }

    /// `all` or `none` as one word.
    var accessWord: Access? {
        switch self {
        case .text(let word), .word(let word):
            switch word.lowercased() {
            case "all": .all
            case "none", "null", "nothing", "": .steps([])
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
        case .text(let text): return PlanValue.positions(in: text).map(Access.steps)
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
        case .word, .object, .open: return nil
        }
    }

    /// `"0"`, `"0, 2"`, `"step 0"`.
    private static func positions(in text: String) -> [Int]? {
        let words = text.lowercased().split { $0 == "," || $0.isWhitespace }
        let numbers = words.filter { !["step", "steps", "and"].contains($0) }
        let positions = numbers.compactMap { Int($0) }
        return positions.isEmpty || positions.count < numbers.count ? nil : positions
    }
}
