import Foundation
import Testing

extension EndToEndTests {
    /// `podium config`, and the settings it shows.
    struct ConfigCommandTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        private var folder: String { scratch.path + "/config/podium" }

        private func save(_ settings: String) throws {
            try scratch.write(settings, to: "config/podium/settings.yaml")
        }

        /// The parts of `--json` by their names.
        private func parts() throws -> [String: [String: Any]] {
            let objects = try scratch.run("config", "--json").objects()
            return Dictionary(
                uniqueKeysWithValues: objects.map { ($0["name"] as? String ?? "", $0) }
            )
        }

        @Test func `without any file all is built in`() throws {
            let run = try scratch.run("config")
            #expect(run.status == 0)
            #expect(run.lines.first?.split(separator: " ") == ["part", "value", "from"])
            #expect(run.lines.count > 10)
            #expect(run.lines.dropFirst().allSatisfy { $0.hasSuffix("built in") })
            #expect(!scratch.exists("data"))
            #expect(!scratch.exists("config/podium/settings.yaml"))
        }

        @Test func `each part is shown with its file, and no key`() throws {
            try scratch.configure(
                """
                providers: {cloud: {base_url: "https://a.example/v1", key_env: SOME_KEY}}
                workers: [{name: sage, provider: cloud, model: sage-3}]
                conductor: sage
                budget: {usd: 0.25}
                theme: dusk
                interface: {mouse: false, idle_cap: 2}
                keys: {reroute: f7}
                """
            )
            try save("interface: {mouse: true, view: plain}\n")
            let config = folder + "/config.yaml"
            let settings = folder + "/settings.yaml"
            let expected: [(String, String, String?)] = [
                ("theme", "dusk", config), ("interface.view", "plain", settings),
                ("interface.mouse", "1", settings), ("interface.idle_cap", "2", config),
                ("interface.ask", "0", nil), ("conductor", "prompted:sage", config),
                ("limits", "", nil), ("run", "", nil), ("budget", "", config),
            ]
            let parts = try parts()
            for (name, value, file) in expected {
                let part = try #require(parts[name], "\(name)")
                #expect(part["file"] as? String == file, "\(name)")
                if !value.isEmpty {
                    #expect((part["value"] as? NSObject)?.description == value, "\(name)")
                }
            }
            #expect(parts["pools.default"]?["value"] as? [String] == ["sage"])
            #expect(parts["pools.default"]?["file"] as? String == config)
            #expect(parts["pools.embedded"]?["file"] == nil)
            #expect(parts["keys.reroute"]?["value"] as? [String] == ["f7"])
            #expect(parts["budget"]?["value"] as? [String: Double] == ["usd": 0.25])

            let secret = "sk-test-0123456789abcdef"
            let run = try scratch.run("config", environment: ["SOME_KEY": secret])
            #expect(run.status == 0)
            #expect(run.output.contains("usd 0.25"))
            #expect(!run.output.contains(secret))
        }

        @Test func `every mistake is told, wherever the configuration is read`() throws {
            try scratch.configure("thme: dusk\nlimits: {steps: 0}\npools: {x: [nobody]}\n")
            for arguments in [["config", "check"], ["run", "What is 2 + 2?"], ["models"]] {
                let run = try scratch.finish(scratch.start(arguments))
                #expect(run.status == 2)
                #expect(run.output.isEmpty)
                for place in ["config.yaml:1:1: thme", "config.yaml:2:17: ", "config.yaml:3:13: "] {
                    #expect(run.errors.contains(place), "\(arguments): \(run.errors)")
                }
            }
            let doctor = try scratch.run("doctor")
            #expect(doctor.lines.count { $0.hasPrefix("problem  configuration: ") } == 3)
        }

