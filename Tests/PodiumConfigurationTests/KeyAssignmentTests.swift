import PodiumConfiguration
import Testing

/// `keys`, whose commands and keys only the screen knows.
struct KeyAssignmentTests {
    @Test func `a command has a key, several, or none`() throws {
        let keys = try read(
            """
            keys:
              reroute: R
              hold: [space, p, "1", 2]
              "undo": []
            """
        ).keys
        #expect(keys.map(\.command) == ["reroute", "hold", "undo"])
        #expect(keys.map(\.keys) == [["R"], ["space", "p", "1", "2"], []])
        #expect(keys.map(\.line) == [2, 3, 4])
        #expect(keys.map(\.column) == [3, 3, 3])
        #expect(keys.allSatisfy { $0.file == "config.yaml" })
        #expect(try read("theme: a").keys.isEmpty)
    }

    @Test(arguments: [" ", "#", "~", "?", "ctrl-r", "é", "漢"])
    func `a quoted key is taken as it stands`(key: String) throws {
        #expect(try read("keys: {find: \"\(key)\"}").keys.map(\.keys) == [[key]])
    }

    @Test func `a key that YAML takes for nothing is told how to write`() {
        expectMistake(
            .badValue,
            in: "keys: {find: ~}",
            """
            config.yaml:1:14: keys.find: Expected a key such as R, space or "#", or a list of keys, \
            found nothing.
            Quote a special character; write `[]` for no key at all.
            """
        )
    }

    @Test func `a key is a short text on one line`() {
        expectMistake(
            .badValue,
            in: "keys: {find: [/, {a: b}]}",
            """
            config.yaml:1:18: keys.find[1]: Expected a key such as R, space or "#", or a list of \
            keys, found a mapping.
            Quote a special character; write `[]` for no key at all.
            """
        )
        for text in [#""""#, #""a\nb""#, String(repeating: "x", count: 33)] {
            #expect(throws: ConfigurationError.self) { try read("keys: {find: \(text)}") }
        }
    }

    @Test func `keys are a mapping from commands`() {
        expectMistake(
            .badValue,
            in: "keys: [R]",
            "config.yaml:1:7: keys: Expected a mapping from names of commands to keys, found a list."
        )
        expectMistake(
            .badValue,
            in: #"keys: {"": R}"#,
            #"config.yaml:1:8: keys.: Expected a name for the command, found ""."#
        )
    }

    @Test func `a command that is written twice is refused`() {
        expectMistake(
            .duplicate,
            in: "keys:\n  hold: a\n  hold: b",
            """
            config.yaml:2:3: The key "hold" is written more than once; the first is here.
            Keep one of them.
            """
        )
    }

    @Test func `the screen can tell a command that there is not, and a clash`() throws {
        let key = try #require(try read("limits: {}\nkeys: {rerout: R}").keys.first)
        #expect(
            key.unknownCommand(among: ["hold", "reroute"]).description == """
                config.yaml:2:8: keys.rerout: There is no command "rerout".
                Did you mean `reroute`?
                """
        )
        let clash = key.mistake(.conflict, "R is the key of `retry`.", advice: "Choose another.")
        #expect(clash.code == .conflict)
        #expect(
            clash.description == """
                config.yaml:2:8: keys.rerout: R is the key of `retry`.
                Choose another.
                """
        )
    }
}
