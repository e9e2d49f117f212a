/// Where a provider's key comes from. The key itself is never part of a configuration.
public enum KeySource: Hashable, Sendable {
    /// The server asks for none, like most local ones.
    case none
    /// The first of these variables of the environment that is set.
    case environment([String])
    /// A command for the shell whose first line of output is the key, such as `pass show openai`.
    case command(String)

    /// For messages; nil for `none`.
    public var origin: String? {
        switch self {
        case .none: nil
        case .environment(let names):
            "the environment variable \(names.joined(separator: " or "))"
        case .command: "key_command"
        }
    }
}

extension KeySource {
    /// The first of the names that a variable is set under, with its value; blanks count as unset.
    public static func firstSet(
        of names: [String],
        in environment: (String) -> String?
    ) -> (name: String, value: String)? {
        for name in names {
            if let value = environment(name), !value.allSatisfy(\.isWhitespace) {
                return (name, value)
            }
        }
        return nil
    }
}
