internal import CellUI

/// Colours as ncurses numbers them.
enum CursesColor {
    /// The terminal's default, once `use_default_colors` has succeeded.
    static let terminalDefault: Int32 = -1

    /// - Parameters:
    ///   - depth: the colours used.
    ///   - isDirect: whether the terminal's description takes 24-bit values. Those below 8 mean
    ///     the palette there, so that the darkest blues give way to the nearest other value.
    static func number(of color: Color, depth: ColorDepth, isDirect: Bool) -> Int32 {
        switch color {
        case .terminalDefault: return terminalDefault
        case .indexed(let index) where isDirect && index < 8 && depth != .none:
            return Int32(index)
        case .indexed(let index):
            if !isDirect, Int(index) < depth.rawValue { return Int32(index) }
            return number(of: XtermPalette.color(index), depth: depth, isDirect: isDirect)
        case .rgb(let red, let green, let blue):
            return number(of: RGB(red, green, blue), depth: depth, isDirect: isDirect)
        }
    }

    private static func number(of color: RGB, depth: ColorDepth, isDirect: Bool) -> Int32 {
        if isDirect {
            let value = Int32(color.red) << 16 | Int32(color.green) << 8 | Int32(color.blue)
            return value < 8 ? 0x010101 : value
        }
        switch depth {
        case .trueColor, .indexed256: return Int32(XtermPalette.nearest(to: color))
        case .ansi16: return Int32(XtermPalette.nearest(to: color, amongFirst: 16))
        case .ansi8: return Int32(XtermPalette.nearest(to: color, amongFirst: 8))
        case .none: return terminalDefault
        }
    }
}
