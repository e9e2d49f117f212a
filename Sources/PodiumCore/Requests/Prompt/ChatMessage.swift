/// One message of a chat, the form every vendor's dialect is made from.
public struct ChatMessage: Hashable, Sendable, Codable {
    public enum Role: String, Sendable, Codable {
        case system, user, assistant
    }

    public var role: Role
    public var content: String

    public init(_ role: Role, _ content: String) {
        self.role = role
        self.content = content
    }
}
