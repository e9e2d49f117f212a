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

    /// After `ESC [`. A terminal's answers are no keys: those with a private or an intermediate byte, and
    /// the cursor's position, for which xterm's F3 with another key could be taken.
    static func csi(parameters bytes: [UInt8], final: UInt8) -> Key? {
        guard bytes.allSatisfy({ (0x30...0x3B).contains($0) }) else { return nil }
        let numbers = numbers(bytes[...])
        let modifiers = Modifiers(encoded: numbers.count > 1 ? numbers[1] : 1)
        switch Unicode.Scalar(final) {
        case "~": return numbered(numbers, modifiers: modifiers)
        case "u": return character(code: numbers.first ?? 0, modifiers: modifiers)
        case "Z": return .backTab
        case "$": return numbered(numbers, modifiers: .shift)
        case "^": return numbered(numbers, modifiers: .ctrl)
        case "a" where bytes.isEmpty: return .shiftUp
        case "b" where bytes.isEmpty: return .shiftDown
        case "c" where bytes.isEmpty: return .shiftRight
        case "d" where bytes.isEmpty: return .shiftLeft
        case "R" where !bytes.isEmpty: return nil
        case let final: return cursorKey(final, modifiers: modifiers)
        }
    }

    /// After `ESC [`: a mouse report with numbers, of mode 1006 after `<`, or of urxvt's mode 1015.
    static func mouse(parameters bytes: [UInt8], final: UInt8) -> MouseEvent? {
        guard final == 0x4D || final == 0x6D else { return nil }
        let isSGR = bytes.first == 0x3C
        let numbers = numbers(isSGR ? bytes.dropFirst() : bytes[...])
        guard numbers.count == 3 else { return nil }
        if isSGR {
            return mouse(
                code: numbers[0],
                column: numbers[1],
                row: numbers[2],
                isRelease: final == 0x6D
            )
        }
        guard final == 0x4D, bytes.allSatisfy({ (0x30...0x3B).contains($0) }) else { return nil }
        return mouse(code: numbers[0] - 32, column: numbers[1], row: numbers[2])
    }

    /// - Parameters:
    ///   - code: the button, and what was held and done with it, as xterm adds them up.
    ///   - column: from 1.
    ///   - row: from 1.
    ///   - isRelease: nil where only the code says so, which then does not say of which button.
    static func mouse(code: Int, column: Int, row: Int, isRelease: Bool? = nil) -> MouseEvent? {
        guard code >= 0, column > 0, row > 0 else { return nil }
        let action: MouseEvent.Action
        switch (code & 0b1100_0011, code & 32 != 0) {
        case (64, _): action = .scrollUp
        case (65, _): action = .scrollDown
        case (3, false) where isRelease == nil: action = .release(.left)
        case (let number, let moves) where number < 3:
            let button: MouseEvent.Button = [.left, .middle, .right][number]
            action = isRelease == true ? .release(button) : moves ? .drag(button) : .press(button)
        default: return nil
        }
        var modifiers: MouseEvent.Modifiers = []
        if code & 4 != 0 { modifiers.insert(.shift) }
        if code & 8 != 0 { modifiers.insert(.alt) }
        if code & 16 != 0 { modifiers.insert(.ctrl) }
        return MouseEvent(action, at: Point(x: column - 1, y: row - 1), modifiers: modifiers)
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
