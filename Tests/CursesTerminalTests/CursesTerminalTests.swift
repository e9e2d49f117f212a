import CellUI
import Glibc
import Testing

@testable import CursesTerminal

/// The whole terminal on a pseudo-terminal. One at a time: ncurses and signals are the process's.
@Suite(.serialized)
struct CursesTerminalTests {
    let device: PseudoTerminal
    let patience = Duration.seconds(20)

    init() throws {
        device = try PseudoTerminal(columns: 20, rows: 4)
    }

    func open(
        _ environment: [String: String] = ["TERM": "xterm-256color"],
        ascii: Bool = false,
        asksBackground: Bool = false
    ) throws -> CursesTerminal {
        try CursesTerminal(
            options: TerminalOptions(
                ascii: ascii,
                asksBackground: asksBackground,
                inputDescriptor: device.program,
                outputDescriptor: device.program,
                locale: "C.UTF-8",
                environment: { environment[$0] }
            )
        )
    }

    func frame(_ text: String, style: Style = .plain) -> CellBuffer {
        var buffer = CellBuffer(size: Size(width: 20, height: 4))
        buffer.write(text, at: .zero, style: style)
        return buffer
    }

    @Test func `the terminal is given back as it was, and closing twice does no harm`() throws {
        let before = device.settings
        let terminal = try open()
        #expect(device.settings != before)
        #expect(terminal.size == Size(width: 20, height: 4))
        try terminal.present(frame("hello"), cursor: nil)
        let shown = device.output()
        #expect(shown.contains("\u{1B}[?1049h") && shown.contains("\u{1B}[?2004h"))
        #expect(shown.contains("hello"))
        terminal.close()
        terminal.close()
        let rest = device.output()
        #expect(rest.contains("\u{1B}[?2004l") && rest.contains("\u{1B}[?1049l"))
        #expect(rest.contains("\u{1B}[?1002l"))
        #expect(device.settings == before)
        #expect(terminal.size == .zero)
        #expect(throws: TerminalError.self) { try terminal.present(frame("x"), cursor: nil) }
        #expect(throws: TerminalError.self) { try terminal.nextEvents(timeout: .zero) }
    }

    @Test func `only what changed is sent`() throws {
        let terminal = try open()
        defer { terminal.close() }
        try terminal.present(frame("hello world"), cursor: nil)
        _ = device.output()
        try terminal.present(frame("hello world"), cursor: nil)
        #expect(device.output().isEmpty)
        try terminal.present(frame("hello there"), cursor: nil)
        let change = device.output()
        #expect(change.contains("there"))
        #expect(!change.contains("hello"))
    }

    @Test func `clusters are sent so that every terminal takes the same columns`() throws {
        let terminal = try open()
        defer { terminal.close() }
        #expect(terminal.capabilities.unicode)
        try terminal.present(frame("é漢e\u{301}👍🏽❤\u{FE0F}🇩🇪x"), cursor: nil)
        #expect(device.output().contains("é漢e\u{301}👍❤ 🇩🇪x"))
    }

    @Test func `ASCII is all that is sent where nothing else can be shown`() throws {
        let terminal = try open(ascii: true)
        defer { terminal.close() }
        #expect(!terminal.capabilities.unicode)
        try terminal.present(frame("╭─ é漢 👍🏽 │"), cursor: nil)
        let sent = device.output()
        #expect(sent.utf8.allSatisfy { $0 < 0x80 })
        #expect(sent.contains("+- ?? "))
    }

    @Test func `NO_COLOR takes colours away and leaves attributes`() throws {
        let terminal = try open(["TERM": "xterm-256color", "NO_COLOR": "1"])
        defer { terminal.close() }
        #expect(terminal.capabilities.colorDepth == .none)
        _ = device.output()
        let style = Style(foreground: .rgb(255, 0, 0), background: .indexed(4)).bold()
        try terminal.present(frame("x", style: style), cursor: nil)
        let sent = device.output()
        #expect(sent.contains("1mx"))
        #expect(!sent.contains("[3") && !sent.contains("[48") && !sent.contains("44m"))
    }

    @Test func `an unknown terminal is used as a usual one, with a notice`() throws {
        let terminal = try open(["TERM": "no-such-terminal"])
        defer { terminal.close() }
        #expect(terminal.notice?.contains("no-such-terminal") == true)
        #expect(terminal.capabilities.colorDepth >= .ansi8)
    }

