internal import CellUI

/// What the control sequences of terminals mean: xterm's, with those of rxvt, the Linux console,
/// kitty's keyboard protocol and SGR mouse reports.
enum KeySequences {
    /// A C0 control or DEL.
    static func control(_ byte: UInt8, alt: Bool) -> Key {
        switch byte {
        case 0x00: .ctrl(" ")
        case 0x09: .tab
        case 0x0D: alt ? .altEnter : .enter
        case 0x1B: .escape
        case 0x7F: alt ? .altBackspace : .backspace
        case 0x08 where alt: .altBackspace
        case 0x01...0x1A: .ctrl(Character(Unicode.Scalar(byte + 0x60)))
        default: .ctrl(Character(Unicode.Scalar(byte + 0x40)))
        }
    }

    /// After `ESC O`.
    static func ss3(_ byte: UInt8) -> Key? {
        switch Unicode.Scalar(byte) {
        case "a": .ctrlUp
        case "b": .ctrlDown
        case "c": .ctrlRight
        case "d": .ctrlLeft
        case "M": .enter
        case let final: cursorKey(final, modifiers: [])
        }
    }

    /// After `ESC [`.
    static func csi(parameters bytes: [UInt8], final: UInt8) -> Key? {
        let numbers = numbers(bytes[...])
        let modifiers = Modifiers(encoded: numbers.count > 1 ? numbers[1] : 1)
        switch Unicode.Scalar(final) {
        case "~": return numbered(numbers, modifiers: modifiers)
        case "u": return character(code: numbers.first ?? 0, modifiers: modifiers)
        case "Z": return .backTab
        case "a": return .shiftUp
        case "b": return .shiftDown
        case "c" where bytes.isEmpty: return .shiftRight
        case "d": return .shiftLeft
        case let final: return cursorKey(final, modifiers: modifiers)
        }
    }

    /// After `ESC [ <`: button, column, row.
    static func mouse(_ bytes: ArraySlice<UInt8>, isRelease: Bool) -> MouseEvent? {
        let numbers = numbers(bytes)
        guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return nil }
        let code = numbers[0]
        let action: MouseEvent.Action
        switch (code & 0b1100_0011, code & 32 != 0) {
        case (64, _): action = .scrollUp
        case (65, _): action = .scrollDown
        case (let number, let moves) where number < 3:
            let button: MouseEvent.Button = [.left, .middle, .right][number]
            action = isRelease ? .release(button) : moves ? .drag(button) : .press(button)
        default: return nil
        }
        var modifiers: MouseEvent.Modifiers = []
        if code & 4 != 0 { modifiers.insert(.shift) }
        if code & 8 != 0 { modifiers.insert(.alt) }
        if code & 16 != 0 { modifiers.insert(.ctrl) }
        return MouseEvent(
            action,
            at: Point(x: numbers[1] - 1, y: numbers[2] - 1),
            modifiers: modifiers
        )
    }

    /// The held keys a sequence tells, as 1 plus the sum of their bits.
    private struct Modifiers: OptionSet {
        let rawValue: Int
        static let shift = Modifiers(rawValue: 1)
        static let alt = Modifiers(rawValue: 2)
        static let ctrl = Modifiers(rawValue: 4)

        init(rawValue: Int) {
            self.rawValue = rawValue
        }

        init(encoded: Int) {
            self.init(rawValue: max(0, encoded - 1) & 7)
        }
    }

    private static func cursorKey(_ final: Unicode.Scalar, modifiers: Modifiers) -> Key? {
        switch final {
        case "A": arrow(modifiers, (.up, .shiftUp, .altUp, .ctrlUp))
        case "B": arrow(modifiers, (.down, .shiftDown, .altDown, .ctrlDown))
        case "C": arrow(modifiers, (.right, .shiftRight, .altRight, .ctrlRight))
        case "D": arrow(modifiers, (.left, .shiftLeft, .altLeft, .ctrlLeft))
        case "H": arrow(modifiers, (.home, .shiftHome, .home, .ctrlHome))
        case "F": arrow(modifiers, (.end, .shiftEnd, .end, .ctrlEnd))
        case "P": .function(1)
        case "Q": .function(2)
        case "R": .function(3)
        case "S": .function(4)
        default: nil
        }
    }

    private static func arrow(_ modifiers: Modifiers, _ keys: (Key, Key, Key, Key)) -> Key {
        if modifiers.contains(.ctrl) { return keys.3 }
        if modifiers.contains(.alt) { return keys.2 }
        return modifiers.contains(.shift) ? keys.1 : keys.0
    }

    private static func numbered(_ numbers: [Int], modifiers: Modifiers) -> Key? {
        guard let number = numbers.first else { return nil }
        switch number {
        case 1, 7: return cursorKey("H", modifiers: modifiers)
        case 2: return .insert
        case 3: return modifiers.contains(.ctrl) ? .ctrlDelete : .delete
        case 4, 8: return cursorKey("F", modifiers: modifiers)
        case 5: return .pageUp
        case 6: return .pageDown
        case 11...15: return .function(number - 10)
        case 17...21: return .function(number - 11)
        case 23...26: return .function(number - 12)
        case 28, 29: return .function(number - 13)
        case 31...34: return .function(number - 14)
        case 27 where numbers.count == 3:
            return character(code: numbers[2], modifiers: modifiers)
        default: return nil
        }
    }

    /// A key given by its code point and the keys held with it.
    private static func character(code: Int, modifiers: Modifiers) -> Key? {
        let alt = modifiers.contains(.alt)
        switch code {
        case 9: return modifiers.contains(.shift) ? .backTab : .tab
        case 13: return alt ? .altEnter : modifiers.contains(.shift) ? .shiftEnter : .enter
        case 27: return .escape
        case 127: return alt ? .altBackspace : .backspace
        default: break
        }
        guard code >= 0x20, !(0x7F...0x9F).contains(code), !(0xE000...0xF8FF).contains(code),
            let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init)
        else { return nil }
        let character = Character(scalar)
        if modifiers.contains(.ctrl) {
            return .ctrl(Character(scalar.properties.lowercaseMapping))
        }
        let upper = scalar.properties.uppercaseMapping
        let shifted = modifiers.contains(.shift) && upper.count == 1 ? Character(upper) : character
        return alt ? .alt(shifted) : .character(shifted)
    }

    /// Numbers between semicolons; what follows a colon in one is left out, and what is missing
    /// is 0.
    private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
        bytes.split(separator: 0x3B, omittingEmptySubsequences: false).map { field in
            field.prefix { $0 != 0x3A }.reduce(0) { sum, byte in
                guard (0x30...0x39).contains(byte) else { return sum }
                return min(sum * 10 + Int(byte - 0x30), 1 << 30)
            }
        }
    }
}
