import Foundation
import Glibc

/// A real terminal: a shell in a tmux server of its own.
///
/// It waits by looking at the screen again and again, a bounded number of times.
final class TmuxSession {
    struct Unexpected: Error, CustomStringConvertible {
        var description: String
    }

    /// How often the screen is looked at before a test gives up. Each look is a process, so a slow
    /// machine also looks more slowly.
    /// `PODIUM_TEST_TRIES` sets fewer, for who mends a test and does not want to wait.
    static let tries =
        ProcessInfo.processInfo.environment["PODIUM_TEST_TRIES"].flatMap(Int.init) ?? 20_000

    /// Between two looks, in microseconds.
    private static let pause: useconds_t = 10_000

    private let scratch: Scratch
    private let server = "podium-test-\(getpid())-\(UInt32.random(in: 0 ... .max))"

    init(_ scratch: Scratch, columns: Int = 120, rows: Int = 36) throws {
        self.scratch = scratch
        try tmux(
            "new-session",
            "-d",
            "-x",
            "\(columns)",
            "-y",
            "\(rows)",
            "-c",
            scratch.path,
            "exec sh -i"
        )
        _ = try wait("the shell") { $0.contains("ready>") }
    }

    /// Ends this server, and no other, and removes its socket, which tmux leaves behind.
    func end() {
        let socket = try? value("#{socket_path}")
        _ = try? tmux("kill-server")
        if let socket { unlink(socket) }
    }

    // MARK: Acting

    /// Types text as it is.
    func type(_ text: String) throws {
        try tmux("send-keys", "-l", "--", text)
    }

    /// Presses keys by tmux's names: `Enter`, `Tab`, `C-c`, `Down`.
    func press(_ keys: String...) throws {
        try tmux(["send-keys"] + keys)
    }

    func shell(_ command: String) throws {
        try type(command)
        try press("Enter")
    }

    /// Pastes a text as a terminal does, in brackets where the program asks for them.
    func paste(_ text: String) throws {
        try tmux("set-buffer", "--", text)
        try tmux("paste-buffer", "-p")
    }

    enum Button: Int { case left = 0, right = 2 }

    /// Clicks on the first place where the screen shows the text. Before it, on its line, there must
    /// be narrow characters only.
    func click(_ text: String, _ button: Button = .left) throws {
        let screen = try wait(for: text)
        for (row, line) in screen.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            guard let place = line.range(of: text)?.lowerBound else { continue }
            let column = line.distance(from: line.startIndex, to: place) + 1
            let report = "\u{1B}[<\(button.rawValue);\(column);\(row + 1)"
            return try type(report + "M" + report + "m")
        }
    }

    /// Lets programs fill tmux's buffer by OSC 52.
    func takeClipboard() throws {
        try tmux("set-option", "-s", "set-clipboard", "on")
    }

    func resize(columns: Int, rows: Int) throws {
        try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
    }

    // MARK: Looking

    func screen() throws -> String {
        try tmux("capture-pane", "-p")
    }

    /// The screen with the sequences that set its colours and attributes.
    func colors() throws -> String {
        try tmux("capture-pane", "-p", "-e")
    }

    /// The lines of the screen, and those that scrolled off it.
    func history() throws -> [String] {
        try tmux("capture-pane", "-p", "-J", "-S", "-").split(separator: "\n").map {
            String($0).trimmingCharacters(in: .whitespaces)
        }
    }

    /// What was copied last.
    func clipboard() throws -> String {
        try tmux("show-buffer")
    }

    /// The value of a tmux format such as `#{pane_title}`.
    func value(_ format: String) throws -> String {
        try tmux("display-message", "-p", format).trimmingCharacters(in: .newlines)
    }

    /// What a program in the terminal has copied.
    func copied() throws -> String {
        try tmux("show-buffer")
    }

    func set(_ option: String, _ value: String) throws {
        try tmux("set-option", "-g", option, value)
    }

    /// Shows what was written to another terminal of this size, and nothing else from then on.
    func show(recorded bytes: [UInt8]) throws {
        let file = scratch.path + "/recorded"
        guard FileManager.default.createFile(atPath: file, contents: Data(bytes)) else {
            throw Unexpected(description: "\(file) cannot be written")
        }
        try shell("stty raw -echo; cat recorded; exec cat")
    }

    /// Looks at the screen until the predicate holds, and returns it.
    @discardableResult
    func wait(_ what: String, until holds: (String) throws -> Bool) throws -> String {
        var last = ""
        for _ in 0..<Self.tries {
            last = try screen()
            if try holds(last) { return last }
            // What is waited for needs the processor more than looking does.
            usleep(Self.pause)
        }
        throw Unexpected(description: "\(what) did not come; the screen is:\n\(last)")
    }

    @discardableResult
    func wait(for texts: String...) throws -> String {
        try wait("\(texts)") { screen in texts.allSatisfy(screen.contains) }
    }

    @discardableResult
    private func tmux(_ arguments: String...) throws -> String {
        try tmux(arguments)
    }

    @discardableResult
    private func tmux(_ arguments: [String]) throws -> String {
        let process = try ChildProcess(
            "tmux",
            ["-L", server, "-f", "/dev/null", "-u"] + arguments,
            environment: scratch.environment,
            errors: scratch.path + "/tmux-errors"
        )
        guard try process.finish() == 0 else {
            throw Unexpected(description: "tmux \(arguments): \(try scratch.read("tmux-errors"))")
        }
        return process.text
    }
}
