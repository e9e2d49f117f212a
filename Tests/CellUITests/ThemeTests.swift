import CellUI
import PodiumTesting
import Testing

struct ThemeTests {
    @Test func `luminance and contrast are those of WCAG`() {
        let (black, white) = (RGB(0, 0, 0), RGB(255, 255, 255))
        #expect(relativeLuminance(black) == 0)
        #expect(abs(relativeLuminance(white) - 1) < 1e-9)
        #expect(abs(contrastRatio(black, white) - 21) < 1e-9)
        // #767676 on white is the well-known grey that just passes.
        #expect(abs(contrastRatio(RGB(0x76, 0x76, 0x76), white) - 4.54) < 0.01)
        #expect(contrastRatio(RGB(0x77, 0x77, 0x77), white) < 4.5)
    }

    private static func expectContrast(
        _ least: Double,
        of file: String,
        _ depth: ColorDepth
    ) throws {
        for (name, style) in Theme(scheme: try BundledThemes.scheme(file), depth: depth).textStyles
        {
            let foreground = try #require(style.foreground.appearance)
            let background = try #require(style.background.appearance)
            let ratio = contrastRatio(foreground, background)
            #expect(ratio >= least, "\(file) \(depth) \(name): \(ratio)")
        }
    }

    @Test func `there is a choice of bundled themes, dark and light`() throws {
        #expect(BundledThemes.names.count >= 8)
        let variants = try BundledThemes.names.map { try BundledThemes.scheme($0).variant }
        #expect(variants.filter { $0 == .light }.count >= 4)
        #expect(variants.filter { $0 == .dark }.count >= 4)
    }

