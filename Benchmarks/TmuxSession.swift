import CellUI
import Glibc

/// tmux on a server of its own: a window with a tiled pane for each of some files, and a client on a
/// pseudo-terminal that a thread empties.
final class TmuxSession {
    struct Failed: Error, CustomStringConvertible {
        var description: String
    }

    struct Figures {
        var seconds: Double
        var serverSeconds: Double
        var clientSeconds: Double
    }

    private let socket = "podium-bench-\(getpid())"
    private let directory: String
    private let panes: Int
    private let client: pid_t
    private let server: pid_t
    private let reader: PseudoTerminal.Reader

    /// Whether tmux is installed.
    static var isAvailable: Bool { spawn(["sh", "-c", "command -v tmux >/dev/null"]) == 0 }

    /// Starts a pane a file; each waits to show it. `directory` is for what they are told by.
    init(showing files: [String], size: Size, directory: String) throws {
        self.directory = directory
        panes = files.count
        spawn(["mkfifo", "\(directory)/go"])
        let commands = files.enumerated().map { index, file in
            ": <\(directory)/go; cat \(file); : >\(directory)/done-\(index); exec sleep 1000"
        }
        (client, reader) = try Self.attach(
            ["tmux", "-u", "-L", socket, "-f", "/dev/null", "new-session", commands[0]],
            size: size
        )
        usleep(500_000)
        for command in commands.dropFirst() {
            spawn(["tmux", "-L", socket, "split-window", command])
            spawn(["tmux", "-L", socket, "select-layout", "tiled"])
        }
        guard let answer = output(of: "tmux -L \(socket) display-message -p '#{pid}'"),
            let server = pid_t(answer.prefix { $0.isNumber })
        else { throw Failed(description: "tmux did not start") }
        self.server = server
    }

    /// Runs tmux on a terminal of its own.
    private static func attach(
        _ command: [String],
        size: Size
    ) throws -> (pid_t, PseudoTerminal.Reader) {
        var control: Int32 = -1
        var window = winsize(
            ws_row: UInt16(size.height),
            ws_col: UInt16(size.width),
            ws_xpixel: 0,
            ws_ypixel: 0
        )
        let arguments = command.map { strdup($0) } + [nil]
        setenv("TERM", "xterm-256color", 1)
        setenv("LC_ALL", "C.UTF-8", 1)
        unsetenv("TMUX")
        let pid = forkpty(&control, nil, nil, &window)
        if pid == 0 {
            execvp(command[0], arguments)
            _exit(127)
        }
        guard pid > 0 else { throw PseudoTerminal.Unavailable() }
        return (pid, PseudoTerminal.Reader(descriptor: control))
    }

    /// Lets all panes show their files, and measures until they have.
    func show() -> Figures {
        usleep(500_000)
        let server = ProcessFacts.processorSeconds(of: server)
        let client = ProcessFacts.processorSeconds(of: client)
        let start = ContinuousClock.now
        let gate = open("\(directory)/go", O_WRONLY)
        while (0..<panes).contains(where: { access("\(directory)/done-\($0)", F_OK) != 0 }) {
            usleep(1_000)
        }
        let elapsed = (ContinuousClock.now - start).components
        close(gate)
        // The last bytes of the panes may still be on their way to the screen.
        usleep(300_000)
        return Figures(
            seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18,
            serverSeconds: ProcessFacts.processorSeconds(of: self.server) - server,
            clientSeconds: ProcessFacts.processorSeconds(of: self.client) - client
        )
    }

    func end() {
        spawn(["tmux", "-L", socket, "kill-server"])
        var status: Int32 = 0
        while waitpid(client, &status, 0) < 0 && errno == EINTR {}
        reader.finish()
    }
}

/// The first line that a shell command prints.
private func output(of command: String) -> String? {
    guard let pipe = popen(command, "r") else { return nil }
    defer { pclose(pipe) }
    var line = [CChar](repeating: 0, count: 256)
    guard fgets(&line, Int32(line.count), pipe) != nil else { return nil }
    return String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
}
