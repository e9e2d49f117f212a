extension ShippedPrices {
    static let azure = #"""
        {"format": "podium-prices", "version": 1, "models": [
        {"vendor": "azure", "model": "chat-latest", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 5, "output": 30, "cacheRead": 0.5}
        ]},
        {"vendor": "azure", "model": "gpt-4.1", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 8, "cacheRead": 0.5}
        ]},
        {"vendor": "azure", "model": "gpt-4.1-mini", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 0.4, "output": 1.6, "cacheRead": 0.1}
        ]},
        {"vendor": "azure", "model": "gpt-4o", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 2.5, "output": 10, "cacheRead": 1.25}
        ]},
        {"vendor": "azure", "model": "gpt-4o-mini", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 0.15, "output": 0.6, "cacheRead": 0.075}
        ]},
        {"vendor": "azure", "model": "gpt-5", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 1.25, "output": 10, "cacheRead": 0.125}
        ]},
        {"vendor": "azure", "model": "gpt-5-mini", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 0.25, "output": 2, "cacheRead": 0.025}
        ]},
        {"vendor": "azure", "model": "gpt-5-nano", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 0.05, "output": 0.4, "cacheRead": 0.005}
        ]},
        {"vendor": "azure", "model": "gpt-5-pro", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 15, "output": 120}
        ]},
        {"vendor": "azure", "model": "gpt-5.1", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 1.25, "output": 10, "cacheRead": 0.125}
        ]},
        {"vendor": "azure", "model": "gpt-5.2", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 1.75, "output": 14, "cacheRead": 0.175}
        ]},
        {"vendor": "azure", "model": "gpt-5.2-pro", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 21, "output": 168}
        ]},
        {"vendor": "azure", "model": "gpt-5.3-codex", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 1.75, "output": 14, "cacheRead": 0.175}
        ]},
        {"vendor": "azure", "model": "gpt-5.4", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 2.5, "output": 15, "cacheRead": 0.25},
          {"above": 272000, "input": 5, "output": 22.5, "cacheRead": 0.5}
        ]},
        {"vendor": "azure", "model": "gpt-5.4-mini", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 0.75, "output": 4.5, "cacheRead": 0.075}
        ]},
        {"vendor": "azure", "model": "gpt-5.4-nano", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 0.2, "output": 1.25, "cacheRead": 0.02}
        ]},
        {"vendor": "azure", "model": "gpt-5.4-pro", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 30, "output": 180, "cacheRead": 3},
          {"above": 272000, "input": 60, "output": 270, "cacheRead": 6}
        ]},
        {"vendor": "azure", "model": "gpt-5.5", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 5, "output": 30, "cacheRead": 0.5},
          {"above": 272000, "input": 10, "output": 45, "cacheRead": 1}
        ]},
        {"vendor": "azure", "model": "gpt-5.5-pro", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 30, "output": 180, "cacheRead": 3},
          {"above": 272000, "input": 60, "output": 270, "cacheRead": 6}
        ]},
        {"vendor": "azure", "model": "gpt-5.6", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 4, "output": 20, "cacheRead": 0.4, "cacheWriteShort": 5},
          {"above": 272000, "input": 8, "output": 30, "cacheRead": 0.8, "cacheWriteShort": 10}
        ]},
        {"vendor": "azure", "model": "gpt-5.6-luna", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 0.2, "output": 1.2, "cacheRead": 0.02, "cacheWriteShort": 0.25},
          {"above": 272000, "input": 0.4, "output": 1.8, "cacheRead": 0.04, "cacheWriteShort": 0.5}
        ]},
        {"vendor": "azure", "model": "gpt-5.6-sol", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 4, "output": 20, "cacheRead": 0.4, "cacheWriteShort": 5},
          {"above": 272000, "input": 8, "output": 30, "cacheRead": 0.8, "cacheWriteShort": 10}
        ]},
        {"vendor": "azure", "model": "gpt-5.6-terra", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 12, "cacheRead": 0.2, "cacheWriteShort": 2.5},
          {"above": 272000, "input": 4, "output": 18, "cacheRead": 0.4, "cacheWriteShort": 5}
        ]},
        {"vendor": "azure", "model": "gpt-6-astra", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 10, "output": 50, "cacheRead": 1, "cacheWriteShort": 12.5},
          {"above": 272000, "input": 20, "output": 75, "cacheRead": 2, "cacheWriteShort": 25}
        ]},
        {"vendor": "azure", "model": "gpt-6-luna", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 0.1, "output": 0.5, "cacheRead": 0.01, "cacheWriteShort": 0.125},
          {"above": 272000, "input": 0.2, "output": 0.75, "cacheRead": 0.02, "cacheWriteShort": 0.25}
        ]},
        {"vendor": "azure", "model": "gpt-6-sol", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 10, "cacheRead": 0.2, "cacheWriteShort": 2.5},
          {"above": 272000, "input": 4, "output": 15, "cacheRead": 0.4, "cacheWriteShort": 5}
        ]},
        {"vendor": "azure", "model": "gpt-6.1-sol", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 10, "cacheRead": 0.1, "cacheWriteShort": 2.5},
          {"above": 272000, "input": 4, "output": 15, "cacheRead": 0.2, "cacheWriteShort": 5}
        ]},
        {"vendor": "azure", "model": "gpt-6.1-terra", "source": "LiteLLM 1.110.2", "read": "2026-11-25", "prices": [
          {"input": 1, "output": 5, "cacheRead": 0.05, "cacheWriteShort": 1.25},
          {"above": 272000, "input": 2, "output": 7.5, "cacheRead": 0.1, "cacheWriteShort": 2.5}
        ]}
        ]}

        """#
}
