import CellUI
import Foundation
import Testing

struct ThemeTests {
    /// The bundled themes, read by hand: this room knows no YAML.
    private static func scheme(_ file: String) throws -> Base16Scheme {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../themes/\(file).yaml")
        var entries: [String: String] = [:]
        for line in try String(contentsOf: path, encoding: .utf8).split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...]
            entries[line[..<colon].trimmingCharacters(in: .whitespaces)] =
                value.trimmingCharacters(in: CharacterSet(charactersIn: " \""))
        }
        let name = try #require(entries["name"])
        return try Base16Scheme(
            name: name,
            variant: entries["variant"],
            palette: entries.filter { $0.key.hasPrefix("base") }
        )
    }

    private static func rgb(_ color: Color) -> RGB? {
        switch color {
        case .rgb(let red, let green, let blue): RGB(red, green, blue)
        case .indexed(let index): XtermPalette.color(index)
        case .terminalDefault: nil
        }
    }

    @Test func `luminance and contrast are those of WCAG`() {
        let (black, white) = (RGB(0, 0, 0), RGB(255, 255, 255))
        #expect(relativeLuminance(black) == 0)
        #expect(abs(relativeLuminance(white) - 1) < 1e-9)
        #expect(abs(contrastRatio(black, white) - 21) < 1e-9)
        // #767676 on white is the well-known grey that just passes.
        #expect(abs(contrastRatio(RGB(0x76, 0x76, 0x76), white) - 4.54) < 0.01)
        #expect(contrastRatio(RGB(0x77, 0x77, 0x77), white) < 4.5)
    }

    @Test(arguments: ["podium-dark", "podium-light"], [ColorDepth.trueColor, .indexed256])
    func `every text role of a bundled theme can be read`(file: String, depth: ColorDepth) throws {
        let theme = Theme(scheme: try Self.scheme(file), depth: depth)
        for (name, style) in theme.textStyles {
            let foreground = try #require(Self.rgb(style.foreground))
            let background = try #require(Self.rgb(style.background))
            let ratio = contrastRatio(foreground, background)
            #expect(ratio >= 4.5, "\(file) \(depth) \(name): \(ratio)")
        }
    }

    @Test func `the bundled files hold the schemes that are compiled in`() throws {
        #expect(try Self.scheme("podium-dark") == .podiumDark)
        #expect(try Self.scheme("podium-light") == .podiumLight)
    }

    @Test func `a scheme without any contrast is made readable`() throws {
        for grey in ["000000", "404040", "757575", "777777", "a0a0a0", "ffffff"] {
            let names = (0..<16).map { "base0" + String($0, radix: 16) }
            let palette = Dictionary(uniqueKeysWithValues: names.map { ($0, grey) })
            let scheme = try Base16Scheme(name: grey, palette: palette)
            for depth in [ColorDepth.trueColor, .indexed256] {
                for (name, style) in Theme(scheme: scheme, depth: depth).textStyles {
                    let foreground = try #require(Self.rgb(style.foreground))
                    let background = try #require(Self.rgb(style.background))
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
