import Foundation
import Glibc
import Synchronization

/// A pseudo-terminal whose other end another thread empties.
enum PseudoTerminal {
    struct Unavailable: Error {}

    /// Runs the body with standard input and output on a new terminal of this size; it is given
    /// the other end, to write keys to.
    static func run<Result>(
        columns: Int,
        rows: Int,
        _ body: (Reader) throws -> Result
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
        return try body(reader)
    }

    /// Empties the terminal on a thread of its own, as a terminal program would.
    final class Reader: Sendable {
        private let descriptor: Int32
        private let count = Atomic(0)

        init(descriptor: Int32) {
            self.descriptor = descriptor
            Thread.detachNewThread { [self] in
                var bytes = [UInt8](repeating: 0, count: 1 << 16)
                while true {
                    let count = read(descriptor, &bytes, bytes.count)
                    guard count > 0 else { return }
                    self.count.add(count, ordering: .relaxed)
                }
            }
        }

        /// What was written to the terminal so far, in bytes; waits until that is no more.
        func settledCount() -> Int {
            var last = -1
            while last != count.load(ordering: .relaxed) {
                last = count.load(ordering: .relaxed)
                usleep(2_000)
            }
            return last
        }

        func press(_ key: String) {
            _ = write(descriptor, key, key.utf8.count)
        }

        func finish() {
            close(descriptor)
        }
    }
}
