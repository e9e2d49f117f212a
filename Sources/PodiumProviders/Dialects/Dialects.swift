/// The wire formats that Podium speaks.
enum Dialects {
    private static let all: [any Dialect] = [
        ChatDialect(), ResponsesDialect(), AnthropicDialect(), GeminiDialect(),
    ]

    /// The dialect of this name, without any of a server's peculiarities.
    static func named(_ name: String) -> (any Dialect)? {
        all.first { $0.name == name }
    }
}
