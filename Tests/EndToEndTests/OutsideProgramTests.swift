import Foundation
import Testing

extension EndToEndTests {
    /// Programs of the person's own, as the environment names them.
    struct OutsideProgramTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
            try scratch.configure("conductor: rules\n")
        }

        /// Opens the subtask of the first step in an editor; the screen's bytes behind that.
        private func edit(with editor: String, until text: String) throws {
            let program = try TerminalProgram(
                scratch,
                ["--ask", Sample.product],
                environment: [
                    "TERM": "xterm-256color", "EDITOR": editor, "TMPDIR": scratch.path,
                ]
            )
            try program.read(until: "approve?")
            program.type("1")
            program.type("E")
            try program.read(until: text)
            program.signal(SIGTERM)
            _ = try program.finish()
        }

        @Test(arguments: ["'NAME' ", "\"NAME\" --flag 'let g:x = 1'", "~/'my editor'"])
        func `the line of an editor is the shell's to read`(line: String) throws {
            let name = try scratch.write(
                "#!/bin/sh\nfor last; do :; done\nprintf '%s' \"$#\" >\"\(scratch.path)/count\"\n"
                    + "printf 'Written outside.\\n' >\"$last\"\n",
                to: "home/my editor"
            )
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: name)
            try edit(with: line.replacing("NAME", with: name), until: "Written outside.")
            #expect(try scratch.read("count") == (line.contains("--flag") ? "3" : "1"))
        }

        @Test func `an editor that is not there is named`() throws {
            try edit(
                with: "no-such-editor -w",
                until: "EDITOR: `no-such-editor -w` cannot be started"
            )
        }

        @Test func `what an editor saved in another encoding is kept and not taken`() throws {
            try scratch.write("printf 'one\\ncaf\\351\\n' >\"$1\"\n", to: "editor")
            try edit(
                with: "sh '\(scratch.path)/editor'",
                until: "is not UTF-8 text (line 2). It is kept"
            )
            let stored = try scratch.run("sessions", "show", try scratch.latestSession(), "--json")
            #expect(!stored.output.contains("caf"))
        }
    }
}
