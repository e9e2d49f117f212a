/// A line of a vendor's models, of which the newest is worth having.
struct ModelFamily: Hashable, Sendable {
    enum Role: Hashable, Sendable {
        case strong, middle, quick

        var strengths: String {
            switch self {
            case .strong: "hard problems, long reasoning"
            case .middle: "general work, code and prose"
            case .quick: "short and simple tasks, quickly and cheaply"
            }
        }
    }

    var role: Role
    /// Ids with a `*` where the version stands; without one, an id as it is.
    var patterns: [String]

    init(_ role: Role, _ patterns: String...) {
        self.role = role
        self.patterns = patterns
    }

    /// The newest of the listed models that belong to it. Snapshots with a date, previews and models
    /// for a purpose of their own do not.
    func newest(of ids: [String]) -> String? {
        let dated = ids.compactMap { id in
            patterns.compactMap { Self.version(of: id, by: $0) }.max().map { (id: id, version: $0) }
        }
        return dated.max { ($0.version, $1.id) < ($1.version, $0.id) }?.id
    }

    /// The number between the parts of a pattern, as in `4.6` or `4-6`; nil when something else stands
    /// there. 0 for a pattern without a version.
    private static func version(of id: String, by pattern: String) -> Double? {
        guard let star = pattern.firstIndex(of: "*") else { return id == pattern ? 0 : nil }
        let prefix = pattern[..<star]
        let suffix = pattern[pattern.index(after: star)...]
        guard id.hasPrefix(prefix), id.hasSuffix(suffix),
            id.count > prefix.count + suffix.count
        else { return nil }
        let middle = id.dropFirst(prefix.count).dropLast(suffix.count)
        // A longer number is a date.
        guard middle.count <= 5 else { return nil }
        return Double(middle.map { $0 == "-" ? "." : String($0) }.joined())
    }

    /// The families of a preset, the strongest first.
    static func families(of preset: String) -> [ModelFamily] {
        switch preset {
        case "openai", "azure":
            [
                ModelFamily(.strong, "gpt-*", "gpt-*-sol"), ModelFamily(.middle, "gpt-*-terra"),
                ModelFamily(.quick, "gpt-*-mini", "gpt-*-luna"),
            ]
        case "anthropic":
            [
                ModelFamily(.strong, "claude-opus-*"), ModelFamily(.middle, "claude-sonnet-*"),
                ModelFamily(.quick, "claude-haiku-*"),
            ]
        case "gemini":
            [
                ModelFamily(.strong, "gemini-pro-latest", "gemini-*-pro"),
                ModelFamily(.middle, "gemini-flash-latest", "gemini-*-flash"),
                ModelFamily(.quick, "gemini-flash-lite-latest", "gemini-*-flash-lite"),
            ]
        case "deepseek":
            [
                ModelFamily(.strong, "deepseek-reasoner", "deepseek-v*-pro"),
                ModelFamily(.middle, "deepseek-chat", "deepseek-v*-flash"),
            ]
        case "mistral":
            [
                ModelFamily(.strong, "mistral-large-latest"),
                ModelFamily(.quick, "mistral-small-latest"),
            ]
        case "xai": [ModelFamily(.strong, "grok-*")]
        case "sakana": [ModelFamily(.strong, "fugu-ultra"), ModelFamily(.middle, "fugu")]
        case "openrouter": [ModelFamily(.strong, "openrouter/auto")]
        default: []
        }
    }
}
