extension ShippedPrices {
    static let mistral = #"""
        {"format": "podium-prices", "version": 1, "models": [
        {"vendor": "mistral", "model": "codestral-2508", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.3, "output": 0.9, "cacheRead": 0.03},
          {"tier": "batch", "from": "2026-10-14", "input": 0.15, "output": 0.45, "cacheRead": 0.015}
        ]},
        {"vendor": "mistral", "model": "codestral-latest", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.3, "output": 0.9, "cacheRead": 0.03},
          {"tier": "batch", "from": "2026-10-14", "input": 0.15, "output": 0.45}
        ]},
        {"vendor": "mistral", "model": "deepseek-v4-1-flash-1017", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.3, "output": 1.2, "cacheRead": 0.007}
        ]},
        {"vendor": "mistral", "model": "devstral-small-latest", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.1, "output": 0.3, "cacheRead": 0.01}
        ]},
        {"vendor": "mistral", "model": "ministral-14b-2512", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.2, "output": 0.2, "cacheRead": 0.02},
          {"tier": "batch", "from": "2026-10-14", "input": 0.1, "output": 0.1, "cacheRead": 0.01}
        ]},
        {"vendor": "mistral", "model": "ministral-3-14b-2512", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 0.2, "output": 0.2, "cacheRead": 0.02}
        ]},
        {"vendor": "mistral", "model": "ministral-3-3b-2512", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 0.1, "output": 0.1, "cacheRead": 0.01}
        ]},
        {"vendor": "mistral", "model": "ministral-3-8b-2512", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 0.15, "output": 0.15, "cacheRead": 0.015}
        ]},
        {"vendor": "mistral", "model": "ministral-3b-2512", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.1, "output": 0.1, "cacheRead": 0.01},
          {"tier": "batch", "from": "2026-10-14", "input": 0.05, "output": 0.05, "cacheRead": 0.005}
        ]},
        {"vendor": "mistral", "model": "ministral-8b-2512", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.15, "output": 0.15, "cacheRead": 0.015},
          {"tier": "batch", "from": "2026-10-14", "input": 0.075, "output": 0.075, "cacheRead": 0.0075}
        ]},
        {"vendor": "mistral", "model": "ministral-8b-latest", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.1, "output": 0.1},
          {"from": "2025-12-02", "input": 0.15, "output": 0.15, "cacheRead": 0.015},
          {"tier": "batch", "from": "2026-10-14", "input": 0.075, "output": 0.075, "cacheRead": 0.0075}
        ]},
        {"vendor": "mistral", "model": "mistral-large-2512", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.5, "output": 1.5, "cacheRead": 0.05},
          {"tier": "batch", "from": "2026-10-14", "input": 0.25, "output": 0.75, "cacheRead": 0.025}
        ]},
        {"vendor": "mistral", "model": "mistral-large-3", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 0.5, "output": 1.5, "cacheRead": 0.05}
        ]},
        {"vendor": "mistral", "model": "mistral-large-4", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.68, "output": 2.09, "cacheRead": 0.07},
          {"from": "2026-10-20", "input": 1.36, "output": 4.18, "cacheRead": 0.14},
          {"from": "2026-10-29", "input": 0.7, "output": 2.1, "cacheRead": 0.07},
          {"tier": "batch", "from": "2026-10-29", "input": 0.35, "output": 1.05, "cacheRead": 0.035}
        ]},
        {"vendor": "mistral", "model": "mistral-large-4-0", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.68, "output": 2.09, "cacheRead": 0.07},
          {"from": "2026-10-20", "input": 1.36, "output": 4.18, "cacheRead": 0.14},
          {"from": "2026-10-29", "input": 0.7, "output": 2.1, "cacheRead": 0.07},
          {"tier": "batch", "from": "2026-10-29", "input": 0.35, "output": 1.05, "cacheRead": 0.035}
        ]},
        {"vendor": "mistral", "model": "mistral-medium-2604", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1.5, "output": 7.5, "cacheRead": 0.15},
          {"tier": "batch", "from": "2026-10-14", "input": 0.75, "output": 3.75, "cacheRead": 0.075}
        ]},
        {"vendor": "mistral", "model": "mistral-medium-3", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1.5, "output": 7.5, "cacheRead": 0.15},
          {"tier": "batch", "from": "2026-10-14", "input": 0.75, "output": 3.75, "cacheRead": 0.075}
        ]},
        {"vendor": "mistral", "model": "mistral-medium-3-5", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1.5, "output": 7.5, "cacheRead": 0.15},
          {"tier": "batch", "from": "2026-10-14", "input": 0.75, "output": 3.75, "cacheRead": 0.075}
        ]},
        {"vendor": "mistral", "model": "mistral-medium-3.5", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1.5, "output": 7.5, "cacheRead": 0.15},
          {"tier": "batch", "from": "2026-10-14", "input": 0.75, "output": 3.75, "cacheRead": 0.075}
        ]},
        {"vendor": "mistral", "model": "mistral-medium-latest", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.4, "output": 2, "cacheRead": 0.04},
          {"from": "2026-06-16", "input": 1.5, "output": 7.5, "cacheRead": 0.15},
          {"tier": "batch", "from": "2026-10-14", "input": 0.75, "output": 3.75, "cacheRead": 0.075}
        ]},
        {"vendor": "mistral", "model": "mistral-small-2603", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.15, "output": 0.6, "cacheRead": 0.015},
          {"tier": "batch", "from": "2026-10-14", "input": 0.075, "output": 0.3, "cacheRead": 0.0075}
        ]},
        {"vendor": "mistral", "model": "mistral-small-latest", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.1, "output": 0.3},
          {"from": "2026-03-16", "input": 0.15, "output": 0.6, "cacheRead": 0.015},
          {"tier": "batch", "from": "2026-10-14", "input": 0.075, "output": 0.3, "cacheRead": 0.0075}
        ]},
        {"vendor": "mistral", "model": "mistral-tiny", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.25, "output": 0.25, "cacheRead": 0.025}
        ]},
        {"vendor": "mistral", "model": "pixtral-large-latest", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 6, "cacheRead": 0.2}
        ]},
        {"vendor": "mistral", "model": "voxtral-small-2507", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.1, "output": 0.3, "cacheRead": 0.01},
          {"from": "2026-08-11", "input": 0.1, "output": 0.4, "cacheRead": 0.01},
          {"tier": "batch", "from": "2026-10-14", "input": 0.05, "output": 0.2, "cacheRead": 0.005}
        ]},
        {"vendor": "mistral", "model": "voxtral-small-latest", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.1, "output": 0.3, "cacheRead": 0.01},
          {"from": "2026-08-11", "input": 0.1, "output": 0.4, "cacheRead": 0.01},
          {"tier": "batch", "from": "2026-10-14", "input": 0.05, "output": 0.2, "cacheRead": 0.005}
        ]},
        {"vendor": "mistral", "model": "zai-glm-5-3", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1.4, "output": 4.4, "cacheRead": 0.14}
        ]},
        {"vendor": "mistral", "model": "zai-glm-5-3-flash", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.15, "output": 0.5, "cacheRead": 0.03}
        ]}
        ]}

        """#
}
