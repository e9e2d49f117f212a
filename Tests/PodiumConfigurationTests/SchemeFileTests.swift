import PodiumConfiguration
import Testing

struct SchemeFileTests {
    private let names = (0..<16).map { "base0" + String($0, radix: 16, uppercase: true) }

    /// Sixteen lines, `base00: "#000000"` to `base0F: "#0f0f0f"`.
    private func colors(indent: String = "", mark: String = "#") -> String {
        names.enumerated().map { index, name in
            let digit = String(index, radix: 16)
            let color = String(repeating: "0\(digit)", count: 3)
            return "\(indent)\(name): \"\(mark)\(color)\"\n"
        }.joined()
    }

    private func parse(_ text: String) throws -> SchemeFile {
        try SchemeFile.parse(text, file: "dusk.yaml")
    }

    @Test func `the new form is read`() throws {
        let scheme = try parse(
            """
            system: base16
            name: Dusk
            slug: dusk
            author: nobody in particular
            variant: dark
            palette:

            """ + colors(indent: "  ")
        )
        #expect(scheme.name == "Dusk")
        #expect(scheme.variant == "dark")
        #expect(scheme.palette.count == 16)
        #expect(scheme.palette["base0F"] == "#0f0f0f")
    }

    @Test func `the old form is read, with or without the mark`() throws {
        let scheme = try parse("scheme: Dusk\nauthor: x\n" + colors(mark: ""))
        #expect(scheme.name == "Dusk")
        #expect(scheme.variant == nil)
        #expect(scheme.palette["base0A"] == "#0a0a0a")
    }

    @Test func `digits without quotes are still a colour`() throws {
        let text = ("scheme: Dusk\n" + colors(mark: "")).replacing("\"000000\"", with: "000000")
            .replacing("\"010101\"", with: "1E1E10").replacing("base0B", with: "base0b")
        let scheme = try parse(text)
        #expect(scheme.palette["base00"] == "#000000")
        #expect(scheme.palette["base01"] == "#1e1e10")
        #expect(scheme.palette["base0B"] == "#0b0b0b")
    }

    @Test func `base24 has eight more colours, all of them`() throws {
        let more = (0..<8).map { "base1\($0): '#1\($0)1\($0)1\($0)'\n" }.joined()
        #expect(try parse("scheme: Dusk\n" + colors() + more).palette.count == 24)
        expectMistake(
            .missingKey,
            """
            dusk.yaml:1:1: The colour `base10` is missing.
            Write it like `base10: "#1d2021"`.
            """
        ) { _ = try parse("system: base24\nscheme: Dusk\n" + colors()) }
    }

    @Test func `a missing colour is named`() {
        let text = "name: Dusk\npalette:\n" + colors(indent: "  ")
        expectMistake(
            .missingKey,
            """
            dusk.yaml:3:3: palette: The colour `base0D` is missing.
            Write it like `base0D: "#1d2021"`.
            """
        ) { _ = try parse(text.replacing("base0D", with: "baseOD")) }
    }

    @Test func `what is no colour is told with its place`() {
        let text = "name: Dusk\npalette:\n" + colors(indent: "  ")
        expectMistake(
            .badValue,
            """
            dusk.yaml:5:11: palette.base02: Expected a colour such as "#1d2021", found "#0g0202".
            """
        ) { _ = try parse(text.replacing("#020202", with: "#0g0202")) }
        expectMistake(
            .badValue,
            """
            dusk.yaml:4:10: palette.base01: Expected a colour such as "#1d2021", found nothing.
            A `#` begins a comment unless it is in quotes.
            """
        ) { _ = try parse(text.replacing("\"#010101\"", with: "#010101")) }
    }

    @Test func `a scheme has a name and a variant that is dark or light`() {
        expectMistake(
            .missingKey,
            """
            dusk.yaml:1:1: The key `scheme` is missing.
            Write it like `scheme: Evening`.
            """
        ) { _ = try parse(colors()) }
        expectMistake(
            .badValue,
            "dusk.yaml:2:10: variant: Expected dark or light, found dim."
        ) { _ = try parse("scheme: Dusk\nvariant: dim\n" + colors()) }
    }

    @Test func `a file without colours is refused`() {
        expectMistake(.missingKey, "dusk.yaml: This file has no colours.") { _ = try parse("") }
        expectMistake(
            .badValue,
            "dusk.yaml:1:1: Expected a colour scheme, found a list."
        ) { _ = try parse("[a]") }
    }

    // MARK: Directories

    @Test func `the first directory with a theme has it`() throws {
        let own = try TemporaryDirectory()
        let bundled = try TemporaryDirectory()
        let mine = try own.write("scheme: Mine\n" + colors(), to: "dusk.yaml")
        _ = try bundled.write("scheme: Theirs\n" + colors(), to: "dusk.yml")
        let dawn = try bundled.write("scheme: Dawn\n" + colors(), to: "dawn.yml")
        _ = try bundled.write("no theme", to: "README.md")
        _ = try bundled.write("hidden", to: ".swap.yaml")
        let themes = ThemeDirectories([own.path, "/nowhere", bundled.path])
        #expect(themes.entries.map(\.name) == ["dawn", "dusk"])
        #expect(themes.entries.map(\.path) == [dawn, mine])
        #expect(try themes.scheme(named: "dusk").name == "Mine")
    }

    @Test func `an unknown theme is answered with those there are`() throws {
        let directory = try TemporaryDirectory()
        _ = try directory.write("scheme: Dusk\n" + colors(), to: "dusk.yaml")
        let themes = ThemeDirectories([directory.path])
        expectMistake(
            .unknownName,
            """
            There is no theme "../dusk".
            There is only `dusk`.
            """
        ) { _ = try themes.scheme(named: "../dusk") }
        expectMistake(
            .unknownName,
            """
            There is no theme "dsuk".
            Did you mean `dusk`?
            """
        ) { _ = try themes.scheme(named: "dsuk") }
    }
}
