import PodiumCore
import Foundation
import PodiumConfiguration
import Testing

/// `settings.yaml`, which the program writes itself.
struct SettingsFileTests {
    private let directory: TemporaryDirectory
    private let path: String

    init() throws {
        directory = try TemporaryDirectory()
        path = "\(directory.path)/podium/settings.yaml"
    }

    private func permissions(of path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    private static let advice =
        "Podium keeps here what was changed on its screen. The file may be deleted."

    // MARK: Where

    @Test(arguments: [
        ("/home/x/podium/config.yaml", "/home/x/podium/settings.yaml"),
        ("config.yaml", "settings.yaml"), ("../a.yaml", "../settings.yaml"),
        ("/a.yaml", "/settings.yaml"),
    ])
    func `it is beside the configuration`(configuration: String, settings: String) {
        #expect(SettingsFile.path(besideConfiguration: configuration) == settings)
    }

    @Test(arguments: ["settings.yaml", "/x/settings.yaml"])
    func `a configuration of its name has none, so that it is not written over`(path: String) {
        #expect(SettingsFile.path(besideConfiguration: path) == nil)
    }

    // MARK: Saving

    @Test(arguments: [
        InterfaceSettings(),
        InterfaceSettings(theme: "dusk"),
        InterfaceSettings(mouse: false),
        InterfaceSettings(
            theme: "dusk",
            view: .plain,
            mouse: true,
            ascii: false,
            markdown: true,
            ambiguousWide: false,
            asksApproval: true,
            idleCap: 0.25,
            replayStart: .end,
            bell: true,
            title: false,
            learning: .off
        ),
    ])
    func `what was saved is read again`(settings: InterfaceSettings) throws {
        try SettingsFile.save(settings, to: path)
        #expect(try SettingsFile.load(path: path) == settings)
    }

    @Test(arguments: [
        "true", "~", "7", "# a", "a: b", #"say "hi" \ bye"#, "'", "two\nlines", "\t\u{1B}[31m",
        "\u{202E}\u{2028}\u{85}", "漢字 👍🏽", "/x/y z.yaml", "*a", "null",
    ])
    func `any name of a theme is read again`(theme: String) throws {
        try SettingsFile.save(InterfaceSettings(theme: theme), to: path)
        #expect(try SettingsFile.load(path: path).theme == theme)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
    }

    @Test func `the first line says who writes it`() throws {
        try SettingsFile.save(InterfaceSettings(theme: "dusk", idleCap: 2), to: path)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.hasPrefix("# Podium writes this file"))
        #expect(text.hasSuffix("theme: \"dusk\"\ninterface:\n  idle_cap: 2.0\n"))
    }

    @Test func `only its owner may read it, and nothing is left beside it`() throws {
        try SettingsFile.save(InterfaceSettings(ascii: true), to: path)
        #expect(try permissions(of: path) == 0o600)
        let folder = "\(directory.path)/podium"
        #expect(try permissions(of: folder) == 0o700)
        // Also over a file that others could read.
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        try SettingsFile.save(InterfaceSettings(ascii: false), to: path)
        #expect(try permissions(of: path) == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["settings.yaml"])
    }

    @Test func `settings that could not be read back are not written`() throws {
        try SettingsFile.save(InterfaceSettings(theme: "dusk"), to: path)
        for settings in [
            InterfaceSettings(theme: " "), InterfaceSettings(idleCap: -1),
            InterfaceSettings(idleCap: .nan),
        ] {
            #expect(throws: ConfigurationError.self) { try SettingsFile.save(settings, to: path) }
        }
        #expect(try SettingsFile.load(path: path).theme == "dusk")
    }

    @Test func `a directory that cannot be made is told`() throws {
        let file = try directory.write("a file", to: "podium")
        let message = """
            \(path): The directory \(file) cannot be made.
            Check that it may be made there, and that no file has its name.
            """
        expectMistake(.unwritableFile, message) {
            try SettingsFile.save(InterfaceSettings(), to: path)
        }
    }

    @Test func `a place that cannot be written is told`() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let message = "\(path): This is a directory, not a file."
        expectMistake(.unreadableFile, message) {
            try SettingsFile.save(InterfaceSettings(), to: path)
        }
        expectMistake(
            .unwritableFile,
            """
            /proc/self/settings.yaml: The file cannot be written (No such file or directory).
            Check that its directory is yours, and that there is room.
            """
        ) { try SettingsFile.save(InterfaceSettings(), to: "/proc/self/settings.yaml") }
    }

    // MARK: Broken files

    @Test func `a missing or empty file says nothing`() throws {
        #expect(try SettingsFile.load(path: path) == InterfaceSettings())
        let empty = try directory.write("# nothing\n", to: "empty.yaml")
        #expect(try SettingsFile.load(path: empty) == InterfaceSettings())
    }

    @Test(arguments: [
        (
            "theme: [a", ConfigurationError.Code.syntax,
            ":2:1: This is not valid YAML: did not find expected ',' or ']'.\n"
                + "Check the brackets and commas before this place."
        ),
        (
            "interface: {mous: true}", .unknownKey,
            ":1:13: interface.mous: There is no such key.\nDid you mean `mouse`?"
        ),
        (
            "workers: []", .unknownKey,
            ":1:1: workers: There is no such key.\nThe keys here are `theme` and `interface`."
        ),
        (
            "interface: {ascii: 7}", .badValue,
            ":1:20: interface.ascii: Expected true or false, found 7."
        ),
    ])
    func `a broken file says that it may be deleted, and is not written over`(
        text: String,
        code: ConfigurationError.Code,
        message: String
    ) throws {
        let file = try directory.write(text, to: "podium/settings.yaml")
        let whole = "\(file)\(message)\n\(Self.advice)"
        expectMistake(code, whole) { _ = try SettingsFile.load(path: file) }
        expectMistake(code, whole) {
            try SettingsFile.save(InterfaceSettings(theme: "dusk"), to: file)
        }
        #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
    }
}
