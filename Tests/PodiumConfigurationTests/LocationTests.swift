import PodiumConfiguration
import Testing

struct LocationTests {
    @Test func `the file is under XDG_CONFIG_HOME, else under the home directory`() {
        #expect(
            Configuration.defaultPath(environment: ["XDG_CONFIG_HOME": "/x", "HOME": "/h"])
                == "/x/podium/config.yaml"
        )
        #expect(
            Configuration.defaultPath(environment: ["XDG_CONFIG_HOME": "", "HOME": "/h"])
                == "/h/.config/podium/config.yaml"
        )
        #expect(
            Configuration.defaultPath(environment: ["XDG_CONFIG_HOME": "relative"]) == nil
        )
    }

    @Test func `without a file at the default place the built-in configuration holds`() throws {
        let directory = try TemporaryDirectory()
        let configuration = try Configuration.load(
            path: nil,
            environment: ["HOME": directory.path],
            embeddedWorkers: embeddedWorkers
        )
        #expect(configuration == .builtIn(embeddedWorkers: embeddedWorkers))
    }

    @Test func `the file at the default place is read`() throws {
        let directory = try TemporaryDirectory()
        let file = try directory.write("theme: dusk", to: ".config/podium/config.yaml")
        let configuration = try Configuration.load(
            path: nil,
            environment: ["HOME": directory.path],
            embeddedWorkers: embeddedWorkers
        )
        #expect(configuration.interface.theme == "dusk")
        #expect(configuration.file == file)
    }

    @Test func `a mistake in the file at the default place is not passed over`() throws {
        let directory = try TemporaryDirectory()
        let file = try directory.write("thme: dusk", to: "podium/config.yaml")
        let message = """
            \(file):1:1: thme: There is no such key.
            Did you mean `theme`?
            """
        expectMistake(.unknownKey, message) {
            _ = try Configuration.load(
                path: nil,
                environment: ["XDG_CONFIG_HOME": directory.path],
                embeddedWorkers: embeddedWorkers
            )
        }
    }
}
