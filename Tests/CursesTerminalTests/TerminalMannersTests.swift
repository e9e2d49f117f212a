import CellUI
import Glibc
import Testing

@testable import CursesTerminal

extension CursesTerminalTests {
    @Test func `several changes are shown at once, and one needs no bracket`() throws {
        let terminal = try open()
        defer { terminal.close() }
        var frame = frame("one two")
        try terminal.present(frame, cursor: nil)
        _ = device.output()
        frame.write("six", at: Point(x: 4, y: 0), style: .plain)
        try terminal.present(frame, cursor: nil)
        #expect(!device.output().contains("[?2026"))
        frame.write("one", at: Point(x: 4, y: 0), style: .plain)
        frame.write("two", at: Point(x: 0, y: 2), style: .plain)
        try terminal.present(frame, cursor: nil)
        let sent = device.output()
        #expect(sent.hasPrefix("\u{1B}[?2026h") && sent.hasSuffix("\u{1B}[?2026l"))
        #expect(sent.contains("two") && sent.split(separator: "[?2026").count == 3)
    }

    @Test func `a window that came back to its size is drawn whole`() throws {
        let terminal = try open()
        defer { terminal.close() }
        try terminal.present(frame("hello"), cursor: nil)
        _ = device.output()
        // It was smaller in between, and that was over before anybody looked.
        kill(getpid(), SIGWINCH)
        let size = Size(width: 20, height: 4)
        #expect(try terminal.nextEvents(timeout: patience) == [.resize(size)])
        try terminal.present(frame("hello"), cursor: nil)
        #expect(device.output().contains("hello"))
    }

    @Test func `another program can be stopped together with this one`() throws {
        func stop() -> sighandler_t? {
            var action = sigaction()
            sigaction(SIGTSTP, nil, &action)
            return action.__sigaction_handler.sa_handler
        }
        let terminal = try open()
        defer { terminal.close() }
        #expect(stop() != nil)
        try terminal.released { #expect(stop() == nil) }
        #expect(stop() != nil)
        kill(getpid(), SIGTSTP)
        #expect(try terminal.nextEvents(timeout: patience) == [.key(.ctrl("z"))])
    }

    @Test(arguments: [nil, "/tmp/tmux,1,0"])
    func `a copied text goes to the terminal, and through tmux in both ways`(tmux: String?) throws {
        var environment = ["TERM": "xterm-256color"]
        environment["TMUX"] = tmux
        let terminal = try open(environment)
        defer { terminal.close() }
        _ = device.output()
        try terminal.copyToClipboard("foo")
        let plain = "\u{1B}]52;c;Zm9v\u{7}"
        let wrapped = "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;Zm9v\u{7}\u{1B}\\"
        #expect(device.output() == (tmux == nil ? plain : plain + wrapped))
    }

    @Test func `what only misleads a reader never reaches the terminal`() throws {
        let terminal = try open()
        defer { terminal.close() }
        _ = device.output()
        let text = "a\u{200D}b\u{202E}c\u{200B}d\u{2066}e\u{FEFF}\u{200F}f\u{61C}g"
        for (row, character) in text.unicodeScalars.enumerated() {
            var frame = CellBuffer(size: Size(width: 20, height: 4))
            frame.write("x\(character)y", at: Point(x: 0, y: row % 4), style: .plain)
            frame.write(String(character), at: Point(x: 10, y: row % 4), style: .plain)
            try terminal.present(frame, cursor: nil)
        }
        let formats = device.output().unicodeScalars.filter {
            $0.properties.generalCategory == .format
        }
        #expect(formats.isEmpty)
    }
}
