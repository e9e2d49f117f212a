/// How many colours a terminal shows.
public enum ColorDepth: Int, Hashable, Sendable, Comparable, CaseIterable {
    /// No colours, by `NO_COLOR` or because the terminal has none; attributes remain.
    case none = 0
    case ansi8 = 8
    case ansi16 = 16
    case indexed256 = 256
    case trueColor = 16_777_216

    public static func < (left: ColorDepth, right: ColorDepth) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// What a terminal can do.
public struct TerminalCapabilities: Hashable, Sendable {
    public var colorDepth: ColorDepth
    /// True when text beyond ASCII can be shown.
    public var unicode: Bool
    /// True when mouse events are reported.
    public var mouse: Bool
    /// True when text can lead somewhere (OSC 8).
    public var hyperlinks: Bool

    public init(
        colorDepth: ColorDepth,
        unicode: Bool,
        mouse: Bool = false,
        hyperlinks: Bool = false
    ) {
        self.colorDepth = colorDepth
        self.unicode = unicode
        self.mouse = mouse
        self.hyperlinks = hyperlinks
    }
}
