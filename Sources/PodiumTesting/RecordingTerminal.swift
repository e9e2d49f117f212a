public import CellUI

/// A terminal without a screen: it plays events from a script and keeps every frame.
///
/// ```swift
/// let terminal = RecordingTerminal(size: Size(width: 80, height: 24))
/// terminal.enqueue(.key(.character("q")))
/// ```
public final class RecordingTerminal: Terminal {
    /// One call of `present`.
    public struct Frame: Equatable, Sendable {
        public var buffer: CellBuffer
        public var cursor: Point?
    }

    public private(set) var size: Size
    public var capabilities: TerminalCapabilities
    public private(set) var frames: [Frame] = []
    public private(set) var clipboard: [String] = []
    /// How often the screen was given to the shell and to other programs.
    public private(set) var suspensions = 0
    public private(set) var releases = 0
    /// The timeouts `nextEvents` was called with.
    public private(set) var timeouts: [Duration?] = []
    /// Thrown by the next `present` when set.
    public var presentError: (any Error)?
    private var batches: [[InputEvent]] = []

    public init(
        size: Size,
        capabilities: TerminalCapabilities = TerminalCapabilities(
            colorDepth: .trueColor,
            unicode: true,
            mouse: true
        )
    ) {
        self.size = size
        self.capabilities = capabilities
    }

    /// Adds events that one call of `nextEvents` returns together.
    public func enqueue(_ events: InputEvent...) {
        batches.append(events)
    }

    /// Adds keys by their names, each arriving alone.
    ///
    /// - Throws: `UnknownKey` for a name that is none.
    public func enqueue(keys names: String...) throws {
        for name in names {
            guard let key = Key(name) else { throw UnknownKey(name: name) }
            batches.append([.key(key)])
        }
    }

    public struct UnknownKey: Error, Hashable {
        public var name: String
    }

    /// The last frame's text, one row a line.
    public var text: String { frames.last?.buffer.text ?? "" }

    public func present(_ buffer: CellBuffer, cursor: Point?) throws {
        if let error = presentError {
            presentError = nil
            throw error
        }
        frames.append(Frame(buffer: buffer, cursor: cursor))
    }

    /// The next events of the script, at once. When the script is over: none if there is a
    /// timeout, else the end of input, since nothing would ever come.
    public func nextEvents(timeout: Duration?) throws -> [InputEvent] {
        timeouts.append(timeout)
        guard !batches.isEmpty else { return timeout == nil ? [.endOfInput] : [] }
        let events = batches.removeFirst()
        for case .resize(let size) in events { self.size = size }
        return events
    }

    public func suspend() throws {
        suspensions += 1
    }

    public func released<Result>(during body: () throws -> Result) throws -> Result {
        releases += 1
        return try body()
    }

    public func copyToClipboard(_ text: String) throws {
        clipboard.append(text)
    }
}
