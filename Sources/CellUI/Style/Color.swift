/// A colour as a terminal can be asked for it.
public enum Color: Hashable, Sendable {
    /// Whatever the terminal uses when nothing is asked for.
    case terminalDefault
    /// One of the terminal's palette (0–7 are the eight of old, 8–15 their bright forms, 16–255
    /// a fixed cube and greys).
    case indexed(UInt8)
    /// Red, green, blue in sRGB.
    case rgb(UInt8, UInt8, UInt8)
}

extension Color {
    /// The colour in 26 bits: two for the case, 24 for the value.
    var packed: UInt64 {
        switch self {
        case .terminalDefault: 0
        case .indexed(let index): 1 << 24 | UInt64(index)
        case .rgb(let red, let green, let blue):
            2 << 24 | UInt64(red) << 16 | UInt64(green) << 8 | UInt64(blue)
        }
    }

    init(packed: UInt64) {
        switch packed >> 24 & 3 {
        case 1: self = .indexed(UInt8(truncatingIfNeeded: packed))
        case 2:
            self = .rgb(
                UInt8(truncatingIfNeeded: packed >> 16),
                UInt8(truncatingIfNeeded: packed >> 8),
                UInt8(truncatingIfNeeded: packed)
            )
        default: self = .terminalDefault
        }
    }
}
