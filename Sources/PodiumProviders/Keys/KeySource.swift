/// Where a provider's key comes from. The key itself is never part of a configuration.
public enum KeySource: Hashable, Sendable {
    /// The server asks for none, like most local ones.
    case none
    /// A variable of the environment, by its name.
    case environment(String)
    /// A command for the shell whose first line of output is the key, such as `pass show openai`.
    case command(String)

    /// For messages; nil for `none`.
    var origin: String? {
        switch self {
        case .none: nil
        case .environment(let name): "the environment variable \(name)"
        case .command: "key_command"
        }
    }
}
