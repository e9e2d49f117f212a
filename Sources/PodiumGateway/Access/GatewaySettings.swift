/// How the endpoint serves.
public struct GatewaySettings: Sendable {
    /// Runs at once; others wait for their turn.
    public var sessions = 32
    /// Requests that wait at once; a further one is refused.
    public var waiting = 256
    /// How long a request waits for its turn.
    public var patience = Duration.seconds(120)
    /// How long a run may take.
    public var timeLimit = Duration.seconds(3_600)
    /// After how long a silence a stream is kept alive.
    public var keepAlive = Duration.seconds(10)
    /// Whether a run ends when its client has gone.
    public var endsWithClient = true
    /// Whether plans wait for a person's approval.
    public var asksApproval = false
    /// Names by which the server may be addressed, beside those of this machine's loopback; empty with
    /// `isOpen` for any.
    public var hosts: [String] = []
    /// Whether it is addressed by names that are not known here: it listens at other addresses than
    /// loopback, where keys are needed.
    public var isOpen = false
    /// Who may ask, by their keys; nil for everybody.
    public var keys: KeyFile?
    /// Web pages that may ask, by their origin, such as `https://chat.example`.
    public var origins: [String] = []
    /// The program's name and version.
    public var program: String

    public init(program: String) { self.program = program }
}
