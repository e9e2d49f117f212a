import Foundation
import Testing

extension EndToEndTests {
    /// Links of an answer in terminals that have hyperlinks, and in others.
    struct LinkTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
            let plan = """
                model_id = [0]
                subtasks = ["Find it."]
                access_list = [[]]
                """
            let answer =
                "See [the page](https://a.org/p\u{202E}q), [a file](file:///etc/passwd) and"
                + " [both](https://a.org/\u{1B}]0;owned\u{07}). Done."
            try scratch.serve(.text([plan]), .text([answer]))
        }

        private static let address = ";https://a.org/p%E2%80%AEq\u{1B}\\"

        @Test(arguments: [["run", "Where?"], ["Where?"]], ["1", "0"])
        func `an address is told to the terminal that may have it, and no other is`(
            arguments: [String],
            hyperlinks: String
        ) throws {
            let program = try TerminalProgram(
                scratch,
                arguments,
                environment: ["TERM": "xterm-256color", "PODIUM_HYPERLINKS": hyperlinks]
            )
            let isScreen = arguments.count == 1
            try program.read(until: "Done.")
            if isScreen {
                if hyperlinks == "1" { try program.read(until: Self.address) }
                try program.read(until: "answered")
                program.type("q")
            }
            #expect(try program.finish() == 0)
            #expect(program.text.contains(Self.address) == (hyperlinks == "1"))
            let opened = program.text.components(separatedBy: "\u{1B}]8;").dropFirst()
            #expect(opened.isEmpty == (hyperlinks == "0"))
            let targets = Set(
                opened.map { $0.prefix { $0 != "\u{1B}" }.split(separator: ";").last }
            )
            #expect(
                targets.subtracting([nil])
                    == (hyperlinks == "1" ? ["https://a.org/p%E2%80%AEq"] : [])
            )
            #expect(opened.last?.hasPrefix(";\u{1B}\\") ?? true)
            #expect(!program.text.contains("\u{1B}]0;owned"))
        }
    }
}
