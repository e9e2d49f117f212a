extension ShippedPrices {
    static let groq = #"""
        {"format": "podium-prices", "version": 1, "models": [
        {"vendor": "groq", "model": "openai/gpt-oss-120b", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.15, "output": 0.6, "cacheRead": 0.075},
          {"tier": "batch", "from": "2026-10-14", "input": 0.075, "output": 0.3}
        ]},
        {"vendor": "groq", "model": "openai/gpt-oss-20b", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.075, "output": 0.3, "cacheRead": 0.0375},
          {"tier": "batch", "from": "2026-10-14", "input": 0.0375, "output": 0.15}
        ]},
        {"vendor": "groq", "model": "qwen/qwen3.8-27b", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.8, "output": 4}
        ]}
        ]}

        """#
}
