import Glibc

/// A terminal without a window: what is written to `program` can be read here, and the other way
/// round.
final class PseudoTerminal {
    let program: Int32
    private let control: Int32

    struct Unavailable: Error {}

    init(columns: UInt16, rows: UInt16) throws {
        control = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
        var unlocked: Int32 = 0
        var number: Int32 = 0
        guard control >= 0, ioctl(control, Self.unlock, &unlocked) == 0,
            ioctl(control, Self.getNumber, &number) == 0
        else { throw Unavailable() }
        program = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard program >= 0 else { throw Unavailable() }
        resize(columns: columns, rows: rows)
    }

    deinit {
        close(program)
        close(control)
    }

    /// TIOCSPTLCK and TIOCGPTN, which are macros Swift does not import.
    private static let unlock = UInt(0x4004_5431)
    private static let getNumber = UInt(0x8004_5430)

    func resize(columns: UInt16, rows: UInt16) {
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(control, UInt(TIOCSWINSZ), &size)
    }

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(control, bytes, bytes.count)
    }

    /// Writes for the program until nothing more fits without a reader.
    func fill() {
        let flags = fcntl(program, F_GETFL)
        _ = fcntl(program, F_SETFL, flags | O_NONBLOCK)
        let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 4096)
        while write(program, bytes, bytes.count) > 0 {}
        _ = fcntl(program, F_SETFL, flags)
    }

    /// Everything the program has written so far.
    func output() -> String {
        var result: [UInt8] = []
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(control, &bytes, bytes.count)
            guard count > 0 else { return String(decoding: result, as: UTF8.self) }
            result += bytes[..<count]
        }
    }

    /// The line settings, in a form to compare.
    var settings: [UInt32] {
        var settings = termios()
        tcgetattr(program, &settings)
        return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
    }
}
