/// The wire formats that Podium speaks.
public enum Dialects {
    public static let all: [any Dialect] = [
        ChatDialect(), ResponsesDialect(), AnthropicDialect(), GeminiDialect(),
    ]

    /// The dialect of this name, without any of a server's peculiarities.
    public static func named(_ name: String) -> (any Dialect)? {
        all.first { $0.name == name }
    }
}
