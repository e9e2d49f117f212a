extension ProviderPreset {
    /// The vendors, then the servers for one's own machine. Addresses and variables are those of the
    /// vendors' own documentation and clients.
    public static let all = vendors + localServers

    private static let vendors = [
        ProviderPreset(
            "openai",
            "OpenAI",
            dialect: .openAIResponses,
            baseURL: "https://api.openai.com/v1",
            keyVariables: ["OPENAI_API_KEY"],
            tokenLimit: .maxCompletionTokens
        ),
        ProviderPreset(
            "anthropic",
            "Anthropic",
            dialect: .anthropic,
            baseURL: "https://api.anthropic.com/v1",
            keyVariables: ["ANTHROPIC_API_KEY"]
        ),
        ProviderPreset(
            "gemini",
            "Google Gemini",
            dialect: .gemini,
            baseURL: "https://generativelanguage.googleapis.com/v1beta",
            // Google's own client prefers the first.
            keyVariables: ["GOOGLE_API_KEY", "GEMINI_API_KEY"]
        ),
        ProviderPreset(
            "azure",
            "Azure OpenAI",
            baseURL: nil,
            keyVariables: ["AZURE_OPENAI_API_KEY"],
            keyHeader: "api-key",
            tokenLimit: .maxCompletionTokens
        ),
        ProviderPreset(
            "openrouter",
            "OpenRouter",
            baseURL: "https://openrouter.ai/api/v1",
            keyVariables: ["OPENROUTER_API_KEY"]
        ),
        ProviderPreset(
            "deepseek",
            "DeepSeek",
            baseURL: "https://api.deepseek.com/v1",
            keyVariables: ["DEEPSEEK_API_KEY"]
        ),
        ProviderPreset(
            "mistral",
            "Mistral",
            baseURL: "https://api.mistral.ai/v1",
            keyVariables: ["MISTRAL_API_KEY"],
            // It counts without being asked, and refuses members that it does not know.
            asksForUsage: false
        ),
        ProviderPreset(
            "groq",
            "Groq",
            baseURL: "https://api.groq.com/openai/v1",
            keyVariables: ["GROQ_API_KEY"],
            tokenLimit: .maxCompletionTokens
        ),
        ProviderPreset(
            "together",
            "Together AI",
            baseURL: "https://api.together.xyz/v1",
            keyVariables: ["TOGETHER_API_KEY"]
        ),
        ProviderPreset(
            "xai",
            "xAI",
            baseURL: "https://api.x.ai/v1",
            keyVariables: ["XAI_API_KEY"],
            tokenLimit: .maxCompletionTokens
        ),
        ProviderPreset(
            "sakana",
            "Sakana AI",
            baseURL: "https://api.sakana.ai/v1",
            keyVariables: ["SAKANA_API_KEY"]
        ),
    ]

    private static let localServers = [
        ProviderPreset("llama.cpp", "llama.cpp", baseURL: "http://127.0.0.1:8080/v1"),
        ProviderPreset("ollama", "Ollama", baseURL: "http://127.0.0.1:11434/v1"),
        ProviderPreset("vllm", "vLLM", baseURL: "http://127.0.0.1:8000/v1"),
        ProviderPreset("lmstudio", "LM Studio", baseURL: "http://127.0.0.1:1234/v1"),
    ]
}
