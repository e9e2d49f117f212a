import Glibc

/// The real program, started in a pseudo-terminal.
enum ProgramBenchmarks {
    struct NoProgram: Error, CustomStringConvertible {
        var description: String { "the podium binary is not beside this one; use scripts/bench" }
    }

    static func run() throws -> [Measurement] {
        guard let program = sibling("podium") else { throw NoProgram() }
        return try withScratchDirectory { directory in
            setenv("PODIUM_DATA", directory, 1)
            setenv("XDG_CONFIG_HOME", directory, 1)
            setenv("LC_ALL", "C.UTF-8", 1)
            var first = Double.infinity
            for _ in 0..<10 {
                let run = try TerminalProgram(program)
                first = min(first, run.secondsToFrame())
                run.end()
            }
            let run = try TerminalProgram(program)
            _ = run.secondsToFrame()
            // The history list is drawn after the first frame; idle begins when that is done.
            run.drain(for: 0.5)
            let before = run.processorSeconds()
            run.drain(for: 5)
            let used = run.processorSeconds() - before
            run.end()
            return [
                Measurement(
                    name: "time to first frame",
                    value: first * 1_000,
                    unit: "ms",
                    aim: .atMost(50)
                ),
                Measurement(
                    name: "idle CPU over 5 s",
                    value: used / 5 * 100,
                    unit: "%",
                    aim: .atMost(0)
                ),
            ]
        }
    }

    static func sibling(_ name: String) -> String? {
        var buffer = [CChar](repeating: 0, count: 4_096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard count > 0 else { return nil }
        let own = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard let slash = own.lastIndex(of: "/") else { return nil }
        let path = own[...slash] + name
        return access(String(path), X_OK) == 0 ? String(path) : nil
    }
}

/// A program on a pseudo-terminal of its own.
struct TerminalProgram {
    private let pid: pid_t
    private let control: Int32
    private let start: ContinuousClock.Instant

    init(_ path: String) throws {
        var control: Int32 = -1
        var size = winsize(ws_row: 36, ws_col: 120, ws_xpixel: 0, ws_ypixel: 0)
        let arguments: [UnsafeMutablePointer<CChar>?] = [strdup(path), nil]
        setenv("TERM", "xterm-256color", 1)
        start = ContinuousClock.now
        pid = forkpty(&control, nil, nil, &size)
        if pid == 0 {
            execv(path, arguments)
            _exit(127)
        }
        self.control = control
        guard pid > 0 else { throw PseudoTerminal.Unavailable() }
    }

    /// Seconds from the start until the footer, the last thing of a frame, was written.
    func secondsToFrame() -> Double {
        var seen = ""
        while !seen.contains("ask or open") {
            guard let text = read(timeout: 5_000) else { return .infinity }
            seen += text
        }
        let elapsed = (ContinuousClock.now - start).components
        return Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
    }

    /// Reads what is written for that many seconds.
    func drain(for seconds: Double) {
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end { _ = read(timeout: 50) }
    }

    private func read(timeout: Int32) -> String? {
        var entry = pollfd(fd: control, events: Int16(POLLIN), revents: 0)
        guard poll(&entry, 1, timeout) > 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = Glibc.read(control, &bytes, bytes.count)
        return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
    }

    /// User and system time of the program so far, in ticks of the kernel's clock.
    func processorSeconds() -> Double { ProcessFacts.processorSeconds(of: pid) }

    func end() {
        kill(pid, SIGTERM)
        drain(for: 0.1)
        close(control)
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    }
}
