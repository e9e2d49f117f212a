internal import CNcurses
internal import CellUI

/// The attributes and colour pair of each style, allocated when it first appears. The user's
/// palette is never redefined.
struct StyleTable {
    struct Look {
        var attributes: attr_t
        var pair: Int32
    }

    private let depth: ColorDepth
    private let isDirect: Bool
    private let hasDefaultColors: Bool
    private let pairLimit: Int32
    private var looks: [UInt64: Look] = [:]
    private var pairs: [UInt64: Int32] = [:]
    /// True when a style found no pair left: everything has to be drawn again with new ones.
    private(set) var isExhausted = false

    init(depth: ColorDepth, isDirect: Bool, hasDefaultColors: Bool, pairLimit: Int32) {
        self.depth = depth
        self.isDirect = isDirect
        self.hasDefaultColors = hasDefaultColors
        self.pairLimit = pairLimit
    }

    mutating func look(of style: Style) -> Look {
        if let look = looks[style.bits] { return look }
        let look = Look(
            attributes: Self.attributes(style.attributes),
            pair: pair(for: style)
        )
        looks[style.bits] = look
        return look
    }

    /// Forgets all pairs, so that those in use can be allocated anew.
    mutating func reset() {
        looks.removeAll(keepingCapacity: true)
        pairs.removeAll(keepingCapacity: true)
        isExhausted = false
        reset_color_pairs()
    }

    private mutating func pair(for style: Style) -> Int32 {
        guard depth != .none else { return 0 }
        let colors = (number(style.foreground, instead: 7), number(style.background, instead: 0))
        guard colors != (-1, -1) else { return 0 }
        let key = UInt64(UInt32(bitPattern: colors.0)) << 32 | UInt64(UInt32(bitPattern: colors.1))
        if let pair = pairs[key] { return pair }
        let pair = Int32(pairs.count + 1)
        guard pair < pairLimit, init_extended_pair(pair, colors.0, colors.1) == OK else {
            isExhausted = true
            return 0
        }
        pairs[key] = pair
        return pair
    }

    private func number(_ color: Color, instead fallback: Int32) -> Int32 {
        let number = CursesColor.number(of: color, depth: depth, isDirect: isDirect)
        return number < 0 && !hasDefaultColors ? fallback : number
    }

    /// ncurses knows no strikethrough; dim says much the same.
    private static func attributes(_ attributes: Attributes) -> attr_t {
        var result: attr_t = 0
        if attributes.contains(.bold) { result |= podium_bold() }
        if attributes.contains(.dim) || attributes.contains(.strikethrough) {
            result |= podium_dim()
        }
        if attributes.contains(.italic) { result |= podium_italic() }
        if attributes.contains(.underline) { result |= podium_underline() }
        if attributes.contains(.reverse) { result |= podium_reverse() }
        return result
    }
}
