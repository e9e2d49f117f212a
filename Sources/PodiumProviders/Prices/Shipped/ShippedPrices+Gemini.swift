extension ShippedPrices {
    static let gemini = #"""
        {"format": "podium-prices", "version": 1, "models": [
        {"vendor": "gemini", "model": "gemini-2.5-flash", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.3, "output": 2.5, "cacheRead": 0.03},
          {"tier": "batch", "from": "2026-10-14", "input": 0.15, "output": 1.25, "cacheRead": 0.03},
          {"tier": "flex", "input": 0.15, "output": 1.25, "cacheRead": 0.03},
          {"tier": "priority", "input": 0.54, "output": 4.5, "cacheRead": 0.054}
        ]},
        {"vendor": "gemini", "model": "gemini-2.5-flash-lite", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.1, "output": 0.4, "cacheRead": 0.01},
          {"tier": "batch", "from": "2026-10-14", "input": 0.05, "output": 0.2, "cacheRead": 0.01},
          {"tier": "flex", "input": 0.05, "output": 0.2, "cacheRead": 0.01},
          {"tier": "priority", "input": 0.18, "output": 0.72, "cacheRead": 0.018}
        ]},
        {"vendor": "gemini", "model": "gemini-2.5-pro", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1.25, "output": 10, "cacheRead": 0.125},
          {"above": 200000, "input": 2.5, "output": 15, "cacheRead": 0.25},
          {"tier": "batch", "from": "2026-10-14", "input": 0.625, "output": 5, "cacheRead": 0.125},
          {"tier": "batch", "from": "2026-10-14", "above": 200000, "input": 1.25, "output": 7.5, "cacheRead": 0.25},
          {"tier": "flex", "input": 0.625, "output": 5, "cacheRead": 0.125},
          {"tier": "flex", "above": 200000, "input": 1.25, "output": 7.5, "cacheRead": 0.25},
          {"tier": "priority", "input": 2.25, "output": 18, "cacheRead": 0.225},
          {"tier": "priority", "above": 200000, "input": 4.5, "output": 27, "cacheRead": 0.45}
        ]},
        {"vendor": "gemini", "model": "gemini-3-flash-preview", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.5, "output": 3, "cacheRead": 0.05},
          {"tier": "batch", "from": "2026-10-14", "input": 0.25, "output": 1.5, "cacheRead": 0.05},
          {"tier": "flex", "input": 0.25, "output": 1.5, "cacheRead": 0.05},
          {"tier": "priority", "input": 0.9, "output": 5.4, "cacheRead": 0.09}
        ]},
        {"vendor": "gemini", "model": "gemini-3.1-flash-lite", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.25, "output": 1.5, "cacheRead": 0.025},
          {"tier": "batch", "from": "2026-10-14", "input": 0.125, "output": 0.75, "cacheRead": 0.0125},
          {"tier": "flex", "input": 0.125, "output": 0.75, "cacheRead": 0.0125},
          {"tier": "priority", "input": 0.45, "output": 2.7, "cacheRead": 0.045}
        ]},
        {"vendor": "gemini", "model": "gemini-3.1-pro-preview", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 12, "cacheRead": 0.2},
          {"above": 200000, "input": 4, "output": 18, "cacheRead": 0.4},
          {"tier": "batch", "from": "2026-10-14", "input": 1, "output": 6, "cacheRead": 0.2},
          {"tier": "batch", "from": "2026-10-14", "above": 200000, "input": 2, "output": 9, "cacheRead": 0.4},
          {"tier": "flex", "input": 1, "output": 6, "cacheRead": 0.2},
          {"tier": "flex", "above": 200000, "input": 2, "output": 9, "cacheRead": 0.4},
          {"tier": "priority", "input": 3.6, "output": 21.6, "cacheRead": 0.36},
          {"tier": "priority", "above": 200000, "input": 7.2, "output": 32.4, "cacheRead": 0.72}
        ]},
        {"vendor": "gemini", "model": "gemini-3.1-pro-preview-customtools", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 12, "cacheRead": 0.2},
          {"above": 200000, "input": 4, "output": 18, "cacheRead": 0.4},
          {"tier": "batch", "from": "2026-10-14", "input": 1, "output": 6, "cacheRead": 0.2},
          {"tier": "batch", "from": "2026-10-14", "above": 200000, "input": 2, "output": 9, "cacheRead": 0.4},
          {"tier": "flex", "input": 1, "output": 6, "cacheRead": 0.2},
          {"tier": "flex", "above": 200000, "input": 2, "output": 9, "cacheRead": 0.4},
          {"tier": "priority", "input": 3.6, "output": 21.6, "cacheRead": 0.36},
          {"tier": "priority", "above": 200000, "input": 7.2, "output": 32.4, "cacheRead": 0.72}
        ]},
        {"vendor": "gemini", "model": "gemini-3.5-flash", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1.5, "output": 9, "cacheRead": 0.15},
          {"tier": "batch", "input": 0.75, "output": 4.5, "cacheRead": 0.075},
          {"tier": "flex", "input": 0.75, "output": 4.5, "cacheRead": 0.08},
          {"tier": "priority", "input": 2.7, "output": 16.2, "cacheRead": 0.27}
        ]},
        {"vendor": "gemini", "model": "gemini-3.5-flash-lite", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.3, "output": 2.5, "cacheRead": 0.03},
          {"tier": "batch", "from": "2026-10-14", "input": 0.15, "output": 1.25, "cacheRead": 0.02},
          {"tier": "flex", "input": 0.15, "output": 1.25, "cacheRead": 0.02},
          {"tier": "priority", "input": 0.54, "output": 4.5, "cacheRead": 0.05}
        ]},
        {"vendor": "gemini", "model": "gemini-3.6-flash", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.75, "output": 3.75, "cacheRead": 0.075},
          {"from": "2027-01-01", "input": 1.5, "output": 7.5, "cacheRead": 0.15},
          {"tier": "batch", "from": "2026-10-14", "input": 0.375, "output": 1.875, "cacheRead": 0.0375},
          {"tier": "batch", "from": "2027-01-01", "input": 0.75, "output": 3.75, "cacheRead": 0.075}
        ]},
        {"vendor": "gemini", "model": "gemini-3.7-flash", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.75, "output": 3.75, "cacheRead": 0.075},
          {"from": "2027-01-01", "input": 1.5, "output": 7.5, "cacheRead": 0.15}
        ]},
        {"vendor": "gemini", "model": "gemini-3.8-flash", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.75, "output": 3.75, "cacheRead": 0.075},
          {"from": "2027-01-01", "input": 1.5, "output": 7.5, "cacheRead": 0.15},
          {"tier": "batch", "from": "2026-10-14", "input": 0.375, "output": 1.875, "cacheRead": 0.0375},
          {"tier": "batch", "from": "2027-01-01", "input": 0.75, "output": 3.75, "cacheRead": 0.075}
        ]},
        {"vendor": "gemini", "model": "gemini-4-argon", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 10, "cacheRead": 0.1},
          {"from": "2026-12-01", "input": 4, "output": 20, "cacheRead": 0.2},
          {"tier": "batch", "from": "2026-10-14", "input": 1, "output": 5, "cacheRead": 0.05},
          {"tier": "batch", "from": "2026-12-01", "input": 2, "output": 10, "cacheRead": 0.1}
        ]},
        {"vendor": "gemini", "model": "gemini-4-hydrogen", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 1.5, "output": 7.5, "cacheRead": 0.075},
          {"tier": "batch", "input": 0.75, "output": 3.75, "cacheRead": 0.0375},
          {"tier": "flex", "input": 0.75, "output": 3.75, "cacheRead": 0.0375},
          {"tier": "priority", "input": 2.7, "output": 13.5, "cacheRead": 0.135}
        ]},
        {"vendor": "gemini", "model": "gemini-flash-latest", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.75, "output": 3.75, "cacheRead": 0.075},
          {"from": "2027-01-01", "input": 1.5, "output": 7.5, "cacheRead": 0.15},
          {"tier": "batch", "from": "2026-10-14", "input": 0.375, "output": 1.875, "cacheRead": 0.0375},
          {"tier": "batch", "from": "2027-01-01", "input": 0.75, "output": 3.75, "cacheRead": 0.075}
        ]},
        {"vendor": "gemini", "model": "gemini-flash-lite-latest", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.3, "output": 2.5, "cacheRead": 0.03},
          {"tier": "batch", "from": "2026-10-14", "input": 0.15, "output": 1.25, "cacheRead": 0.02},
          {"tier": "flex", "input": 0.15, "output": 1.25, "cacheRead": 0.02},
          {"tier": "priority", "input": 0.54, "output": 4.5, "cacheRead": 0.05}
        ]},
        {"vendor": "gemini", "model": "gemini-pro-latest", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 12, "cacheRead": 0.2},
          {"above": 200000, "input": 4, "output": 18, "cacheRead": 0.4},
          {"tier": "batch", "from": "2026-10-14", "input": 1, "output": 6, "cacheRead": 0.2},
          {"tier": "batch", "from": "2026-10-14", "above": 200000, "input": 2, "output": 9, "cacheRead": 0.4},
          {"tier": "flex", "input": 1, "output": 6, "cacheRead": 0.2},
          {"tier": "priority", "input": 3.6, "output": 21.6, "cacheRead": 0.36},
          {"tier": "priority", "above": 200000, "input": 7.2, "output": 32.4, "cacheRead": 0.72}
        ]}
        ]}

        """#
}
