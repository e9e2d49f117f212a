import CellUI
import CursesTerminal
import Glibc
import Synchronization

/// Standard output and standard error, unbuffered, whole lines at a time: the one way by which words reach
/// a terminal, and no word of others steers it.
///
/// A reader that went away is no error: what is left unsaid nobody wants to hear. That output cannot be
/// written for another reason (a full disk, a fault of the device) is one, of which whoever ends the
/// process tells (`takeFailure`).
enum StandardStream {
    case output
    case error

    /// The first error other than that the reader is gone.
    private static let fault = Mutex<Int32?>(nil)
    private static let progress = Mutex<ContinuousClock.Instant?>(nil)

    /// When something was written last.
    static var lastProgress: ContinuousClock.Instant? { progress.withLock { $0 } }

    private var descriptor: Int32 { self == .output ? STDOUT_FILENO : STDERR_FILENO }

    /// Writes text of one or more lines, with marks in the place of what a terminal would act on. In JSON
    /// that is escaped (`JSONLine`), there is nothing of the kind.
    ///
    /// - Returns: false when it cannot be written, or the reader is gone.
    @discardableResult
    func write(_ text: String) -> Bool { send(visible(text, keepingNewlines: true)) }

    /// Writes control sequences, and text of Podium's own among them. Others' words in it have to have
    /// passed `visible`.
    @discardableResult
    func draw(_ sequences: String) -> Bool { send(sequences) }

    private func send(_ text: String) -> Bool {
        var text = text
        let number = text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
        guard let number else { return true }
        if self == .output, number != EPIPE { Self.fault.withLock { $0 = $0 ?? number } }
        return false
    }

    /// The number of the error; nil when all was written.
    private func write(_ bytes: UnsafeRawBufferPointer) -> Int32? {
        var rest = bytes[...]
        while let base = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
            let count = Glibc.write(descriptor, base, rest.count)
            if count >= 0 {
                rest = rest.dropFirst(count)
                Self.progress.withLock { $0 = .now }
            } else if errno == EAGAIN {
                // Whoever shares the file has said that it must not block.
                var descriptor = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&descriptor, 1, -1)
            } else if errno != EINTR {
                return errno
            }
        }
        return nil
    }

    /// Why standard output did not take everything, told once; nil when it did, or its reader is gone.
    ///
    /// - Parameter consolation: what is said besides.
    static func takeFailure(_ consolation: String = "") -> Failure? {
        let number = fault.withLock { number in
            defer { number = nil }
            return number
        }
        return number.map {
            Failure(
                "standard output cannot be written: \(String(cString: strerror($0))).\(consolation)"
            )
        }
    }

    /// Whether something was not written that should have been.
    static var hasFailed: Bool { fault.withLock { $0 != nil } }

    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// The columns and rows of its terminal; nil where it is none, or does not know.
    var size: Size? { CursesTerminal.size(of: descriptor) }

    /// How wide a line may be; nil for any width.
    var width: Int? { size?.width }
}
