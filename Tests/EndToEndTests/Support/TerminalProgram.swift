import Glibc

/// The program on a pseudo-terminal: what it writes can be read byte by byte, and its terminal can be
/// resized and taken away. It leads a session of its own, as a shell's terminal window starts it.
final class TerminalProgram {
    let pid: pid_t
    /// Everything the program has written and a test has read.
    private(set) var bytes: [UInt8] = []
    private var control: Int32
    /// Keeps the line open after the program's end, so that its settings can still be read.
    private let line: Int32
    /// The settings of the line before the program had it.
    let initialSettings: [UInt32]
    private var status: Int32?

    /// TIOCSPTLCK and TIOCGPTN, which are macros Swift does not import.
    private static let unlock = UInt(0x4004_5431)
    private static let getNumber = UInt(0x8004_5430)

    /// - Parameter environment: set in addition to that of the directory; `TERM` is not set by itself.
    init(
        _ scratch: Scratch,
        _ arguments: [String] = [],
        environment changes: [String: String] = ["TERM": "xterm-256color"],
        columns: UInt16 = 120,
        rows: UInt16 = 36
    ) throws {
        control = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var locked: Int32 = 0
        var number: Int32 = 0
        guard control >= 0, ioctl(control, Self.unlock, &locked) == 0,
            ioctl(control, Self.getNumber, &number) == 0
        else { throw ChildProcess.Failed(description: "no pseudo-terminal: \(errno)") }
        let name = "/dev/pts/\(number)"
        line = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(control, UInt(TIOCSWINSZ), &size)
        initialSettings = Self.settings(of: line)

        // On a terminal the Swift runtime of a development machine would examine a crash and ask what
        // to do about it.
        let environment = scratch.environment
            .merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
            .merging(changes) { $1 }
        pid = try Spawn.start(
            environment["PODIUM"] ?? "podium",
            arguments,
            environment: environment,
            leadsSession: true
        ) { files in
            // The first terminal that the leader of a session opens becomes that session's.
            posix_spawn_file_actions_addopen(&files, 0, name, O_RDWR, 0)
            posix_spawn_file_actions_adddup2(&files, 0, 1)
            posix_spawn_file_actions_adddup2(&files, 0, 2)
        }
    }

    deinit {
        if status == nil {
            kill(pid, SIGKILL)
            var code: Int32 = 0
            while waitpid(pid, &code, 0) < 0, errno == EINTR {}
        }
        hangUp()
        close(line)
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    // MARK: Acting

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(control, bytes, bytes.count)
    }

    func signal(_ number: Int32) {
        kill(pid, number)
    }

    /// The kernel tells the program when the size is another.
    func resize(columns: UInt16, rows: UInt16) {
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(control, UInt(TIOCSWINSZ), &size)
    }

    /// Closes the terminal, as a window is closed.
    func hangUp() {
        if control >= 0 { close(control) }
        control = -1
    }

    // MARK: Looking

    /// The settings of the line, in a form to compare.
    var settings: [UInt32] { Self.settings(of: line) }

    private static func settings(of line: Int32) -> [UInt32] {
        var settings = termios()
        tcgetattr(line, &settings)
        return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
    }

    /// The processor time used so far, in clock ticks.
    func ticks() throws -> Int {
        guard let file = fopen("/proc/\(pid)/stat", "r") else {
            throw ChildProcess.Failed(description: "the process \(pid) is gone")
        }
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = fread(&buffer, 1, buffer.count, file)
        let text = String(decoding: buffer[..<count], as: UTF8.self)
        // Behind the name, which may hold anything: utime and stime are the 12th and 13th field.
        let fields = text[(text.lastIndex(of: ")") ?? text.startIndex)...].split(separator: " ")
        return fields.count > 13 ? (Int(fields[12]) ?? 0) + (Int(fields[13]) ?? 0) : 0
    }

    /// Reads until the predicate holds for what was written behind the first `offset` bytes.
    func read(from offset: Int = 0, until holds: (String) throws -> Bool) throws {
        // A spinner may write for ever, so that waiting for silence alone would not end.
        let end = ContinuousClock.now.advanced(by: .milliseconds(ChildProcess.patience))
        while try !holds(String(decoding: bytes[offset...], as: UTF8.self)) {
            guard ContinuousClock.now < end, readMore(within: ChildProcess.patience) else {
                throw ChildProcess.Failed(
                    description:
                        "the expected output did not come; it was:\n\(text.suffix(4_000).debugDescription)"
                )
            }
        }
    }

    func read(until text: String, from offset: Int = 0) throws {
        try read(from: offset) { $0.contains(text) }
    }

    /// Reads what comes until nothing has come for so many milliseconds. Returns the count of bytes.
    @discardableResult
    func drain(quiet milliseconds: Int32) -> Int {
        let before = bytes.count
        while readMore(within: milliseconds) {}
        return bytes.count - before
    }

    /// Reads what comes within so many milliseconds. Returns the count of bytes.
    func drainFor(milliseconds: Int64) -> Int {
        let before = bytes.count
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: .milliseconds(milliseconds))
        while clock.now < end {
            let left = clock.now.duration(to: end).components
            _ = readMore(within: Int32(left.attoseconds / 1_000_000_000_000_000) + 1)
        }
        return bytes.count - before
    }

    /// Reads the rest and waits for the end.
    ///
    /// - Returns: the exit status, or 128 + the signal that ended the process.
    func finish() throws -> Int32 {
        var waited: Int32 = 0
        var code: Int32 = 0
        while waitpid(pid, &code, WNOHANG) == 0 {
            if readMore(within: 10) { continue }
            waited += 10
            guard waited < ChildProcess.patience else {
                throw ChildProcess.Failed(description: "the program does not end")
            }
            if control < 0 { poll(nil, 0, 10) }
        }
        drain(quiet: 0)
        let signal = code & 0x7F
        let result = signal == 0 ? (code >> 8) & 0xFF : 128 + signal
        status = result
        return result
    }

    private func readMore(within milliseconds: Int32) -> Bool {
        guard control >= 0 else { return false }
        var descriptor = pollfd(fd: control, events: Int16(POLLIN), revents: 0)
        guard poll(&descriptor, 1, milliseconds) > 0 else { return false }
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(control, &chunk, chunk.count)
        bytes += chunk[..<max(0, count)]
        return count > 0
    }
}
