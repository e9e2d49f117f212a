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
    /// What the ids begin with.
    var prefix: String
    /// What follows the version; empty for the plain model.
    var suffix: String

    init(_ role: Role, _ prefix: String, _ suffix: String = "") {
        self.role = role
        self.prefix = prefix
        self.suffix = suffix
    }

    /// The newest of the listed models that belong to it. Snapshots with a date, previews and models
    /// for a purpose of their own do not.
    func newest(of ids: [String]) -> String? {
        ids.compactMap { id in version(of: id).map { (id: id, version: $0) } }
            .max { left, right in
                left.version == right.version
                    ? left.id > right.id : left.version.lexicographicallyPrecedes(right.version)
            }?.id
    }

    /// The numbers between prefix and suffix; nil when something else stands there.
    private func version(of id: String) -> [Int]? {
        guard id.hasPrefix(prefix), id.hasSuffix(suffix),
            id.count >= prefix.count + suffix.count
        else { return nil }
        let middle = id.dropFirst(prefix.count).dropLast(suffix.count)
        let parts = middle.split { $0 == "." || $0 == "-" }
        let numbers = parts.compactMap { Int($0) }
        // Six digits and more are a date.
        guard numbers.count == parts.count, numbers.allSatisfy({ $0 < 100_000 }) else { return nil }
        return numbers
    }

    /// The families of a preset, the strongest first.
    static func families(of preset: String) -> [ModelFamily] {
        switch preset {
        case "openai", "azure":
            [ModelFamily(.strong, "gpt-"), ModelFamily(.quick, "gpt-", "-mini")]
        case "anthropic":
            [
                ModelFamily(.strong, "claude-opus-"), ModelFamily(.middle, "claude-sonnet-"),
                ModelFamily(.quick, "claude-haiku-"),
            ]
        case "gemini":
            [
                ModelFamily(.strong, "gemini-", "-pro"), ModelFamily(.middle, "gemini-", "-flash"),
                ModelFamily(.quick, "gemini-", "-flash-lite"),
            ]
        case "deepseek":
            [ModelFamily(.strong, "deepseek-reasoner"), ModelFamily(.middle, "deepseek-chat")]
        case "mistral":
            [
                ModelFamily(.strong, "mistral-large-latest"),
                ModelFamily(.quick, "mistral-small-latest"),
            ]
        case "xai": [ModelFamily(.strong, "grok-"), ModelFamily(.quick, "grok-", "-fast")]
        case "sakana": [ModelFamily(.strong, "fugu-ultra"), ModelFamily(.middle, "fugu")]
        case "openrouter": [ModelFamily(.strong, "openrouter/auto")]
        default: []
        }
    }
}
