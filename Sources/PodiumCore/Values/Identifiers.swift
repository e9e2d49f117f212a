/// Names one session for ever; it sorts by the time the session was opened.
///
/// The text is what a person types after `podium replay`, so it is short and has no capitals:
/// `20261123-233812-k3f9`.
public struct SessionID: RawRepresentable, Hashable, Sendable, Comparable, Codable,
    CustomStringConvertible
{
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Makes an id from the time of opening (UTC) and characters drawn from `entropy`.
    ///
    /// - Parameter suffix: characters, 12 at most: four are enough for what persons ask, thousands a
    ///   second need eight.
    public init(openedAt time: Timestamp, entropy: UInt64, suffix length: Int = 4) {
        let alphabet = Array("abcdefghijkmnpqrstuvwxyz23456789")
        var rest = entropy
        var suffix = ""
        for _ in 0..<length {
            suffix.append(alphabet[Int(rest % UInt64(alphabet.count))])
            rest /= UInt64(alphabet.count)
        }
        self.rawValue = "\(time.calendar.compactText)-\(suffix)"
    }

    public var description: String { rawValue }

    public static func < (left: SessionID, right: SessionID) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// A number that names one thing inside a session; it is never given twice and never shifts.
public protocol SessionScopedID: RawRepresentable<Int>, Hashable, Sendable, Codable, Comparable,
    CustomStringConvertible
{
    static var prefix: String { get }
    init(rawValue: Int)
}

extension SessionScopedID {
    public var description: String { "\(Self.prefix)\(rawValue)" }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Names a step of a workflow. Positions in a written plan are only syntax; this stays.
public struct StepID: SessionScopedID {
    public static let prefix = "s"
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public init(_ rawValue: Int) { self.rawValue = rawValue }
}

/// Names a workflow of a session (its first plan, a later round, a nested one).
public struct WorkflowID: SessionScopedID {
    public static let prefix = "w"
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public init(_ rawValue: Int) { self.rawValue = rawValue }
}

/// Names one call of one worker. Attempts are numbered from 1 in the order they start.
public struct AttemptID: SessionScopedID {
    public static let prefix = "a"
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public init(_ rawValue: Int) { self.rawValue = rawValue }
}
