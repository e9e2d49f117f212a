import PodiumConfiguration
import Testing

struct FileErrorTests {
    private func load(_ path: String) throws {
        _ = try Configuration.load(
            path: path,
            environment: [:],
            embeddedWorkers: embeddedWorkers
        )
    }

    @Test func `a file that is named has to be there`() {
        expectMistake(.missingFile, "/nowhere/config.yaml: There is no such file.") {
            try load("/nowhere/config.yaml")
        }
    }

    @Test func `a directory is no file`() {
        expectMistake(.unreadableFile, "/tmp: This is a directory, not a file.") {
            try load("/tmp")
        }
    }

    @Test func `an endless file is given up`() {
        expectMistake(
            .tooLarge,
            "/dev/zero: The file is larger than 1 MB, which is the limit."
        ) {
            try load("/dev/zero")
        }
    }

    @Test func `an empty device is an empty file`() throws {
        try load("/dev/null")
    }

    @Test func `text that is not UTF-8 is refused with its line`() throws {
        let directory = try TemporaryDirectory()
        let file = try directory.write(Array("a: 1\nb: ".utf8) + [0xE9, 0x0A], to: "latin.yaml")
        let message = """
            \(file):2: The file is not UTF-8 text.
            Save it with the encoding UTF-8.
            """
        expectMistake(.notText, message) { try load(file) }
    }

    @Test func `a byte order mark does no harm`() throws {
        let directory = try TemporaryDirectory()
        let file = try directory.write([0xEF, 0xBB, 0xBF] + Array("theme: a".utf8), to: "c.yaml")
        let configuration = try Configuration.load(path: file, embeddedWorkers: [])
        #expect(configuration.interface.theme == "a")
    }

    @Test func `a control character is named and never shown`() {
        expectMistake(
            .notText,
            in: "theme: dusk\n# \u{1B}[31m",
            """
            config.yaml:2:3: The control character U+001B is not allowed in YAML.
            Delete it.
            """
        )
    }
}
