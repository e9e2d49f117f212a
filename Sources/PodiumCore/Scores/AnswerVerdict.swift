/// What a person says of a session's answer.
///
/// It is no event: it may come long after the session has ended, and may be taken back.
public struct AnswerVerdict: Hashable, Sendable {
    public enum Value: String, Sendable, Codable, CaseIterable {
        case right
        case wrong
    }

    public var value: Value
    /// Who says so.
    public var author: String
    public var time: Timestamp

    public init(_ value: Value, author: String, time: Timestamp) {
        self.value = value
        self.author = author
        self.time = time
    }
}
