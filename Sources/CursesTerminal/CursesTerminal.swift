internal import CNcurses
public import CellUI
internal import Glibc

/// The terminal through ncurses.
///
/// It belongs to the thread that made it; only `waker` may be used elsewhere. There is one at a
/// time in a process. `close()` gives the terminal back, and so do a crash and `exit`. Signals that
/// end the process are its owner's: ncurses exits in a handler of its own for SIGINT and SIGTERM unless
/// one is installed before.
public final class CursesTerminal: Terminal {
    public let capabilities: TerminalCapabilities
    /// What the user should know about how the terminal is used, if anything.
    public let notice: String?
    /// Whether the background is dark or light, as far as the environment says.
    public var backgroundGuess: Base16Scheme.Variant? { profile.background }
    /// Ends a wait for events, from any thread.
    public let waker: TerminalWaker

    let input: Int32
    let output: Int32
    let profile: TerminalProfile
    private(set) var modes: ModeSequences
    let signals: SignalPipe
    /// The terminal's settings before this program.
    let settings: termios
    let isInsideTmux: Bool
    private let screen: OpenedScreen

    var decoder: InputDecoder
    var reachedEndOfInput = false
    /// The terminal was asked for its background and has not answered yet.
    var awaitsBackground = false
    /// Until when a part of a sequence waits for its rest; nil when there is none.
    var flushTime: ContinuousClock.Instant?
    let openedAt = ContinuousClock.now
    var styles: StyleTable
    /// The frame on the screen; nil when nothing is known about it.
    var shown: CellBuffer?
    var isCursorVisible: Bool?
    /// The rows of the screen that have links, and where the cursor was when that was last looked at.
    var linkedRows: Set<Int> = []
    var linkCursor: Point?
    /// One row for ncurses, reused from frame to frame.
    var row = RowStorage()
    private(set) var isClosed = false
    /// Whether the terminal's own screen is shown while keys are still read here.
    public internal(set) var isScreenReleased = false
    /// What SIGTSTP did before the screen was given back.
    var stopAction = sigaction()
    /// What the window was named; nil while it has its own name.
    var title: String?

    /// Takes the terminal.
    ///
    /// - Throws: `TerminalError` when there is none that can show a screen; nothing has changed
    ///   then.
    public init(options: TerminalOptions = TerminalOptions()) throws(TerminalError) {
        let profile = try TerminalProfile(
            environment: options.environment,
            colorLimit: options.colorDepth
        )
        let descriptors = try OpenedScreen.descriptors(options)
        TextLocale.set(options.locale, environment: options.environment)
        var settings = termios()
        guard tcgetattr(descriptors.output, &settings) == 0 else {
            throw TerminalError(.notATerminal)
        }
        waker = try TerminalWaker()
        signals = try SignalPipe([SIGWINCH, SIGCONT, SIGTSTP])
        // Before ncurses, which leaves handlers alone that are there.
        signals.install()
        screen = try OpenedScreen(profile: profile, descriptors: descriptors)
        self.profile = profile
        self.settings = settings
        input = descriptors.input
        output = descriptors.output
        modes = ModeSequences(mouse: options.mouse)
        isInsideTmux = options.environment("TMUX") != nil

        podium_configure()
        let colors = Self.startColors(profile: profile, entry: screen.entry)
        styles = colors.styles
        capabilities = TerminalCapabilities(
            colorDepth: colors.depth,
            unicode: podium_locale_is_utf8() && !options.ascii,
            mouse: options.mouse,
            hyperlinks: profile.hasHyperlinks && podium_capability("cup") != nil
        )
        decoder = InputDecoder(described: TerminalDescription.keys())
        notice =
            screen.entry.isFallback
            ? "no description of the terminal \"\(profile.term)\" is installed; "
                + "using \"\(screen.entry.name)\"" : nil
        armCrashGuard()
        send(modes.enter)
        if options.asksBackground, profile.asksBackground(depth: colors.depth) {
            awaitsBackground = true
            send(ModeSequences.askBackground)
        }
    }

    deinit {
        close()
    }

    public var size: Size {
        isClosed ? .zero : Size(width: Int(podium_columns()), height: Int(podium_rows()))
    }

    /// Makes `nextEvents` return with `.wake`; the same as `waker.wake()`.
    public func wake() {
        waker.wake()
    }

    /// Takes mouse reports, or leaves the mouse to the terminal, from now on.
    public func useMouse(_ isUsed: Bool) {
        guard !isClosed, isUsed != modes.mouse else { return }
        send(modes.leave)
        modes.mouse = isUsed
        armCrashGuard()
        send(modes.enter)
    }

    func armCrashGuard() {
        CrashGuard.arm(
            descriptor: output,
            sequence: TerminalDescription.restoring(
                modes: modes,
                title: title != nil,
                hyperlinks: capabilities.hyperlinks
            ),
            settings: settings
        )
    }

    /// Gives the terminal back as it was. Nothing happens when that was done before.
    public func close() {
        guard !isClosed else { return }
        isClosed = true
        if isScreenReleased { letStop(false) } else { leaveScreen() }
        if title != nil { send(ModeSequences.restoreTitle) }
        var settings = settings
        // An answer that is still to be read must not become a command of the shell.
        tcsetattr(output, awaitsBackground ? TCSAFLUSH : TCSADRAIN, &settings)
        CrashGuard.disarm()
        signals.uninstall()
        screen.close()
    }

    /// Gives the terminal back for a process that is about to end, from any thread, while the one that
    /// the terminal belongs to may be stuck in it.
    public static func abandon() { CrashGuard.fire() }

    private static func startColors(
        profile: TerminalProfile,
        entry: TerminalProfile.Entry
    ) -> (depth: ColorDepth, styles: StyleTable) {
        guard profile.colorLimit != .none, has_colors(), start_color() == OK else {
            let styles = StyleTable(
                depth: .none,
                isDirect: false,
                hasDefaultColors: false,
                pairLimit: 0
            )
            return (.none, styles)
        }
        let hasDefaults = use_default_colors() == OK
        let depth = profile.depth(entry: entry, colors: Int(podium_colors()))
        let styles = StyleTable(
            depth: depth,
            isDirect: entry.isDirect && podium_colors() > 256,
            hasDefaultColors: hasDefaults,
            pairLimit: podium_color_pairs()
        )
        return (depth, styles)
    }

    /// Sends a sequence around ncurses, which holds nothing back between two frames.
    func send(_ sequence: String) { send(Array(sequence.utf8)) }

    func send(_ bytes: [UInt8]) {
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
            if count < 0 {
                guard errno == EINTR || errno == EAGAIN else { return }
                var descriptor = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
                poll(&descriptor, 1, 1000)
            } else {
                start += count
            }
        }
    }
}
