/// Who sells calls of models. The same model can have another price at another vendor.
public enum PriceVendor: String, CaseIterable, Hashable, Sendable, Comparable {
    case anthropic, azure, deepseek, gemini, groq, mistral, openai, openrouter, sakana, together,
        xai

    /// Other names: those of LiteLLM's `litellm_provider`, genai-prices' provider ids, and common
    /// ones.
    private static let aliases: [String: PriceVendor] = [
        "azure-openai": .azure, "azure_ai": .azure, "google": .gemini, "google-ai": .gemini,
        "mistralai": .mistral, "together-ai": .together, "together_ai": .together, "x-ai": .xai,
    ]

    /// The vendor of this name, without regard to case; nil when there is none.
    public init?(named name: String) {
        let name = name.lowercased()
        guard let vendor = PriceVendor(rawValue: name) ?? Self.aliases[name] else { return nil }
        self = vendor
    }

    public static func < (left: PriceVendor, right: PriceVendor) -> Bool {
        left.rawValue < right.rawValue
    }
}
