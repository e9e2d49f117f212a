extension ShippedPrices {
    static let xai = #"""
        {"format": "podium-prices", "version": 1, "models": [
        {"vendor": "xai", "model": "grok-4.20", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 6, "cacheRead": 0.2},
          {"above": 199999, "input": 4, "output": 12, "cacheRead": 0.4},
          {"from": "2026-04-30", "input": 1.25, "output": 2.5, "cacheRead": 0.2},
          {"from": "2026-04-30", "above": 199999, "input": 2.5, "output": 5, "cacheRead": 0.4},
          {"tier": "batch", "from": "2026-10-14", "input": 1, "output": 2, "cacheRead": 0.16},
          {"tier": "batch", "from": "2026-10-14", "above": 199999, "input": 2, "output": 4, "cacheRead": 0.32}
        ]},
        {"vendor": "xai", "model": "grok-4.20-0309-non-reasoning", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 6, "cacheRead": 0.2},
          {"above": 199999, "input": 4, "output": 12, "cacheRead": 0.4},
          {"from": "2026-04-30", "input": 1.25, "output": 2.5, "cacheRead": 0.2},
          {"from": "2026-04-30", "above": 199999, "input": 2.5, "output": 5, "cacheRead": 0.4},
          {"tier": "batch", "from": "2026-10-14", "input": 1, "output": 2, "cacheRead": 0.16},
          {"tier": "batch", "from": "2026-10-14", "above": 199999, "input": 2, "output": 4, "cacheRead": 0.32}
        ]},
        {"vendor": "xai", "model": "grok-4.20-0309-reasoning", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 6, "cacheRead": 0.2},
          {"above": 199999, "input": 4, "output": 12, "cacheRead": 0.4},
          {"from": "2026-04-30", "input": 1.25, "output": 2.5, "cacheRead": 0.2},
          {"from": "2026-04-30", "above": 199999, "input": 2.5, "output": 5, "cacheRead": 0.4},
          {"tier": "batch", "from": "2026-10-14", "input": 1, "output": 2, "cacheRead": 0.16},
          {"tier": "batch", "from": "2026-10-14", "above": 199999, "input": 2, "output": 4, "cacheRead": 0.32}
        ]},
        {"vendor": "xai", "model": "grok-4.20-multi-agent", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 6, "cacheRead": 0.2},
          {"above": 199999, "input": 4, "output": 12, "cacheRead": 0.4},
          {"from": "2026-04-30", "input": 1.25, "output": 2.5, "cacheRead": 0.2},
          {"from": "2026-04-30", "above": 199999, "input": 2.5, "output": 5, "cacheRead": 0.4},
          {"tier": "batch", "from": "2026-10-14", "input": 1, "output": 2, "cacheRead": 0.16},
          {"tier": "batch", "from": "2026-10-14", "above": 199999, "input": 2, "output": 4, "cacheRead": 0.32}
        ]},
        {"vendor": "xai", "model": "grok-4.20-multi-agent-0309", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 6, "cacheRead": 0.2},
          {"above": 199999, "input": 4, "output": 12, "cacheRead": 0.4},
          {"from": "2026-04-30", "input": 1.25, "output": 2.5, "cacheRead": 0.2},
          {"from": "2026-04-30", "above": 199999, "input": 2.5, "output": 5, "cacheRead": 0.4},
          {"tier": "batch", "from": "2026-10-14", "input": 1, "output": 2, "cacheRead": 0.16},
          {"tier": "batch", "from": "2026-10-14", "above": 199999, "input": 2, "output": 4, "cacheRead": 0.32}
        ]},
        {"vendor": "xai", "model": "grok-4.20-multi-agent-beta-0309", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 6, "cacheRead": 0.2},
          {"above": 199999, "input": 4, "output": 12, "cacheRead": 0.4},
          {"from": "2026-04-30", "input": 1.25, "output": 2.5, "cacheRead": 0.2},
          {"from": "2026-04-30", "above": 199999, "input": 2.5, "output": 5, "cacheRead": 0.4},
          {"tier": "batch", "from": "2026-10-14", "input": 1, "output": 2, "cacheRead": 0.16},
          {"tier": "batch", "from": "2026-10-14", "above": 199999, "input": 2, "output": 4, "cacheRead": 0.32}
        ]},
        {"vendor": "xai", "model": "grok-4.20-multi-agent-beta-latest", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 6, "cacheRead": 0.2},
          {"above": 199999, "input": 4, "output": 12, "cacheRead": 0.4},
          {"from": "2026-04-30", "input": 1.25, "output": 2.5, "cacheRead": 0.2},
          {"from": "2026-04-30", "above": 199999, "input": 2.5, "output": 5, "cacheRead": 0.4},
          {"tier": "batch", "from": "2026-10-14", "input": 1, "output": 2, "cacheRead": 0.16},
          {"tier": "batch", "from": "2026-10-14", "above": 199999, "input": 2, "output": 4, "cacheRead": 0.32}
        ]},
        {"vendor": "xai", "model": "grok-4.20-non-reasoning", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 1.25, "output": 2.5, "cacheRead": 0.2},
          {"above": 199999, "input": 2.5, "output": 5, "cacheRead": 0.4},
          {"tier": "batch", "input": 1, "output": 2, "cacheRead": 0.16},
          {"tier": "batch", "above": 199999, "input": 2, "output": 4, "cacheRead": 0.32}
        ]},
        {"vendor": "xai", "model": "grok-4.20-reasoning", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 1.25, "output": 2.5, "cacheRead": 0.2},
          {"above": 199999, "input": 2.5, "output": 5, "cacheRead": 0.4},
          {"tier": "batch", "input": 1, "output": 2, "cacheRead": 0.16},
          {"tier": "batch", "above": 199999, "input": 2, "output": 4, "cacheRead": 0.32}
        ]},
        {"vendor": "xai", "model": "grok-4.3", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1.25, "output": 2.5, "cacheRead": 0.2},
          {"above": 199999, "input": 2.5, "output": 5, "cacheRead": 0.4},
          {"tier": "batch", "from": "2026-10-14", "input": 1, "output": 2, "cacheRead": 0.16},
          {"tier": "batch", "from": "2026-10-14", "above": 199999, "input": 2, "output": 4, "cacheRead": 0.32}
        ]},
        {"vendor": "xai", "model": "grok-4.5", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 6, "cacheRead": 0.3},
          {"above": 199999, "input": 4, "output": 12, "cacheRead": 0.6}
        ]},
        {"vendor": "xai", "model": "grok-4.6", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 6, "cacheRead": 0.5},
          {"above": 199999, "input": 4, "output": 12, "cacheRead": 1}
        ]},
        {"vendor": "xai", "model": "grok-4.7", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 6, "cacheRead": 0.5},
          {"above": 199999, "input": 4, "output": 12, "cacheRead": 1},
          {"tier": "batch", "input": 1.6, "output": 4.8, "cacheRead": 0.4},
          {"tier": "batch", "above": 199999, "input": 3.2, "output": 9.6, "cacheRead": 0.8}
        ]},
        {"vendor": "xai", "model": "grok-build-0.1", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1, "output": 2, "cacheRead": 0.2},
          {"above": 199999, "input": 2, "output": 4, "cacheRead": 0.4}
        ]}
        ]}

        """#
}
