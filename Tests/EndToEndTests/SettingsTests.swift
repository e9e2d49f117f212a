import Foundation
import Testing

extension EndToEndTests {
    /// What a person changes of the screen, and what becomes of it.
    struct SettingsTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        private static let configuration = """
            theme: nord
            keys: {hold: [X], settings: [f9]}

            """

        @Test func `a theme is looked at, left, and kept beside the configuration`() throws {
            try scratch.configure(Self.configuration)
            let terminal = try TmuxSession(scratch)
            defer { terminal.end() }
            try terminal.shell("clear; $PODIUM")
            try terminal.wait(for: "enter ask")
            try terminal.press("Tab")
            try terminal.wait(for: "┏ samples")
            let before = try terminal.colors()

            try openThemes(terminal)
            #expect(isShown(nearly: before, try terminal.colors()))
            try terminal.type("gruvbox-light")
            try terminal.wait("the preview") { _ in
                !isShown(nearly: before, try terminal.colors())
            }
            try terminal.press("Escape")
            try terminal.wait("the colours as they were") { _ in try terminal.colors() == before }
            #expect(!scratch.exists("config/podium/settings.yaml"))

            try openThemes(terminal)
            try terminal.type("gruvbox-light")
            try terminal.press("Enter")
            try terminal.wait("the list goes") { !$0.contains("╭ colours") }
            let kept = try terminal.colors()
            #expect(kept != before)
            let saved = try scratch.read("config/podium/settings.yaml")
            #expect(saved.contains(#"theme: "gruvbox-light""#))
            #expect(try scratch.read("config/podium/config.yaml") == Self.configuration)

            try terminal.press("q")
            try terminal.wait("the shell") { !$0.contains("samples") }
            try terminal.shell("clear; $PODIUM")
            try terminal.wait(for: "enter ask")
            try terminal.press("Tab")
            try terminal.wait("the kept colours") { _ in try terminal.colors() == kept }
        }

        private func openThemes(_ terminal: TmuxSession) throws {
            try terminal.press("T")
            try terminal.wait(for: "╭ colours", "type to narrow")
        }

        /// Whether the first line, which nothing covers, has the same colours.
        private func isShown(nearly before: String, _ colors: String) -> Bool {
            before.split(separator: "\n").first == colors.split(separator: "\n").first
        }

        @Test func `a setting holds at once, and the keys are those of the configuration`() throws {
            try scratch.configure(Self.configuration)
            let terminal = try TmuxSession(scratch)
            defer { terminal.end() }
            try terminal.shell("$PODIUM")
            try terminal.wait(for: "enter ask")
            try terminal.press("Tab", "F9")
            try terminal.wait("the settings") { value("hold each plan", in: $0) == "no" }
            try terminal.type("hold each")
            try terminal.press("Enter")
            try terminal.wait("the other value") { value("hold each plan", in: $0) == "yes" }
            try terminal.press("Escape")
            try terminal.wait("the settings go") { !$0.contains("╭ settings") }
            #expect(try scratch.read("config/podium/settings.yaml").contains("interface"))
            #expect(try scratch.read("config/podium/config.yaml") == Self.configuration)

            try terminal.press("BTab")
            try terminal.type("6 * 7")
            try terminal.press("Enter")
            try terminal.wait(for: "? approve?", "X hold")
            try terminal.press("Space", "X")
            try terminal.wait(for: "? held", "holds the run")
            let id = try scratch.latestSession()
            #expect(try scratch.overrides(of: id) == [#"{"kind":"hold"}"#])
        }

        private func value(_ setting: String, in screen: String) -> String? {
            screen.split(separator: "\n").first { $0.contains(setting) }?
                .split(separator: "│").first { $0.contains(setting) }?
                .split(separator: " ").last.map(String.init)
        }

        @Test(
            arguments: [
                ("{hold: [r]}", "The key r would be both hold and reroute."),
                ("{hold: [hyper-x]}", "\"hyper-x\" is no key."),
                ("{holt: [H]}", "hold"),
            ]
        )
        func `keys that cannot be are told before the screen opens`(keys: String, why: String)
            throws
        {
            try scratch.configure("keys: \(keys)\n")
            let terminal = try TmuxSession(scratch, columns: 200)
            defer { terminal.end() }
            try terminal.shell("$PODIUM; echo status $?.")
            let screen = try terminal.wait(for: "status 2.")
            #expect(screen.contains(why))
            #expect(screen.contains("config.yaml:1:"))
            #expect(try terminal.value("#{alternate_on}") == "0")
        }
    }
}
