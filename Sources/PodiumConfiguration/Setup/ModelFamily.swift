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
    /// Ids with a `*` where the version stands; without one, an id as it is, which any version beats.
    var patterns: [String]
    /// Whether 4.20 is older than 4.7.
    var readsVersionAsDecimal: Bool

    init(_ role: Role, _ patterns: String..., readsVersionAsDecimal: Bool = false) {
        self.role = role
        self.patterns = patterns
        self.readsVersionAsDecimal = readsVersionAsDecimal
    }

    /// The newest of the listed models that belong to it. Snapshots with a date, previews and models
    /// for a purpose of their own do not.
    func newest(of ids: [String]) -> String? {
        let dated = ids.compactMap { id in
            patterns.compactMap { version(of: id, by: $0) }
                .max { $0.lexicographicallyPrecedes($1) }
                .map { (id: id, version: $0) }
        }
        return dated.max { left, right in
            left.version == right.version
                ? left.id > right.id : left.version.lexicographicallyPrecedes(right.version)
        }?.id
    }

    /// The numbers between the parts of a pattern, as in `4.6` or `4-6`; nil when something else stands
    /// there, such as a date. None for a pattern without a version.
    private func version(of id: String, by pattern: String) -> [Int]? {
        guard let star = pattern.firstIndex(of: "*") else { return id == pattern ? [] : nil }
        let prefix = pattern[..<star]
        let suffix = pattern[pattern.index(after: star)...]
        guard id.hasPrefix(prefix), id.hasSuffix(suffix),
            id.count > prefix.count + suffix.count
        else { return nil }
        let middle = id.dropFirst(prefix.count).dropLast(suffix.count)
        let parts = middle.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "-" }
        let areNumbers = parts.allSatisfy { part in
            (1...4).contains(part.count) && part.allSatisfy { ("0"..."9").contains($0) }
        }
        guard areNumbers, parts.count <= 2 else { return nil }
        return parts.enumerated().compactMap { position, part in
            readsVersionAsDecimal && position > 0
                ? Int(part + String(repeating: "0", count: 4 - part.count)) : Int(part)
        }
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
        case "xai": [ModelFamily(.strong, "grok-*", readsVersionAsDecimal: true)]
        case "sakana": [ModelFamily(.strong, "fugu-ultra"), ModelFamily(.middle, "fugu")]
        case "openrouter": [ModelFamily(.strong, "openrouter/auto")]
        default: []
        }
    }
}
