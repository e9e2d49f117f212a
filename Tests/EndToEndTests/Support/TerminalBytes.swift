/// What bytes do to a terminal, as far as manners are concerned.
struct TerminalBytes {
    /// The private modes that are on at the end: ECMA-48 `CSI ? n h` without its `CSI ? n l`.
    private(set) var modes: Set<Int>
    private(set) var hasApplicationKeypad = false
    /// The parameters of each "select graphic rendition", each with its sub-parameters.
    private(set) var renditions: [[Int]] = []

    /// The cursor is shown and lines wrap, as in a terminal that nobody has used.
    static let initial: Set<Int> = [7, 25]

    init(_ bytes: [UInt8]) {
        modes = Self.initial
        var rest = bytes[...]
        while let escape = rest.firstIndex(of: 0x1B) {
            rest = rest[(escape + 1)...]
            switch rest.popFirst() {
            case UInt8(ascii: "="): hasApplicationKeypad = true
            case UInt8(ascii: ">"): hasApplicationKeypad = false
            case UInt8(ascii: "["):
                let parameters = rest.prefix { (0x30...0x3F).contains($0) }
                rest = rest.dropFirst(parameters.count)
                if let final = rest.first { take(parameters, final) }
            default: break
            }
        }
    }

    private mutating func take(_ parameters: ArraySlice<UInt8>, _ final: UInt8) {
        let isPrivate = parameters.first == UInt8(ascii: "?")
        let numbers = parameters.dropFirst(isPrivate ? 1 : 0)
            .split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: ";") || $0 == 0x3A }
            .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
        switch (final, isPrivate) {
        case (UInt8(ascii: "h"), true): modes.formUnion(numbers)
        case (UInt8(ascii: "l"), true): modes.subtract(numbers)
        case (UInt8(ascii: "m"), false): renditions.append(numbers)
        default: break
        }
    }

    /// Whether nothing is left of what a program may do to a terminal: another screen, a hidden
    /// cursor, mouse reports, bracketed paste, held output, keys of an application.
    var isGivenBack: Bool {
        modes.subtracting([12]) == Self.initial && !hasApplicationKeypad
    }

    /// How colours are named.
    enum Palette: Int, Comparable {
        case none, eight, sixteen, indexed, direct

        static func < (left: Palette, right: Palette) -> Bool { left.rawValue < right.rawValue }
    }

    /// The richest way in which a colour is named.
    var palette: Palette { renditions.map(Self.palette).max() ?? .none }

    private static func palette(_ numbers: [Int]) -> Palette {
        var richest = Palette.none
        for (index, number) in numbers.enumerated() {
            switch number {
            case 38, 48: return numbers.dropFirst(index + 1).first == 2 ? .direct : .indexed
            case 30...37, 39...47, 49: richest = max(richest, .eight)
            case 90...97, 100...107: richest = max(richest, .sixteen)
            default: break
            }
        }
        return richest
    }
}
