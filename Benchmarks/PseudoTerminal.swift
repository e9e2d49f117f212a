import Glibc

/// A pseudo-terminal whose other end a child process empties.
enum PseudoTerminal {
    struct Unavailable: Error {}

    /// Runs the body with standard input and output on a new terminal of this size.
    static func run<Result>(
        columns: Int,
        rows: Int,
        _ body: () throws -> Result
    ) throws -> Result {
        var control: Int32 = -1
        var terminal: Int32 = -1
        var size = winsize(
            ws_row: UInt16(rows),
            ws_col: UInt16(columns),
            ws_xpixel: 0,
            ws_ypixel: 0
        )
        guard openpty(&control, &terminal, nil, nil, &size) == 0 else { throw Unavailable() }
        let reader = Reader(descriptor: control)
        let saved = (dup(STDIN_FILENO), dup(STDOUT_FILENO))
        dup2(terminal, STDIN_FILENO)
        dup2(terminal, STDOUT_FILENO)
        setenv("TERM", "xterm-256color", 1)
        defer {
            dup2(saved.0, STDIN_FILENO)
            dup2(saved.1, STDOUT_FILENO)
            for descriptor in [saved.0, saved.1, terminal] { close(descriptor) }
            reader.finish()
        }
        return try body()
    }

    /// Empties the terminal on a thread of its own, as a terminal program would.
    final class Reader: Sendable {
        private let descriptor: Int32

        init(descriptor: Int32) {
            self.descriptor = descriptor
            var thread = pthread_t()
            let context = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
            context.pointee = descriptor
            pthread_create(
                &thread,
                nil,
                { pointer in
                    let context = pointer?.assumingMemoryBound(to: Int32.self)
                    var bytes = [UInt8](repeating: 0, count: 1 << 16)
                    while let descriptor = context?.pointee,
                        read(descriptor, &bytes, bytes.count) > 0
                    {}
                    context?.deallocate()
                    return nil
                },
                context
            )
            pthread_detach(thread)
        }

        func finish() {
            close(descriptor)
        }
    }
}