    @Test(arguments: BundledThemes.names) func `a bundled theme is what it says it is`(file: String)
        throws
    {
        let scheme = try BundledThemes.scheme(file)
        #expect(Base16Scheme.Variant(background: scheme.colors[0]) == scheme.variant)
        if file.hasSuffix("-dark") { #expect(scheme.variant == .dark) }
        if file.hasSuffix("-light") { #expect(scheme.variant == .light) }
    }

    @Test(arguments: BundledThemes.names, [ColorDepth.trueColor, .indexed256])
    func `every text role of a bundled theme can be read`(file: String, depth: ColorDepth) throws {
        try Self.expectContrast(textContrast, of: file, depth)
    }

    @Test(
        arguments: ["podium-contrast-dark", "podium-contrast-light"],
        [ColorDepth.trueColor, .indexed256]
    )
    func `every text role of a theme of high contrast has it`(
        file: String,
        depth: ColorDepth
    ) throws {
        try Self.expectContrast(enhancedTextContrast, of: file, depth)
    }

    /// Roles that stand side by side and mean different things.
    private static func groups(_ theme: Theme) -> [[(name: String, style: Style)]] {
        [
            [
                ("running", theme.running), ("waiting", theme.waiting), ("held", theme.held),
                ("succeeded", theme.succeeded), ("failed", theme.failed),
                ("warning", theme.warning), ("cancelled", theme.cancelled),
                ("overridden", theme.overridden),
            ],
            [("border", theme.border), ("borderFocused", theme.borderFocused)],
            [
                ("text", theme.text), ("selection", theme.selection),
                ("selectionInactive", theme.selectionInactive),
            ],
            [("text", theme.text), ("match", theme.match), ("matchCurrent", theme.matchCurrent)],
            [("text", theme.text), ("statusBar", theme.statusBar)],
            [
                ("codeKeyword", theme.codeKeyword), ("codeString", theme.codeString),
                ("codeComment", theme.codeComment), ("codeFunction", theme.codeFunction),
            ],
            [("codeAdded", theme.codeAdded), ("codeRemoved", theme.codeRemoved)],
            [("text", theme.text), ("subtle", theme.subtle), ("title", theme.title)],
            [("keyHint", theme.keyHint), ("keyLabel", theme.keyLabel)],
            [("gauge", theme.gauge), ("gaugeTrack", theme.gaugeTrack)],
            [("conductor", theme.conductor), ("worker", theme.worker)],
        ]
    }

    /// Where the nearest of 256 colours that can be read is the same for two, their signs and places
    /// tell them apart.
    private static let alikeIn256Colors = [
        "catppuccin-latte": [
            "warning = overridden", "text = selectionInactive", "text = statusBar",
        ],
        "gruvbox-light": [
            "warning = cancelled", "warning = overridden", "cancelled = overridden",
        ],
        "nord": ["waiting = held"],
        "podium-safe-light": ["waiting = cancelled"],
        "solarized-light": ["text = subtle"],
        "tokyo-night": ["text = selectionInactive", "text = statusBar"],
    ]

    /// By their attributes, or by colours of which at least one differs noticeably.
    private static func differ(_ first: Style, _ second: Style) -> Bool {
        func differ(_ one: Color, _ other: Color) -> Bool {
            guard let seen = one.appearance, let otherSeen = other.appearance else {
                return one != other
            }
            return ColorVision.usual.difference(seen, otherSeen) >= noticeableDifference
        }
        return first.attributes != second.attributes
            || differ(first.foreground, second.foreground)
            || differ(first.background, second.background)
    }

    @Test(arguments: BundledThemes.names, [ColorDepth.trueColor, .indexed256, .ansi16])
    func `roles that mean different things look different in every bundled theme`(
        file: String,
        depth: ColorDepth
    ) throws {
        let theme = Theme(scheme: try BundledThemes.scheme(file), depth: depth)
        let alike = Self.groups(theme).flatMap { group in
            group.indices.flatMap { first in
                group[..<first].filter { !Self.differ($0.style, group[first].style) }
                    .map { "\($0.name) = \(group[first].name)" }
            }
        }
        #expect(alike == (depth == .indexed256 ? Self.alikeIn256Colors[file] ?? [] : []))
    }

    /// For large fields side by side (Mahy, Van Eycken and Oosterlinck, 1994).
    private static let noticeableDifference = 2.3

    /// Thin strokes that stand apart need several just noticeable differences; this is six.
    private static let leastDifference = 6 * noticeableDifference

    @Test(
        arguments: ["podium-safe-dark", "podium-safe-light"],
        [ColorDepth.trueColor, .indexed256]
    )
    func `whoever cannot tell some colours apart can tell the states`(
        file: String,
        depth: ColorDepth
    ) throws {
        let theme = Theme(scheme: try BundledThemes.scheme(file), depth: depth)
        let states = [
            ("running", theme.running), ("succeeded", theme.succeeded), ("failed", theme.failed),
            ("warning", theme.warning), ("overridden", theme.overridden),
        ]
        for (index, first) in states.enumerated() {
            for second in states[..<index] {
                let color = try #require(first.1.foreground.appearance)
                let other = try #require(second.1.foreground.appearance)
                for vision in ColorVision.allCases {
                    let difference = vision.difference(color, other)
                    #expect(
                        difference >= Self.leastDifference,
                        "\(first.0) and \(second.0), \(vision): \(difference)"
                    )
                }
            }
        }
    }

    @Test func `simulated vision confuses what it is known to confuse, and nothing else`() {
        let (black, white) = (RGB(0, 0, 0), RGB(255, 255, 255))
        for vision in ColorVision.allCases {
            #expect(abs(vision.difference(black, white) - 100) < 0.1)
        }
        // Red and green of about the same lightness.
        let (red, green) = (RGB(0xC8, 0x50, 0x00), RGB(0x6C, 0x80, 0x00))
        #expect(ColorVision.usual.difference(red, green) > 50)
        #expect(ColorVision.deuteranopia.difference(red, green) < 20)
        #expect(ColorVision.tritanopia.difference(red, green) > 50)
    }

    @Test func `a background is dark or light by the text that can be read on it`() {
        for (grey, variant) in [(0, .dark), (0x70, .dark), (0x80, .light), (0xFF, .light)]
            as [(UInt8, Base16Scheme.Variant)]
        {
            #expect(Base16Scheme.Variant(background: RGB(grey, grey, grey)) == variant)
        }
        #expect(Base16Scheme.Variant(background: RGB(0, 0, 255)) == .dark)
        #expect(Base16Scheme.Variant(background: RGB(255, 255, 0)) == .light)
    }

    @Test func `the bundled files hold the schemes that are compiled in`() throws {
        #expect(try BundledThemes.scheme("podium-dark") == .podiumDark)
        #expect(try BundledThemes.scheme("podium-light") == .podiumLight)
    }

    @Test func `a scheme without any contrast is made readable`() throws {
        for grey in ["000000", "404040", "757575", "777777", "a0a0a0", "ffffff"] {
            let names = (0..<16).map { "base0" + String($0, radix: 16) }
            let palette = Dictionary(uniqueKeysWithValues: names.map { ($0, grey) })
            let scheme = try Base16Scheme(name: grey, palette: palette)
            for depth in [ColorDepth.trueColor, .indexed256] {
                for (name, style) in Theme(scheme: scheme, depth: depth).textStyles {
                    let foreground = try #require(style.foreground.appearance)
                    let background = try #require(style.background.appearance)
                    let ratio = contrastRatio(foreground, background)
                    #expect(ratio >= 4.5, "\(grey) \(depth) \(name): \(ratio)")
                }
            }
        }
    }

    @Test func `few colours use the terminal's own and none uses none`() {
        for scheme in [Base16Scheme.podiumDark, .podiumLight] {
            for depth in [ColorDepth.ansi16, .ansi8] {
                for (name, style) in Theme(scheme: scheme, depth: depth).textStyles {
                    #expect(style.background == .terminalDefault, "\(name)")
                    if case .indexed(let index) = style.foreground {
                        #expect(Int(index) < depth.rawValue, "\(name)")
                    } else {
                        #expect(style.foreground == .terminalDefault, "\(name)")
                    }
                }
            }
            let plain = Theme(scheme: scheme, depth: .none)
            for (name, style) in plain.textStyles {
                #expect(style.foreground == .terminalDefault, "\(name)")
                #expect(style.background == .terminalDefault, "\(name)")
            }
            #expect(plain.selection != plain.text)
            #expect(plain.failed != plain.running)
        }
    }

    @Test func `a palette that is no scheme says what is wrong with it`() throws {
        var palette = Dictionary(
            uniqueKeysWithValues: (0..<16).map { ("base0" + String($0, radix: 16), "#102030") }
        )
        palette["base0a"] = nil
        #expect(throws: SchemeError.self) { try Base16Scheme(name: "x", palette: palette) }
        palette["base0A"] = "#10203"
        let error = #expect(throws: SchemeError.self) {
            try Base16Scheme(name: "x", palette: palette)
        }
        #expect(error?.code == .invalidColor("base0A", "#10203"))
        palette["base0A"] = "#１02030"
        #expect(throws: SchemeError.self) { try Base16Scheme(name: "x", palette: palette) }
        palette["base0A"] = "ABCDEF"
        let scheme = try Base16Scheme(name: "x", variant: "Light", palette: palette)
        #expect(scheme.variant == .light)
        #expect(scheme.colors.count == 16)
        #expect(throws: SchemeError.self) {
            try Base16Scheme(name: "x", variant: "grey", palette: palette)
        }
        palette["base10"] = "000000"
        let missing = #expect(throws: SchemeError.self) {
            try Base16Scheme(name: "x", palette: palette)
        }
        #expect(missing?.code == .missing("base11"))
    }

    @Test func `the nearest of 256 colours to one of them is itself`() {
        for index in UInt8(16)...255 {
            let color = XtermPalette.color(index)
            #expect(XtermPalette.color(XtermPalette.nearest(to: color)) == color)
        }
    }
}
