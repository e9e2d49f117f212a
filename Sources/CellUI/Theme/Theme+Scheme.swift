/// Roles from a scheme's colours, for 24-bit and 256 colours.
extension Theme {
    mutating func derive(from scheme: Base16Scheme) {
        let ground = MappedColor(scheme[0x00], depth: depth)
        let bar = MappedColor(scheme[0x01], depth: depth)
        let selected = MappedColor(scheme[0x02], depth: depth)
        let depth = depth

        func on(_ ground: MappedColor, _ index: Int) -> Style {
            let color = MappedColor(text: scheme[index], on: ground, depth: depth)
            return Style(foreground: color.color, background: ground.color)
        }
        func ink(_ index: Int) -> Style { on(ground, index) }

        background = ink(0x05)
        text = ink(0x05)
        subtle = ink(0x04)
        faint = ink(0x03)
        title = ink(0x06).bold()
        heading = ink(0x0D).bold()
        codeText = ink(0x0C)
        quote = ink(0x04).italic()
        link = ink(0x0D).underline()
        accent = ink(0x0D)

        // By the guidelines for base16 schemes.
        codeKeyword = ink(0x0E)
        codeType = ink(0x0A)
        codeString = ink(0x0B)
        codeNumber = ink(0x09)
        codeComment = ink(0x03).italic()
        codeFunction = ink(0x0D)
        codeAttribute = ink(0x0C)
        codeAdded = ink(0x0B)
        codeRemoved = ink(0x08)
        codeHunk = ink(0x0E)

        // Frames bear no text: they stay quiet, but visible.
        let frame = scheme[0x00].mixed(with: scheme[0x03], amount: 0.6)
        border = Style(
            foreground: MappedColor(frame, depth: depth).color,
            background: ground.color
        )
        borderFocused = ink(0x0D)

        running = ink(0x0D).bold()
        waiting = ink(0x03)
        held = ink(0x0E)
        succeeded = ink(0x0B)
        failed = ink(0x08).bold()
        warning = ink(0x0A)
        cancelled = ink(0x0F)
        overridden = ink(0x09)

        conductor = ink(0x0E)
        worker = ink(0x0C)
        cost = ink(0x0A)
        gauge = ink(0x0D)
        gaugeTrack = Style(foreground: selected.color, background: ground.color)

        selection = on(selected, 0x06).bold()
        selectionInactive = on(bar, 0x05)
        statusBar = on(bar, 0x05)
        keyHint = ink(0x0D).bold()
        keyLabel = ink(0x04)
        match = on(MappedColor(scheme[0x0A], depth: depth), 0x00)
        matchCurrent = on(MappedColor(scheme[0x09], depth: depth), 0x00).bold()
        placeholder = ink(0x03).italic()
        series = [0x0C, 0x0B, 0x0A, 0x0E, 0x09, 0x0D, 0x08, 0x0F].map(ink)
    }
}

/// A colour as the depth allows, with what it looks like.
private struct MappedColor {
    let color: Color
    let appearance: RGB

    private init(exactly color: RGB) {
        self.color = color.color
        appearance = color
    }

    private init(index: UInt8) {
        color = .indexed(index)
        appearance = XtermPalette.color(index)
    }

    init(_ wanted: RGB, depth: ColorDepth) {
        self =
            depth == .trueColor
            ? MappedColor(exactly: wanted) : MappedColor(index: XtermPalette.nearest(to: wanted))
    }

    /// The nearest colour that can be read on `ground`. One of high contrast keeps it.
    init(text wanted: RGB, on ground: MappedColor, depth: ColorDepth) {
        let adjusted = wanted.adjusted(against: ground.appearance)
        guard depth != .trueColor else {
            self.init(exactly: adjusted)
            return
        }
        let isHigh = contrastRatio(adjusted, ground.appearance) >= enhancedTextContrast
        let least = isHigh ? enhancedTextContrast : textContrast
        self.init(
            index: XtermPalette.nearest(to: adjusted) {
                contrastRatio($0, ground.appearance) >= least
            }
        )
    }
}