    @Test func `more styles than colour pairs are drawn all the same`() throws {
        let terminal = try open(["TERM": "linux"])
        defer { terminal.close() }
        #expect(terminal.capabilities.colorDepth == .ansi8)
        for step in 0..<100 {
            let style = Style(
                foreground: .indexed(UInt8(step % 8)),
                background: .indexed(UInt8(step / 8 % 8))
            )
            try terminal.present(frame("step \(step)", style: style), cursor: nil)
        }
        #expect(device.output().contains("99"))
    }

    @Test func `keys typed together arrive together, and a wake from another thread too`() throws {
        let terminal = try open()
        defer { terminal.close() }
        device.type("a\u{1B}[A\u{3}")
        #expect(
            try terminal.nextEvents(timeout: patience)
                == [.key(.character("a")), .key(.up), .key(.ctrl("c"))]
        )
        device.type("\u{1B}")
        #expect(try terminal.nextEvents(timeout: patience) == [.key(.escape)])
        device.type("\u{1B}[200~two\rlines\u{1B}[201~")
        #expect(try terminal.nextEvents(timeout: patience) == [.paste("two\nlines")])
        let waker = terminal.waker
        waker.wake()
        waker.wake()
        #expect(try terminal.nextEvents(timeout: patience) == [.wake])
        #expect(try terminal.nextEvents(timeout: .zero).isEmpty)
        Task.detached { waker.wake() }
        #expect(try terminal.nextEvents(timeout: nil) == [.wake])
    }

    @Test func `the terminal is asked for its background, and its answer is an event`() throws {
        let terminal = try open(asksBackground: true)
        defer { terminal.close() }
        #expect(device.output().contains("\u{1B}]11;?\u{1B}\\"))
        device.type("\u{1B}]11;rgb:fbfb/fafa/f6f6\u{1B}\\")
        #expect(try terminal.nextEvents(timeout: patience) == [.background(RGB(251, 250, 246))])
    }

    @Test func `an answer that is cut behind its escape is no key, and an escape still is one`()
        throws
    {
        let terminal = try open(asksBackground: true)
        defer { terminal.close() }
        device.type("\u{1B}")
        #expect(try terminal.nextEvents(timeout: .milliseconds(300)).isEmpty)
        device.type("]11;rgb:fbfb/fafa/f6f6\u{1B}\\")
        #expect(try terminal.nextEvents(timeout: patience) == [.background(RGB(251, 250, 246))])
        device.type("\u{1B}")
        #expect(try terminal.nextEvents(timeout: patience) == [.key(.escape)])
    }

    @Test func `a short wait does not make a key of half a sequence`() throws {
        let terminal = try open()
        defer { terminal.close() }
        device.type("\u{1B}[")
        for _ in 0..<10 { #expect(try terminal.nextEvents(timeout: .milliseconds(1)).isEmpty) }
        device.type("A")
        #expect(try terminal.nextEvents(timeout: patience) == [.key(.up)])
    }

    @Test func `a text that is too long for one read is one text`() throws {
        let terminal = try open()
        defer { terminal.close() }
        let text = String(repeating: "some words\n", count: 300)
        device.type(text)
        #expect(try terminal.nextEvents(timeout: patience) == [.text(text)])
    }

    @Test func `an answer that nobody reads is gone with the screen`() throws {
        let terminal = try open(asksBackground: true)
        device.type("\u{1B}]11;rgb:fbfb/fafa/f6f6\u{1B}\\\n")
        // The system brings what is typed to this end in its own time.
        var descriptor = pollfd(fd: device.program, events: Int16(POLLIN), revents: 0)
        #expect(poll(&descriptor, 1, 60_000) == 1)
        terminal.close()
        #expect(poll(&descriptor, 1, 0) == 0)
    }

    @Test func `nobody is asked who cannot answer, or when it does not matter`() throws {
        for (term, asks) in [("xterm-256color", false), ("linux", true)] {
            let terminal = try open(["TERM": term, "COLORFGBG": "0;15"], asksBackground: asks)
            defer { terminal.close() }
            #expect(terminal.backgroundGuess == .light)
            #expect(!device.output().contains("]11;"))
        }
    }

    @Test func `a new size is reported and the frame drawn whole`() throws {
        let terminal = try open()
        defer { terminal.close() }
        try terminal.present(frame("hello"), cursor: Point(x: 2, y: 0))
        for (columns, rows) in [(30, 6), (1, 1), (3, 2)] as [(UInt16, UInt16)] {
            device.resize(columns: columns, rows: rows)
            kill(getpid(), SIGWINCH)
            let size = Size(width: Int(columns), height: Int(rows))
            #expect(try terminal.nextEvents(timeout: patience) == [.resize(size)])
            #expect(terminal.size == size)
            _ = device.output()
            try terminal.present(frame("漢字 hello"), cursor: Point(x: 2, y: 0))
            #expect(!device.output().isEmpty)
        }
        // A window of no size keeps the last one, and nothing traps.
        device.resize(columns: 0, rows: 0)
        kill(getpid(), SIGWINCH)
        #expect(try terminal.nextEvents(timeout: .milliseconds(50)).isEmpty)
        try terminal.present(CellBuffer(size: .zero), cursor: .zero)
    }

    @Test func `a window that claims to be larger than any screen is drawn in part`() throws {
        let limit = 1_000
        for (columns, rows) in [(65_535, 24), (80, 65_535), (65_535, 65_535)] as [(UInt16, UInt16)]
        {
            device.resize(columns: columns, rows: rows)
            let terminal = try open()
            let size = Size(width: min(limit, Int(columns)), height: min(limit, Int(rows)))
            #expect(terminal.size == size)
            try terminal.present(frame("hello"), cursor: .zero)
            device.resize(columns: 40, rows: 5)
            kill(getpid(), SIGWINCH)
            #expect(
                try terminal.nextEvents(timeout: patience) == [
                    .resize(Size(width: 40, height: 5))
                ]
            )
            device.resize(columns: columns, rows: rows)
            kill(getpid(), SIGWINCH)
            #expect(try terminal.nextEvents(timeout: patience) == [.resize(size)])
            try terminal.present(CellBuffer(size: size), cursor: .zero)
            _ = device.output()
            terminal.close()
        }
    }

    @Test func `signals that end the process are left to whoever hears them`() throws {
        signal(SIGHUP, SIG_IGN)
        defer { signal(SIGHUP, SIG_DFL) }
        let pipe = try SignalPipe([SIGTERM, SIGHUP])
        pipe.install()
        let terminal = try open()
        for signal in [SIGTERM, SIGHUP] {
            kill(getpid(), signal)
            #expect(try terminal.nextEvents(timeout: .milliseconds(20)).isEmpty)
            #expect(pipe.drain() == [signal])
        }
        terminal.close()
        pipe.uninstall()
        kill(getpid(), SIGHUP)
        #expect(pipe.drain().isEmpty)
    }

    @Test func `a terminal that nobody reads is given back too`() throws {
        let before = device.settings
        let terminal = try open()
        _ = device.output()
        // More than the driver holds for a reader.
        device.fill()
        #expect(device.settings != before)
        CursesTerminal.abandon()
        #expect(device.settings == before)
        #expect(device.output().contains("\u{1B}[?1049l"))
        terminal.close()
    }

    @Test func `another program gets the terminal and gives it back`() throws {
        let before = device.settings
        let terminal = try open()
        defer { terminal.close() }
        try terminal.present(frame("hello"), cursor: nil)
        let during = device.settings
        _ = device.output()
        let answer = try terminal.released {
            #expect(device.settings == before)
            #expect(device.output().contains("\u{1B}[?1049l"))
            return 7
        }
        #expect(answer == 7)
        #expect(device.settings == during)
        try terminal.present(frame("hello"), cursor: nil)
        let sent = device.output()
        #expect(sent.contains("\u{1B}[?1049h") && sent.contains("hello"))
        #expect(sent.contains("\u{1B}[?2004h"))
    }

    @Test func `a file is no terminal`() throws {
        let file = Glibc.open("/dev/null", O_RDWR)
        defer { Glibc.close(file) }
        let error = #expect(throws: TerminalError.self) {
            try CursesTerminal(
                options: TerminalOptions(
                    outputDescriptor: file,
                    environment: { _ in "xterm" }
                )
            )
        }
        #expect(error?.code == .notATerminal)
    }
}
