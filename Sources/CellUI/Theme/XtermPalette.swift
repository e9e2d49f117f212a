/// The 256 colours of xterm and everything like it: sixteen that users redefine, a 6×6×6 cube and
/// 24 greys.
public enum XtermPalette {
    private static let levels: [UInt8] = [0, 95, 135, 175, 215, 255]

    private static let first16: [RGB] = [
        RGB(0, 0, 0), RGB(205, 0, 0), RGB(0, 205, 0), RGB(205, 205, 0),
        RGB(0, 0, 238), RGB(205, 0, 205), RGB(0, 205, 205), RGB(229, 229, 229),
        RGB(127, 127, 127), RGB(255, 0, 0), RGB(0, 255, 0), RGB(255, 255, 0),
        RGB(92, 92, 255), RGB(255, 0, 255), RGB(0, 255, 255), RGB(255, 255, 255),
    ]

    /// What an index looks like; for the first sixteen, by default.
    public static func color(_ index: UInt8) -> RGB {
        let index = Int(index)
        if index < 16 { return first16[index] }
        if index >= 232 {
            let grey = UInt8(8 + 10 * (index - 232))
            return RGB(grey, grey, grey)
        }
        let cube = index - 16
        return RGB(levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
    }

    /// The index of the cube or the greys that looks most like a colour, among those that
    /// qualify; the nearest at all when none does.
    public static func nearest(
        to color: RGB,
        where qualifies: (RGB) -> Bool = { _ in true }
    ) -> UInt8 {
        var best: (index: UInt8, distance: Int)?
        for index in UInt8(16)...255 {
            let candidate = self.color(index)
            let distance = distance(candidate, color)
            if distance < best?.distance ?? .max, qualifies(candidate) {
                best = (index, distance)
            }
        }
        return best?.index ?? nearest(to: color)
    }

    /// The index among the first `count` (8 or 16) that looks most like a colour.
    public static func nearest(to color: RGB, amongFirst count: Int) -> UInt8 {
        let indices = 0..<min(max(1, count), 16)
        return UInt8(
            indices.min { distance(first16[$0], color) < distance(first16[$1], color) } ?? 0
        )
    }

    /// Squared distance in sRGB with the components weighted by how much the eye tells them
    /// apart, which depends on the red ("redmean").
    private static func distance(_ first: RGB, _ second: RGB) -> Int {
        let mean = (Int(first.red) + Int(second.red)) / 2
        let red = Int(first.red) - Int(second.red)
        let green = Int(first.green) - Int(second.green)
        let blue = Int(first.blue) - Int(second.blue)
        return (512 + mean) * red * red / 256 + 4 * green * green
            + (767 - mean) * blue * blue / 256
    }
}
