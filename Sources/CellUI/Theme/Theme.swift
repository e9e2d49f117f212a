/// The looks of everything by meaning. Panes name roles, never colours.
///
/// A theme is derived from a scheme for a colour depth; see `init(scheme:depth:)`. Every role
/// that bears text has a contrast of at least 4.5:1 at 24-bit and 256 colours. With 16 or 8
/// colours the terminal's own background and text stay, since only the user knows what its palette
/// looks like; without colours attributes alone tell roles apart.
public struct Theme: Hashable, Sendable {
    public let name: String
    public let variant: Base16Scheme.Variant
    public let depth: ColorDepth

    // Text.
    /// The empty screen.
    public internal(set) var background = Style.plain
    public internal(set) var text = Style.plain
    /// Secondary text.
    public internal(set) var subtle = Style.plain
    /// Text that matters least.
    public internal(set) var faint = Style.plain
    public internal(set) var title = Style.plain
    public internal(set) var heading = Style.plain
    public internal(set) var codeText = Style.plain
    public internal(set) var quote = Style.plain
    public internal(set) var link = Style.plain
    public internal(set) var accent = Style.plain

    // Code in blocks.
    public internal(set) var codeKeyword = Style.plain
    public internal(set) var codeType = Style.plain
    public internal(set) var codeString = Style.plain
    public internal(set) var codeNumber = Style.plain
    public internal(set) var codeComment = Style.plain
    public internal(set) var codeFunction = Style.plain
    /// Attributes, directives, keys, variables.
    public internal(set) var codeAttribute = Style.plain
    /// Lines of a difference of files.
    public internal(set) var codeAdded = Style.plain
    public internal(set) var codeRemoved = Style.plain
    public internal(set) var codeHunk = Style.plain

    // Frames.
    public internal(set) var border = Style.plain
    public internal(set) var borderFocused = Style.plain

    // States.
    public internal(set) var running = Style.plain
    public internal(set) var waiting = Style.plain
    public internal(set) var held = Style.plain
    public internal(set) var succeeded = Style.plain
    public internal(set) var failed = Style.plain
    public internal(set) var warning = Style.plain
    public internal(set) var cancelled = Style.plain
    /// What a person decided in place of the conductor.
    public internal(set) var overridden = Style.plain

    // Matter.
    public internal(set) var conductor = Style.plain
    public internal(set) var worker = Style.plain
    public internal(set) var cost = Style.plain
    /// The filled part of a bar.
    public internal(set) var gauge = Style.plain
    /// The rest of a bar.
    public internal(set) var gaugeTrack = Style.plain

    // Interaction.
    public internal(set) var selection = Style.plain
    /// The selection of a pane that has no focus.
    public internal(set) var selectionInactive = Style.plain
    public internal(set) var statusBar = Style.plain
    /// A key in a help line.
    public internal(set) var keyHint = Style.plain
    /// What the key does.
    public internal(set) var keyLabel = Style.plain
    /// Text that matches a search.
    public internal(set) var match = Style.plain
    public internal(set) var matchCurrent = Style.plain
    public internal(set) var placeholder = Style.plain

    /// Styles to tell workers apart, all fit for text.
    public internal(set) var series: [Style] = []

    public init(scheme: Base16Scheme, depth: ColorDepth) {
        name = scheme.name
        self.variant = scheme.variant
        self.depth = depth
        switch depth {
        case .trueColor, .indexed256: derive(from: scheme)
        case .ansi16, .ansi8: deriveFromTerminalPalette()
        case .none: deriveFromAttributes()
        }
    }

    /// The style for the worker, pane or line of that number.
    public func series(_ index: Int) -> Style {
        series.isEmpty ? text : series[((index % series.count) + series.count) % series.count]
    }

    /// Every role that bears text, by name: for previews, and to check contrast.
    public var textStyles: [(name: String, style: Style)] {
        [
            ("text", text), ("subtle", subtle), ("faint", faint), ("title", title),
            ("heading", heading), ("codeText", codeText), ("quote", quote), ("link", link),
            ("accent", accent), ("borderFocused", borderFocused), ("running", running),
            ("waiting", waiting), ("held", held), ("succeeded", succeeded), ("failed", failed),
            ("warning", warning), ("cancelled", cancelled), ("overridden", overridden),
            ("conductor", conductor), ("worker", worker), ("cost", cost), ("gauge", gauge),
            ("selection", selection), ("selectionInactive", selectionInactive),
            ("statusBar", statusBar), ("keyHint", keyHint), ("keyLabel", keyLabel),
            ("match", match), ("matchCurrent", matchCurrent), ("placeholder", placeholder),
            ("code keyword", codeKeyword), ("code type", codeType), ("code string", codeString),
            ("code number", codeNumber), ("code comment", codeComment),
            ("code function", codeFunction), ("code attribute", codeAttribute),
            ("code added", codeAdded), ("code removed", codeRemoved), ("code hunk", codeHunk),
        ] + series.enumerated().map { ("series \($0.offset)", $0.element) }
    }
}
