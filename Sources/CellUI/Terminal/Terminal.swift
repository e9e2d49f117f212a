/// A screen with a keyboard. It belongs to one thread.
public protocol Terminal: AnyObject {
    /// The screen's present size.
    var size: Size { get }
    var capabilities: TerminalCapabilities { get }

    /// Shows the buffer, and the cursor when there is one.
    ///
    /// Only what differs from the last frame is sent. A buffer of another size than the screen is
    /// cut or leaves the rest blank.
    func present(_ buffer: CellBuffer, cursor: Point?) throws

    /// Waits for something to happen and returns all that has happened, in order.
    ///
    /// - Parameter timeout: how long to wait at most; nil waits for ever and costs nothing.
    /// - Returns: the events, or none when the time is over.
    func nextEvents(timeout: Duration?) throws -> [InputEvent]

    /// Gives the screen back, stops the process as Ctrl-Z does, and takes the screen again when
    /// the process continues.
    func suspend() throws

    /// Gives the screen back while another program uses it (a pager, an editor).
    func released<Result>(during body: () throws -> Result) throws -> Result

    /// Asks the terminal to put text on the clipboard (OSC 52). Many terminals need this to be
    /// allowed, and none answers.
    func copyToClipboard(_ text: String) throws
}

/// What a terminal without a shell behind it does.
extension Terminal {
    public func suspend() throws {}

    public func released<Result>(during body: () throws -> Result) throws -> Result {
        try body()
    }

    public func copyToClipboard(_ text: String) throws {}
}