        @Test func `a configuration without a mistake is told as such`() throws {
            #expect(try scratch.run("config", "check").status == 0)
            try scratch.configure("theme: nord\n")
            let run = try scratch.run("config", "check")
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output == "No mistake in \(folder)/config.yaml.\n")
        }

        @Test func `the paths are told, a broken configuration or not`() throws {
            try scratch.configure("thme: dusk\n")
            let run = try scratch.run("config", "path")
            #expect(run.status == 0)
            #expect(
                run.lines == [
                    "config: \(folder)/config.yaml", "settings: \(folder)/settings.yaml",
                    "data: \(scratch.data)", "state: \(scratch.path)/home/.local/state/podium",
                    "themes: \(folder)/themes",
                ]
            )
            let other = try scratch.run("config", "path", "--config", "/x/my.yaml", "--json")
            let object = try #require(try other.objects().first)
            #expect(object["config"] as? String == "/x/my.yaml")
            #expect(object["settings"] as? String == "/x/settings.yaml")
        }

        @Test
        func `settings beside a named configuration count, and those at the usual place do not`()
            throws
        {
            try save("theme: usual\n")
            try FileManager.default.createDirectory(
                atPath: scratch.path + "/mine",
                withIntermediateDirectories: false
            )
            let file = try scratch.write("theme: dusk\n", to: "mine/my.yaml")
            let settings = try scratch.write("theme: dawn\n", to: "mine/settings.yaml")
            let run = try scratch.run("config", "--json", "--config", file)
            let theme = try #require(try run.objects().first { $0["name"] as? String == "theme" })
            #expect(theme["value"] as? String == "dawn")
            #expect(theme["file"] as? String == settings)
        }

        @Test(arguments: [["config"], ["run", "What is 6 times 7?"]])
        func `broken settings are told, and stay as they are`(arguments: [String]) throws {
            let text = "interface: {mous: true}\n"
            try save(text)
            let run = try scratch.finish(scratch.start(arguments))
            #expect(run.status == 2)
            #expect(run.output.isEmpty)
            #expect(run.errors.hasPrefix("podium: \(folder)/settings.yaml:1:13: interface.mous:"))
            #expect(run.errors.contains("may be deleted"))
            #expect(try scratch.read("config/podium/settings.yaml") == text)
        }

        @Test func `a plan is held as the configuration says, and the command line goes before it`()
            throws
        {
            try scratch.configure("interface: {ask: true}\n")
            let question = "What is 6 times 7?"
            let held = try scratch.run("run", "--json", question, input: "approve\n")
            #expect(held.status == 0)
            #expect(held.output.contains(#""asksApproval":true"#))
            let free = try scratch.run("run", "--json", "--no-ask", question)
            #expect(free.status == 0)
            #expect(free.output.contains(#""asksApproval":false"#))
        }

        @Test func `what was set on the screen holds no plan where nobody looks`() throws {
            try save("interface: {ask: true}\n")
            let run = try scratch.run("run", "--json", "What is 6 times 7?")
            #expect(run.status == 0)
            #expect(run.output.contains(#""asksApproval":false"#))
        }

        @Test(arguments: ["config", "doctor"])
        func `a mistake in the keys is told before a screen is opened`(command: String) throws {
            try scratch.configure("keys: {reroute: R}\n")
            let run = try scratch.finish(scratch.start([command]))
            #expect(run.status != 0)
            #expect((run.output + run.errors).contains("The key R would be both"))
        }

        @Test(arguments: [("$PODIUM", false), ("$PODIUM --no-ascii", true)])
        func `the screen is drawn as the settings say, and the command line goes before them`(
            command: String,
            isUnicode: Bool
        ) throws {
            try scratch.configure("interface: {ascii: false}\n")
            try save("interface: {ascii: true}\n")
            let terminal = try TmuxSession(scratch)
            defer { terminal.end() }
            try terminal.shell(command)
            let screen = try terminal.wait(for: "question", "samples", "enter ask")
            #expect(screen.contains("╭") == isUnicode)
            #expect(screen.contains("+ samples --") == !isUnicode)
        }
    }
}
