public import CellUI
internal import Glibc

/// How to use the terminal.
public struct TerminalOptions: Sendable {
    /// Reports clicks, drags and the wheel; the terminal's own selection then needs Shift.
    public var mouse: Bool
    /// Shows ASCII only, whatever the locale.
    public var ascii: Bool
    /// No more colours than this; nil leaves the choice to the terminal and `NO_COLOR`.
    public var colorDepth: ColorDepth?
    /// Asks the terminal for its background; the answer, if there is one, comes as an event.
    public var asksBackground: Bool
    /// Where the keyboard is read; nil for standard input, or `/dev/tty` when that is no terminal.
    public var inputDescriptor: Int32?
    /// Where the screen is written; nil for standard output.
    public var outputDescriptor: Int32?
    /// The locale that says how text is encoded; empty for the environment's.
    public var locale: String
    public var environment: @Sendable (String) -> String?

    public init(
        mouse: Bool = true,
        ascii: Bool = false,
        colorDepth: ColorDepth? = nil,
        asksBackground: Bool = false,
        inputDescriptor: Int32? = nil,
        outputDescriptor: Int32? = nil,
        locale: String = "",
        environment: @escaping @Sendable (String) -> String? = TerminalOptions.processEnvironment
    ) {
        self.mouse = mouse
        self.ascii = ascii
        self.colorDepth = colorDepth
        self.asksBackground = asksBackground
        self.inputDescriptor = inputDescriptor
        self.outputDescriptor = outputDescriptor
        self.locale = locale
        self.environment = environment
    }

    @Sendable public static func processEnvironment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
