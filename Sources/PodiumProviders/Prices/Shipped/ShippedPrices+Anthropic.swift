extension ShippedPrices {
    static let anthropic = #"""
        {"format": "podium-prices", "version": 1, "models": [
        {"vendor": "anthropic", "model": "claude-fable-5", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 10, "output": 50, "cacheRead": 1, "cacheWriteShort": 12.5, "cacheWriteLong": 20},
          {"tier": "batch", "from": "2026-10-14", "input": 5, "output": 25, "cacheRead": 0.5, "cacheWriteShort": 6.25, "cacheWriteLong": 10}
        ]},
        {"vendor": "anthropic", "model": "claude-fable-5-1", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 10, "output": 50, "cacheRead": 0.25, "cacheWriteShort": 12.5, "cacheWriteLong": 20},
          {"tier": "batch", "from": "2026-10-14", "input": 5, "output": 25, "cacheRead": 0.125, "cacheWriteShort": 6.25, "cacheWriteLong": 10}
        ]},
        {"vendor": "anthropic", "model": "claude-haiku-4-5", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1, "output": 5, "cacheRead": 0.1, "cacheWriteShort": 1.25, "cacheWriteLong": 2},
          {"tier": "batch", "from": "2026-10-14", "input": 0.5, "output": 2.5, "cacheRead": 0.05, "cacheWriteShort": 0.625, "cacheWriteLong": 1}
        ]},
        {"vendor": "anthropic", "model": "claude-haiku-5-5", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.1, "output": 0.5, "cacheRead": 0.01, "cacheWriteShort": 0.125, "cacheWriteLong": 0.2},
          {"above": 100000, "input": 0.5, "output": 2.5, "cacheRead": 0.05, "cacheWriteShort": 0.625, "cacheWriteLong": 1},
          {"tier": "batch", "from": "2026-10-14", "input": 0.05, "output": 0.25, "cacheRead": 0.005, "cacheWriteShort": 0.0625, "cacheWriteLong": 0.1},
          {"tier": "batch", "from": "2026-10-14", "above": 100000, "input": 0.25, "output": 1.25, "cacheRead": 0.025, "cacheWriteShort": 0.3125, "cacheWriteLong": 0.5}
        ]},
        {"vendor": "anthropic", "model": "claude-mythos-5", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 10, "output": 50, "cacheRead": 1, "cacheWriteShort": 12.5, "cacheWriteLong": 20},
          {"tier": "batch", "input": 5, "output": 25, "cacheRead": 0.5, "cacheWriteShort": 6.25, "cacheWriteLong": 10}
        ]},
        {"vendor": "anthropic", "model": "claude-mythos-5-1", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 10, "output": 50, "cacheRead": 0.25, "cacheWriteShort": 12.5, "cacheWriteLong": 20},
          {"tier": "batch", "input": 5, "output": 25, "cacheRead": 0.125, "cacheWriteShort": 6.25, "cacheWriteLong": 10}
        ]},
        {"vendor": "anthropic", "model": "claude-opus-4-5", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 5, "output": 25, "cacheRead": 0.5, "cacheWriteShort": 6.25, "cacheWriteLong": 10},
          {"tier": "batch", "from": "2026-10-14", "input": 2.5, "output": 12.5, "cacheRead": 0.25, "cacheWriteShort": 3.125, "cacheWriteLong": 5}
        ]},
        {"vendor": "anthropic", "model": "claude-opus-4-6", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 5, "output": 25, "cacheRead": 0.5, "cacheWriteShort": 6.25, "cacheWriteLong": 10},
          {"above": 200000, "input": 10, "output": 37.5, "cacheRead": 1, "cacheWriteShort": 12.5, "cacheWriteLong": 20},
          {"from": "2026-03-13", "input": 5, "output": 25, "cacheRead": 0.5, "cacheWriteShort": 6.25, "cacheWriteLong": 10},
          {"tier": "batch", "from": "2026-10-14", "input": 2.5, "output": 12.5, "cacheRead": 0.25, "cacheWriteShort": 3.125, "cacheWriteLong": 5}
        ]},
        {"vendor": "anthropic", "model": "claude-opus-4-7", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 5, "output": 25, "cacheRead": 0.5, "cacheWriteShort": 6.25, "cacheWriteLong": 10},
          {"tier": "batch", "from": "2026-10-14", "input": 2.5, "output": 12.5, "cacheRead": 0.25, "cacheWriteShort": 3.125, "cacheWriteLong": 5}
        ]},
        {"vendor": "anthropic", "model": "claude-opus-4-8", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 5, "output": 25, "cacheRead": 0.5, "cacheWriteShort": 6.25, "cacheWriteLong": 10},
          {"tier": "batch", "from": "2026-10-14", "input": 2.5, "output": 12.5, "cacheRead": 0.25, "cacheWriteShort": 3.125, "cacheWriteLong": 5}
        ]},
        {"vendor": "anthropic", "model": "claude-opus-5", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 5, "output": 25, "cacheRead": 0.5, "cacheWriteShort": 6.25, "cacheWriteLong": 10},
          {"tier": "batch", "from": "2026-10-14", "input": 2.5, "output": 12.5, "cacheRead": 0.25, "cacheWriteShort": 3.125, "cacheWriteLong": 5}
        ]},
        {"vendor": "anthropic", "model": "claude-opus-5-5", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 4, "output": 20, "cacheRead": 0.2, "cacheWriteShort": 5, "cacheWriteLong": 8},
          {"tier": "batch", "from": "2026-10-14", "input": 2, "output": 10, "cacheRead": 0.1, "cacheWriteShort": 2.5, "cacheWriteLong": 4}
        ]},
        {"vendor": "anthropic", "model": "claude-sonnet-4-5", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 3, "output": 15, "cacheRead": 0.3, "cacheWriteShort": 3.75, "cacheWriteLong": 6},
          {"above": 200000, "input": 6, "output": 22.5, "cacheRead": 0.6, "cacheWriteShort": 7.5, "cacheWriteLong": 12},
          {"tier": "batch", "from": "2026-10-14", "input": 1.5, "output": 7.5, "cacheRead": 0.15, "cacheWriteShort": 1.875, "cacheWriteLong": 3},
          {"tier": "batch", "from": "2026-10-14", "above": 200000, "input": 3, "output": 11.25, "cacheRead": 0.3, "cacheWriteShort": 3.75, "cacheWriteLong": 6}
        ]},
        {"vendor": "anthropic", "model": "claude-sonnet-4-6", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 3, "output": 15, "cacheRead": 0.3, "cacheWriteShort": 3.75, "cacheWriteLong": 6},
          {"above": 200000, "input": 6, "output": 22.5, "cacheRead": 0.6, "cacheWriteShort": 7.5, "cacheWriteLong": 12},
          {"from": "2026-03-13", "input": 3, "output": 15, "cacheRead": 0.3, "cacheWriteShort": 3.75, "cacheWriteLong": 6},
          {"tier": "batch", "from": "2026-10-14", "input": 1.5, "output": 7.5, "cacheRead": 0.15, "cacheWriteShort": 1.875, "cacheWriteLong": 3}
        ]},
        {"vendor": "anthropic", "model": "claude-sonnet-5", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 10, "cacheRead": 0.2, "cacheWriteShort": 2.5, "cacheWriteLong": 4},
          {"tier": "batch", "from": "2026-10-14", "input": 1, "output": 5, "cacheRead": 0.1, "cacheWriteShort": 1.25, "cacheWriteLong": 2}
        ]},
        {"vendor": "anthropic", "model": "claude-sonnet-5-5", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 10, "cacheRead": 0.1, "cacheWriteShort": 2.5, "cacheWriteLong": 4},
          {"tier": "batch", "from": "2026-10-14", "input": 1, "output": 5, "cacheRead": 0.05, "cacheWriteShort": 1.25, "cacheWriteLong": 2}
        ]}
        ]}

        """#
}
