/// Keys in words, for help lines and key maps.
extension Key: CustomStringConvertible {
    /// The key as help shows it: `ctrl-c`, `shift-tab`, `↑`, `space`, `a`.
    public var description: String {
        switch self {
        case .up: "↑"
        case .down: "↓"
        case .left: "←"
        case .right: "→"
        case .shiftUp: "shift-↑"
        case .shiftDown: "shift-↓"
        case .shiftLeft: "shift-←"
        case .shiftRight: "shift-→"
        case .ctrlUp: "ctrl-↑"
        case .ctrlDown: "ctrl-↓"
        case .ctrlLeft: "ctrl-←"
        case .ctrlRight: "ctrl-→"
        case .altUp: "alt-↑"
        case .altDown: "alt-↓"
        case .altLeft: "alt-←"
        case .altRight: "alt-→"
        default: name
        }
    }

    /// The key in ASCII, as a key map spells it: `ctrl-c`, `shift-tab`, `up`, `space`, `a`.
    public var name: String {
        switch self {
        case .character(let character): Self.spelling(character)
        case .ctrl(let character): "ctrl-" + Self.spelling(character)
        case .alt(let character): "alt-" + Self.spelling(character)
        case .function(let number): "f\(number)"
        default: Self.names.first { $0.key == self }?.name ?? "unknown"
        }
    }

    /// Reads a key as `name` or `description` spell it, ignoring the case of words; nil when
    /// there is no such key. A single character is itself, so `G` is Shift-g.
    public init?(_ text: String) {
        if text.count == 1, let character = text.first {
            guard !character.isControlCharacter else { return nil }
            self =
                Self.arrows[character]
                ?? (character == " " ? .character(" ") : .character(character))
            return
        }
        let lowered = Self.canonical(text)
        if let named = Self.names.first(where: { $0.name == lowered }) {
            self = named.key
        } else if lowered == "space" {
            self = .character(" ")
        } else if lowered.hasPrefix("f"), let number = Int(lowered.dropFirst()),
            (1...63).contains(number)
        {
            self = .function(number)
        } else if let modified = Self.modified(lowered, original: text) {
            self = modified
        } else {
            return nil
        }
    }

    private static func modified(_ lowered: String, original: String) -> Key? {
        if lowered.hasPrefix("ctrl-"), let character = character(spelled: lowered.dropFirst(5)) {
            return .ctrl(character)
        }
        if lowered.hasPrefix("alt-") {
            // The case of a letter with Alt counts: Alt-Shift-f is another key.
            let written = original.drop { $0 != "-" }.dropFirst()
            return character(spelled: written).map { .alt($0) }
        }
        return nil
    }

    private static func character(spelled text: Substring) -> Character? {
        if text.lowercased() == "space" { return " " }
        guard text.count == 1, let character = text.first, !character.isControlCharacter else {
            return nil
        }
        return character
    }

    private static func spelling(_ character: Character) -> String {
        character == " " ? "space" : String(character)
    }

    /// Lower case, arrows in words, and the usual other names.
    private static func canonical(_ text: String) -> String {
        var text = text.lowercased()
        if let last = text.last, let arrow = arrows[last], text.count > 1 {
            text.removeLast()
            text += arrow.name
        }
        for (prefix, replacement) in [
            ("c-", "ctrl-"), ("control-", "ctrl-"), ("m-", "alt-"), ("meta-", "alt-"),
        ]
        where text.hasPrefix(prefix) {
            text = replacement + text.dropFirst(prefix.count)
        }
        return synonyms[text] ?? text
    }

    private static let arrows: [Character: Key] = ["↑": .up, "↓": .down, "←": .left, "→": .right]

    private static let synonyms = [
        "esc": "escape", "return": "enter", "del": "delete", "ins": "insert", "pgup": "page-up",
        "pageup": "page-up", "pgdn": "page-down", "pagedown": "page-down",
        "backtab": "shift-tab", "ctrl-i": "tab", "ctrl-m": "enter", "ctrl-[": "escape",
    ]

    private static let names: [(key: Key, name: String)] = [
        (.up, "up"), (.down, "down"), (.left, "left"), (.right, "right"),
        (.shiftUp, "shift-up"), (.shiftDown, "shift-down"), (.shiftLeft, "shift-left"),
        (.shiftRight, "shift-right"), (.ctrlUp, "ctrl-up"), (.ctrlDown, "ctrl-down"),
        (.ctrlLeft, "ctrl-left"), (.ctrlRight, "ctrl-right"), (.altUp, "alt-up"),
        (.altDown, "alt-down"), (.altLeft, "alt-left"), (.altRight, "alt-right"),
        (.home, "home"), (.end, "end"), (.pageUp, "page-up"), (.pageDown, "page-down"),
        (.shiftHome, "shift-home"), (.shiftEnd, "shift-end"), (.ctrlHome, "ctrl-home"),
        (.ctrlEnd, "ctrl-end"), (.tab, "tab"), (.backTab, "shift-tab"), (.enter, "enter"),
        (.shiftEnter, "shift-enter"), (.altEnter, "alt-enter"), (.escape, "escape"),
        (.backspace, "backspace"), (.altBackspace, "alt-backspace"), (.delete, "delete"),
        (.ctrlDelete, "ctrl-delete"), (.insert, "insert"),
    ]
}

extension Character {
    /// True for C0 and C1 controls, which no key stands for as text.
    var isControlCharacter: Bool {
        unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
    }
}
