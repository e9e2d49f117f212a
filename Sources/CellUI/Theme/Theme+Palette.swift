/// Roles from the terminal's own colours, for 16 and 8 colours, and from attributes alone.
extension Theme {
    /// The eight hues of old, by their numbers in the palette.
    private enum Hue: UInt8 {
        case red = 1, green, yellow, blue, magenta, cyan
    }

    mutating func deriveFromTerminalPalette() {
        let bright = depth == .ansi16 && variant == .dark
        // Eight colours on a dark screen are dim by themselves; bold brightens them there.
        let emphasis: Attributes = depth == .ansi8 && variant == .dark ? .bold : []

        func ink(_ hue: Hue) -> Style {
            Style(
                foreground: .indexed(hue.rawValue + (bright ? 8 : 0)),
                attributes: emphasis
            )
        }
        let quiet =
            depth == .ansi16
            ? Style(foreground: .indexed(variant == .dark ? 7 : 8)) : Style.plain
        let frame = depth == .ansi16 ? Style(foreground: .indexed(8)) : Style.plain.dim()

        deriveFromAttributes()
        subtle = quiet
        faint = depth == .ansi16 ? quiet : quiet.dim()
        heading = ink(.blue).bold()
        codeText = ink(.cyan)
        codeKeyword = ink(.magenta)
        codeType = ink(.yellow)
        codeString = ink(.green)
        codeNumber = ink(.yellow)
        codeComment = quiet.italic()
        codeFunction = ink(.blue)
        codeAttribute = ink(.cyan)
        codeAdded = ink(.green)
        codeRemoved = ink(.red)
        codeHunk = ink(.magenta)
        quote = quiet.italic()
        link = ink(.blue).underline()
        accent = ink(.blue)
        border = frame
        borderFocused = ink(.blue)
        running = ink(.blue).bold()
        waiting = faint
        held = ink(.magenta)
        succeeded = ink(.green)
        failed = ink(.red).bold()
        warning = ink(.yellow)
        cancelled = Style(foreground: .indexed(Hue.red.rawValue))
        overridden = Style(foreground: .indexed(Hue.yellow.rawValue)).bold()
        conductor = ink(.magenta)
        worker = ink(.cyan)
        cost = ink(.yellow)
        gauge = ink(.blue)
        gaugeTrack = frame
        keyHint = ink(.blue).bold()
        keyLabel = quiet
        match = ink(.yellow).reverse()
        matchCurrent = ink(.yellow).reverse().bold()
        placeholder = faint
        series = [Hue.cyan, .green, .yellow, .magenta, .blue, .red].map(ink)
    }

    mutating func deriveFromAttributes() {
        let plain = Style.plain
        (background, text, subtle, accent, codeText, succeeded) = (
            plain, plain, plain, plain, plain, plain
        )
        faint = plain.dim()
        title = plain.bold()
        heading = plain.bold().underline()
        quote = plain.italic()
        link = plain.underline()
        codeKeyword = plain.bold()
        codeComment = plain.dim()
        (codeAdded, codeRemoved, codeHunk) = (plain.bold(), plain.dim(), plain.underline())
        border = plain.dim()
        borderFocused = plain.bold()
        running = plain.bold()
        waiting = plain.dim()
        held = plain.underline()
        failed = plain.bold().underline()
        warning = plain.underline()
        cancelled = plain.dim()
        overridden = plain.bold().underline()
        (conductor, worker, cost) = (plain.bold(), plain, plain)
        (gauge, gaugeTrack) = (plain, plain.dim())
        selection = plain.reverse()
        selectionInactive = plain.underline()
        statusBar = plain.reverse()
        keyHint = plain.bold()
        keyLabel = plain
        match = plain.underline()
        matchCurrent = plain.reverse()
        placeholder = plain.dim()
        series = [plain]
    }
}
