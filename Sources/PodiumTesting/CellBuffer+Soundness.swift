public import CellUI

/// What must hold of anything drawn.
extension CellBuffer {
    /// True when every continuation follows a wide glyph and every wide glyph has one.
    public var hasWholeGlyphs: Bool {
        (0..<size.height).allSatisfy { y in
            (0..<size.width).allSatisfy { x in
                let cell = self[x, y]
                if cell.isContinuation { return x > 0 && self[x - 1, y].isWide }
                return !cell.isWide || (x + 1 < size.width && self[x + 1, y].isContinuation)
            }
        }
    }

    /// True when a cell holds what a terminal could take for a command, or what turns the reading
    /// direction.
    public var hasControls: Bool {
        (0..<size.height).contains { y in
            (0..<size.width).contains { x in
                self[x, y].text.unicodeScalars.contains { scalar in
                    switch scalar.value {
                    case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
                    default: false
                    }
                }
            }
        }
    }
}
