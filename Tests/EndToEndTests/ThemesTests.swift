import Foundation
import Testing

extension EndToEndTests {
    /// The themes there are, and which one a terminal gets.
    struct ThemesTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
            try FileManager.default.createDirectory(
                atPath: "\(scratch.path)/config/podium/themes",
                withIntermediateDirectories: true
            )
        }

        private func theme(_ name: String, background: String = "#102030") -> String {
            let colors = (0..<16).map { index in
                let digit = String(index, radix: 16, uppercase: true)
                return "  base0\(digit): \"\(index == 0 ? background : "#d0d0d0")\"\n"
            }
            return "name: \"\(name)\"\npalette:\n" + colors.joined()
        }

        private func row(_ name: String, of run: ProgramRun) throws -> [String: Any] {
            try #require(try run.objects().first { $0["name"] as? String == name })
        }

        @Test func `every theme is listed, with where it is and which one is in use`() throws {
            try scratch.write(theme("Evening"), to: "config/podium/themes/evening.yaml")
            try scratch.write(theme("My Nord"), to: "config/podium/themes/nord.yaml")
            let list = try scratch.run("themes")
            #expect(list.status == 0)
            #expect(list.lines.first?.hasPrefix("theme") == true)
            #expect(list.lines.count > 12)
            #expect(
                list.lines.contains {
                    $0.hasPrefix("evening ")
                        && $0.hasSuffix(scratch.path + "/config/podium/themes/evening.yaml")
                }
            )
            #expect(!scratch.exists("data"))

            let free = try scratch.run("themes", "--json")
            #expect(try row("podium-dark", of: free)["use"] as? String == "onDarkTerminals")
            #expect(try row("podium-light", of: free)["use"] as? String == "onLightTerminals")
            #expect(try row("evening", of: free)["variant"] as? String == "dark")
            #expect(try row("dracula", of: free)["origin"] as? String == "bundled")
            let nord = try row("nord", of: free)
            #expect(nord["origin"] as? String == "user")
            #expect(nord["title"] as? String == "My Nord")

            try scratch.configure("theme: evening\n")
            let chosen = try scratch.run("themes", "--json")
            let used = try chosen.objects().filter { $0["use"] != nil }
            #expect(used.map { $0["name"] as? String } == ["evening"])
            #expect(used.first?["use"] as? String == "always")
        }

        @Test func `a broken theme is listed with its error, and the others too`() throws {
            try scratch.write(
                theme("Bad").replacingOccurrences(of: "\"#102030\"", with: "\"#10\\u001b[31m\""),
                to: "config/podium/themes/bad.yaml"
            )
            let list = try scratch.run("themes")
            #expect(list.status == 0)
            #expect(list.lines.contains { $0.hasPrefix("bad ") && $0.contains("broken") })
            #expect(list.output.contains("bad.yaml:3:11: palette.base00:"))
            #expect(list.output.contains("podium-contrast-light"))
            #expect(list.controls.isEmpty)
            let bad = try row("bad", of: try scratch.run("themes", "--json"))
            #expect((bad["error"] as? String)?.contains("bad.yaml:3:11") == true)
            #expect(bad["variant"] == nil)

            let shown = try scratch.run("themes", "show", "bad")
            #expect(shown.status == 2)
            #expect(shown.output.isEmpty)
            #expect(shown.errors.contains("bad.yaml:3:11"))
        }

        @Test func `a theme that is not there is told with those that are`() throws {
            let shown = try scratch.run("themes", "show", "dracul")
            #expect(shown.status == 2)
            #expect(shown.errors.contains("Did you mean `dracula`?"))

            try scratch.configure("theme: dracul\n")
            let list = try scratch.run("themes")
            #expect(list.status == 0)
            #expect(list.errors.contains("Did you mean `dracula`?"))
            #expect(list.output.contains("dracula"))
        }

        @Test func `a theme is shown as values where no colours can be`() throws {
            let path = try scratch.write(theme("Evening\\u202e"), to: "evening.yaml")
            let shown = try scratch.run("themes", "show", path)
            #expect(shown.status == 0)
            #expect(shown.controls.isEmpty)
            let text = shown.lines.first { $0.hasPrefix("text ") }
            #expect(text?.contains("#d0d0d0  #102030") == true)

            let json = try scratch.run("themes", "show", "podium-contrast-dark", "--json")
            let roles = try #require(try json.objects().first?["roles"] as? [[String: Any]])
            #expect(roles.count > 25)
            #expect(roles.allSatisfy { ($0["contrast"] as? Double ?? 0) >= 7 })
        }

        @Test func `themes are there without any file`() throws {
            let list = try scratch.run("themes", environment: ["PODIUM_SHARE": scratch.path])
            #expect(list.lines.count == 3)
            #expect(list.lines.filter { $0.hasSuffix("built in") }.count == 2)
            let shown = try scratch.run(
                "themes",
                "show",
                "podium-light",
                environment: ["PODIUM_SHARE": scratch.path]
            )
            #expect(shown.output.contains("#272d3b  #fbfaf6"))
        }

        @Test func `a terminal shows the colours, unless NO_COLOR is set`() throws {
            let terminal = try TmuxSession(scratch, columns: 80, rows: 60)
            defer { terminal.end() }
            try terminal.shell("COLORTERM=truecolor $PODIUM themes show dracula; echo done $?")
            let colored = try terminal.wait(for: "Dracula (dark)", "overridden", "done 0")
            #expect(colored.contains("quick brown fox"))
            #expect(try terminal.colors().contains("48;2;40;42;54"))
            try terminal.shell("clear; NO_COLOR=1 $PODIUM themes show dracula; echo done $?")
            try terminal.wait(for: "#ffb86c  #282a36", "done 0")
            #expect(try !terminal.colors().contains("48;2;"))
        }

        /// `podium-light` has the white of the 256 colours for its background, and a chosen theme
        /// stays.
        @Test func `a light terminal gets the light theme, unless one was chosen`() throws {
            let terminal = try TmuxSession(scratch, columns: 80, rows: 24)
            defer { terminal.end() }
            try terminal.shell("COLORFGBG='0;15' $PODIUM")
            try terminal.wait(for: "question", "samples")
            #expect(try terminal.colors().contains("48;5;231m"))
            try terminal.press("C-c")
            try terminal.wait(for: "ready>")
            try terminal.shell("clear; COLORFGBG='0;15' $PODIUM --theme podium-dark")
            try terminal.wait(for: "question", "samples")
            #expect(try !terminal.colors().contains("48;5;231m"))
        }
    }
}
