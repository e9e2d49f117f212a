extension ShippedPrices {
    static let openAI = #"""
        {"format": "podium-prices", "version": 1, "models": [
        {"vendor": "openai", "model": "chat-latest", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 5, "output": 30, "cacheRead": 0.5}
        ]},
        {"vendor": "openai", "model": "gpt-4.1", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 8, "cacheRead": 0.5},
          {"tier": "batch", "from": "2026-10-14", "input": 1, "output": 4, "cacheRead": 0.5},
          {"tier": "priority", "from": "2026-10-12", "input": 3.5, "output": 14, "cacheRead": 0.875}
        ]},
        {"vendor": "openai", "model": "gpt-4.1-mini", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.4, "output": 1.6, "cacheRead": 0.1},
          {"tier": "batch", "from": "2026-10-14", "input": 0.2, "output": 0.8, "cacheRead": 0.1},
          {"tier": "priority", "from": "2026-10-12", "input": 0.7, "output": 2.8, "cacheRead": 0.175}
        ]},
        {"vendor": "openai", "model": "gpt-4o", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2.5, "output": 10, "cacheRead": 1.25},
          {"tier": "batch", "from": "2026-10-14", "input": 1.25, "output": 5},
          {"tier": "priority", "from": "2026-10-12", "input": 4.25, "output": 17, "cacheRead": 2.125}
        ]},
        {"vendor": "openai", "model": "gpt-4o-mini", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.15, "output": 0.6, "cacheRead": 0.075},
          {"tier": "batch", "from": "2026-10-14", "input": 0.075, "output": 0.3},
          {"tier": "priority", "from": "2026-10-12", "input": 0.25, "output": 1, "cacheRead": 0.125}
        ]},
        {"vendor": "openai", "model": "gpt-5", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1.25, "output": 10, "cacheRead": 0.125},
          {"tier": "batch", "from": "2026-10-14", "input": 0.625, "output": 5, "cacheRead": 0.0625},
          {"tier": "flex", "from": "2026-10-12", "input": 0.625, "output": 5, "cacheRead": 0.0625},
          {"tier": "priority", "from": "2026-10-12", "input": 2.5, "output": 20, "cacheRead": 0.25}
        ]},
        {"vendor": "openai", "model": "gpt-5-mini", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.25, "output": 2, "cacheRead": 0.025},
          {"tier": "batch", "from": "2026-10-14", "input": 0.125, "output": 1, "cacheRead": 0.0125},
          {"tier": "flex", "from": "2026-10-12", "input": 0.125, "output": 1, "cacheRead": 0.0125},
          {"tier": "priority", "from": "2026-10-12", "input": 0.45, "output": 3.6, "cacheRead": 0.045}
        ]},
        {"vendor": "openai", "model": "gpt-5-nano", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.05, "output": 0.4, "cacheRead": 0.005},
          {"tier": "batch", "from": "2026-10-14", "input": 0.025, "output": 0.2, "cacheRead": 0.0025},
          {"tier": "flex", "from": "2026-10-12", "input": 0.025, "output": 0.2, "cacheRead": 0.0025}
        ]},
        {"vendor": "openai", "model": "gpt-5-pro", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 15, "output": 120},
          {"tier": "batch", "from": "2026-10-14", "input": 7.5, "output": 60}
        ]},
        {"vendor": "openai", "model": "gpt-5.1", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1.25, "output": 10, "cacheRead": 0.125},
          {"tier": "batch", "from": "2026-10-14", "input": 0.625, "output": 5, "cacheRead": 0.0625},
          {"tier": "flex", "from": "2026-10-12", "input": 0.625, "output": 5, "cacheRead": 0.0625},
          {"tier": "priority", "from": "2026-10-12", "input": 2.5, "output": 20, "cacheRead": 0.25}
        ]},
        {"vendor": "openai", "model": "gpt-5.2", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1.75, "output": 14, "cacheRead": 0.175},
          {"tier": "batch", "from": "2026-10-14", "input": 0.875, "output": 7, "cacheRead": 0.0875},
          {"tier": "flex", "from": "2026-10-12", "input": 0.875, "output": 7, "cacheRead": 0.0875},
          {"tier": "priority", "from": "2026-10-12", "input": 3.5, "output": 28, "cacheRead": 0.35}
        ]},
        {"vendor": "openai", "model": "gpt-5.2-pro", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 21, "output": 168},
          {"tier": "batch", "from": "2026-10-14", "input": 10.5, "output": 84}
        ]},
        {"vendor": "openai", "model": "gpt-5.3-codex", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1.75, "output": 14, "cacheRead": 0.175},
          {"tier": "priority", "from": "2026-10-12", "input": 3.5, "output": 28, "cacheRead": 0.35}
        ]},
        {"vendor": "openai", "model": "gpt-5.4", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2.5, "output": 15, "cacheRead": 0.25},
          {"above": 272000, "input": 5, "output": 22.5, "cacheRead": 0.5},
          {"tier": "batch", "from": "2026-10-14", "input": 1.25, "output": 7.5, "cacheRead": 0.13},
          {"tier": "batch", "from": "2026-10-14", "above": 272000, "input": 2.5, "output": 11.25, "cacheRead": 0.25},
          {"tier": "flex", "from": "2026-10-12", "input": 1.25, "output": 7.5, "cacheRead": 0.13},
          {"tier": "flex", "from": "2026-10-12", "above": 272000, "input": 2.5, "output": 11.25, "cacheRead": 0.25},
          {"tier": "priority", "from": "2026-10-12", "input": 5, "output": 30, "cacheRead": 0.5}
        ]},
        {"vendor": "openai", "model": "gpt-5.4-mini", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.75, "output": 4.5, "cacheRead": 0.075},
          {"tier": "batch", "from": "2026-10-14", "input": 0.375, "output": 2.25, "cacheRead": 0.0375},
          {"tier": "flex", "from": "2026-10-12", "input": 0.375, "output": 2.25, "cacheRead": 0.0375},
          {"tier": "priority", "from": "2026-10-12", "input": 1.5, "output": 9, "cacheRead": 0.15}
        ]},
        {"vendor": "openai", "model": "gpt-5.4-nano", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.2, "output": 1.25, "cacheRead": 0.02},
          {"tier": "batch", "from": "2026-10-14", "input": 0.1, "output": 0.625, "cacheRead": 0.01},
          {"tier": "flex", "from": "2026-10-12", "input": 0.1, "output": 0.625, "cacheRead": 0.01}
        ]},
        {"vendor": "openai", "model": "gpt-5.4-pro", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 30, "output": 180},
          {"above": 272000, "input": 60, "output": 270},
          {"tier": "batch", "from": "2026-10-14", "input": 15, "output": 90},
          {"tier": "batch", "from": "2026-10-14", "above": 272000, "input": 30, "output": 135},
          {"tier": "flex", "from": "2026-10-12", "input": 15, "output": 90},
          {"tier": "flex", "from": "2026-10-12", "above": 272000, "input": 30, "output": 135}
        ]},
        {"vendor": "openai", "model": "gpt-5.5", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 5, "output": 30, "cacheRead": 0.5},
          {"above": 272000, "input": 10, "output": 45, "cacheRead": 1},
          {"tier": "batch", "from": "2026-10-14", "input": 2.5, "output": 15, "cacheRead": 0.25},
          {"tier": "batch", "from": "2026-10-14", "above": 272000, "input": 5, "output": 22.5, "cacheRead": 0.5},
          {"tier": "flex", "from": "2026-10-12", "input": 2.5, "output": 15, "cacheRead": 0.25},
          {"tier": "flex", "from": "2026-10-12", "above": 272000, "input": 5, "output": 22.5, "cacheRead": 0.5},
          {"tier": "priority", "from": "2026-10-12", "input": 12.5, "output": 75, "cacheRead": 1.25}
        ]},
        {"vendor": "openai", "model": "gpt-5.5-cyber", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 12.5, "output": 75},
          {"from": "2026-10-19", "input": 12.5, "output": 75, "cacheRead": 1.25}
        ]},
        {"vendor": "openai", "model": "gpt-5.5-pro", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 30, "output": 180},
          {"above": 272000, "input": 60, "output": 270},
          {"tier": "batch", "from": "2026-10-14", "input": 15, "output": 90},
          {"tier": "batch", "from": "2026-10-14", "above": 272000, "input": 30, "output": 135},
          {"tier": "flex", "from": "2026-10-12", "input": 15, "output": 90}
        ]},
        {"vendor": "openai", "model": "gpt-5.6", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 5, "output": 30, "cacheRead": 0.5, "cacheWriteShort": 6.25},
          {"above": 272000, "input": 10, "output": 45, "cacheRead": 1, "cacheWriteShort": 12.5},
          {"from": "2026-08-21", "input": 4, "output": 20, "cacheRead": 0.4, "cacheWriteShort": 5, "cacheWriteLong": 10},
          {"from": "2026-08-21", "above": 272000, "input": 8, "output": 30, "cacheRead": 0.8, "cacheWriteShort": 10, "cacheWriteLong": 20},
          {"tier": "batch", "from": "2026-10-14", "input": 2, "output": 10, "cacheRead": 0.2, "cacheWriteShort": 2.5, "cacheWriteLong": 5},
          {"tier": "batch", "from": "2026-10-14", "above": 272000, "input": 4, "output": 15, "cacheRead": 0.4, "cacheWriteShort": 5, "cacheWriteLong": 10},
          {"tier": "flex", "from": "2026-10-12", "input": 2, "output": 10, "cacheRead": 0.2, "cacheWriteShort": 2.5, "cacheWriteLong": 5},
          {"tier": "flex", "from": "2026-10-12", "above": 272000, "input": 4, "output": 15, "cacheRead": 0.4, "cacheWriteShort": 5, "cacheWriteLong": 10},
          {"tier": "priority", "from": "2026-10-12", "input": 8, "output": 40, "cacheRead": 0.8, "cacheWriteShort": 10, "cacheWriteLong": 20},
          {"tier": "priority", "from": "2026-10-12", "above": 272000, "input": 16, "output": 60, "cacheRead": 1.6, "cacheWriteShort": 20, "cacheWriteLong": 40}
        ]},
        {"vendor": "openai", "model": "gpt-5.6-cyber", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 12.5, "output": 75, "cacheRead": 1.25, "cacheWriteShort": 15.625, "cacheWriteLong": 31.25},
          {"above": 272000, "input": 25, "output": 112.5, "cacheRead": 2.5, "cacheWriteShort": 31.25, "cacheWriteLong": 62.5}
        ]},
        {"vendor": "openai", "model": "gpt-5.6-luna", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1, "output": 6, "cacheRead": 0.1, "cacheWriteShort": 1.25},
          {"above": 272000, "input": 2, "output": 9, "cacheRead": 0.2, "cacheWriteShort": 2.5},
          {"from": "2026-07-30", "input": 0.2, "output": 1.2, "cacheRead": 0.02, "cacheWriteShort": 0.25, "cacheWriteLong": 0.5},
          {"from": "2026-07-30", "above": 272000, "input": 0.4, "output": 1.8, "cacheRead": 0.04, "cacheWriteShort": 0.5, "cacheWriteLong": 1},
          {"tier": "batch", "from": "2026-10-14", "input": 0.1, "output": 0.6, "cacheRead": 0.01, "cacheWriteShort": 0.125, "cacheWriteLong": 0.25},
          {"tier": "batch", "from": "2026-10-14", "above": 272000, "input": 0.2, "output": 0.9, "cacheRead": 0.02, "cacheWriteShort": 0.25, "cacheWriteLong": 0.5},
          {"tier": "flex", "from": "2026-10-12", "input": 0.1, "output": 0.6, "cacheRead": 0.01, "cacheWriteShort": 0.125, "cacheWriteLong": 0.25},
          {"tier": "flex", "from": "2026-10-12", "above": 272000, "input": 0.2, "output": 0.9, "cacheRead": 0.02, "cacheWriteShort": 0.25, "cacheWriteLong": 0.5},
          {"tier": "priority", "from": "2026-10-12", "input": 0.4, "output": 2.4, "cacheRead": 0.04, "cacheWriteShort": 0.5, "cacheWriteLong": 1},
          {"tier": "priority", "from": "2026-10-12", "above": 272000, "input": 0.8, "output": 3.6, "cacheRead": 0.08, "cacheWriteShort": 1, "cacheWriteLong": 2}
        ]},
        {"vendor": "openai", "model": "gpt-5.6-sol", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 5, "output": 30, "cacheRead": 0.5, "cacheWriteShort": 6.25},
          {"above": 272000, "input": 10, "output": 45, "cacheRead": 1, "cacheWriteShort": 12.5},
          {"from": "2026-08-21", "input": 4, "output": 20, "cacheRead": 0.4, "cacheWriteShort": 5, "cacheWriteLong": 10},
          {"from": "2026-08-21", "above": 272000, "input": 8, "output": 30, "cacheRead": 0.8, "cacheWriteShort": 10, "cacheWriteLong": 20},
          {"tier": "batch", "from": "2026-10-14", "input": 2, "output": 10, "cacheRead": 0.2, "cacheWriteShort": 2.5, "cacheWriteLong": 5},
          {"tier": "batch", "from": "2026-10-14", "above": 272000, "input": 4, "output": 15, "cacheRead": 0.4, "cacheWriteShort": 5, "cacheWriteLong": 10},
          {"tier": "flex", "from": "2026-10-12", "input": 2, "output": 10, "cacheRead": 0.2, "cacheWriteShort": 2.5, "cacheWriteLong": 5},
          {"tier": "flex", "from": "2026-10-12", "above": 272000, "input": 4, "output": 15, "cacheRead": 0.4, "cacheWriteShort": 5, "cacheWriteLong": 10},
          {"tier": "priority", "from": "2026-10-12", "input": 8, "output": 40, "cacheRead": 0.8, "cacheWriteShort": 10, "cacheWriteLong": 20},
          {"tier": "priority", "from": "2026-10-12", "above": 272000, "input": 16, "output": 60, "cacheRead": 1.6, "cacheWriteShort": 20, "cacheWriteLong": 40}
        ]},
        {"vendor": "openai", "model": "gpt-5.6-terra", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2.5, "output": 15, "cacheRead": 0.25, "cacheWriteShort": 3.125},
          {"above": 272000, "input": 5, "output": 22.5, "cacheRead": 0.5, "cacheWriteShort": 6.25},
          {"from": "2026-07-30", "input": 2, "output": 12, "cacheRead": 0.2, "cacheWriteShort": 2.5, "cacheWriteLong": 5},
          {"from": "2026-07-30", "above": 272000, "input": 4, "output": 18, "cacheRead": 0.4, "cacheWriteShort": 5, "cacheWriteLong": 10},
          {"tier": "batch", "from": "2026-10-14", "input": 1, "output": 6, "cacheRead": 0.1, "cacheWriteShort": 1.25, "cacheWriteLong": 2.5},
          {"tier": "batch", "from": "2026-10-14", "above": 272000, "input": 2, "output": 9, "cacheRead": 0.2, "cacheWriteShort": 2.5, "cacheWriteLong": 5},
          {"tier": "flex", "from": "2026-10-12", "input": 1, "output": 6, "cacheRead": 0.1, "cacheWriteShort": 1.25, "cacheWriteLong": 2.5},
          {"tier": "flex", "from": "2026-10-12", "above": 272000, "input": 2, "output": 9, "cacheRead": 0.2, "cacheWriteShort": 2.5, "cacheWriteLong": 5},
          {"tier": "priority", "from": "2026-10-12", "input": 4, "output": 24, "cacheRead": 0.4, "cacheWriteShort": 5, "cacheWriteLong": 10},
          {"tier": "priority", "from": "2026-10-12", "above": 272000, "input": 8, "output": 36, "cacheRead": 0.8, "cacheWriteShort": 10, "cacheWriteLong": 20}
        ]},
        {"vendor": "openai", "model": "gpt-6-astra", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 10, "output": 50, "cacheRead": 1, "cacheWriteShort": 12.5, "cacheWriteLong": 25},
          {"above": 272000, "input": 20, "output": 75, "cacheRead": 2, "cacheWriteShort": 25, "cacheWriteLong": 50},
          {"tier": "batch", "from": "2026-10-14", "input": 5, "output": 25, "cacheRead": 0.5, "cacheWriteShort": 6.25, "cacheWriteLong": 12.5},
          {"tier": "batch", "from": "2026-10-14", "above": 272000, "input": 10, "output": 37.5, "cacheRead": 1, "cacheWriteShort": 12.5, "cacheWriteLong": 25},
          {"tier": "flex", "from": "2026-10-12", "input": 5, "output": 25, "cacheRead": 0.5, "cacheWriteShort": 6.25, "cacheWriteLong": 12.5},
          {"tier": "flex", "from": "2026-10-12", "above": 272000, "input": 10, "output": 37.5, "cacheRead": 1, "cacheWriteShort": 12.5, "cacheWriteLong": 25},
          {"tier": "priority", "from": "2026-10-12", "input": 20, "output": 100, "cacheRead": 2, "cacheWriteShort": 25, "cacheWriteLong": 50},
          {"tier": "priority", "from": "2026-10-12", "above": 272000, "input": 40, "output": 150, "cacheRead": 4, "cacheWriteShort": 50, "cacheWriteLong": 100}
        ]},
        {"vendor": "openai", "model": "gpt-6-cyber", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 20, "output": 100, "cacheRead": 2, "cacheWriteShort": 25, "cacheWriteLong": 50}
        ]},
        {"vendor": "openai", "model": "gpt-6-luna", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.1, "output": 0.5, "cacheRead": 0.01, "cacheWriteShort": 0.125, "cacheWriteLong": 0.25},
          {"above": 272000, "input": 0.2, "output": 0.75, "cacheRead": 0.02, "cacheWriteShort": 0.25, "cacheWriteLong": 0.5},
          {"tier": "batch", "from": "2026-10-14", "input": 0.05, "output": 0.25, "cacheRead": 0.005, "cacheWriteShort": 0.0625, "cacheWriteLong": 0.125},
          {"tier": "batch", "from": "2026-10-14", "above": 272000, "input": 0.1, "output": 0.375, "cacheRead": 0.01, "cacheWriteShort": 0.125, "cacheWriteLong": 0.25},
          {"tier": "flex", "from": "2026-10-12", "input": 0.05, "output": 0.25, "cacheRead": 0.005, "cacheWriteShort": 0.0625, "cacheWriteLong": 0.125},
          {"tier": "flex", "from": "2026-10-12", "above": 272000, "input": 0.1, "output": 0.375, "cacheRead": 0.01, "cacheWriteShort": 0.125, "cacheWriteLong": 0.25},
          {"tier": "priority", "from": "2026-10-12", "input": 0.2, "output": 1, "cacheRead": 0.02, "cacheWriteShort": 0.25, "cacheWriteLong": 0.5},
          {"tier": "priority", "from": "2026-10-12", "above": 272000, "input": 0.4, "output": 1.5, "cacheRead": 0.04, "cacheWriteShort": 0.5, "cacheWriteLong": 1}
        ]},
        {"vendor": "openai", "model": "gpt-6-rosalind", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 15, "output": 75, "cacheRead": 1.5, "cacheWriteShort": 18.75, "cacheWriteLong": 37.5},
          {"above": 272000, "input": 30, "output": 112.5, "cacheRead": 3, "cacheWriteShort": 37.5, "cacheWriteLong": 75}
        ]},
        {"vendor": "openai", "model": "gpt-6-sol", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 10, "cacheRead": 0.2, "cacheWriteShort": 2.5, "cacheWriteLong": 5},
          {"above": 272000, "input": 4, "output": 15, "cacheRead": 0.4, "cacheWriteShort": 5, "cacheWriteLong": 10},
          {"tier": "batch", "from": "2026-10-14", "input": 1, "output": 5, "cacheRead": 0.1, "cacheWriteShort": 1.25, "cacheWriteLong": 2.5},
          {"tier": "batch", "from": "2026-10-14", "above": 272000, "input": 2, "output": 7.5, "cacheRead": 0.2, "cacheWriteShort": 2.5, "cacheWriteLong": 5},
          {"tier": "flex", "from": "2026-10-12", "input": 1, "output": 5, "cacheRead": 0.1, "cacheWriteShort": 1.25, "cacheWriteLong": 2.5},
          {"tier": "flex", "from": "2026-10-12", "above": 272000, "input": 2, "output": 7.5, "cacheRead": 0.2, "cacheWriteShort": 2.5, "cacheWriteLong": 5},
          {"tier": "priority", "from": "2026-10-12", "input": 4, "output": 20, "cacheRead": 0.4, "cacheWriteShort": 5, "cacheWriteLong": 10},
          {"tier": "priority", "from": "2026-10-12", "above": 272000, "input": 8, "output": 30, "cacheRead": 0.8, "cacheWriteShort": 10, "cacheWriteLong": 20}
        ]},
        {"vendor": "openai", "model": "gpt-6.1-sol", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 10, "cacheRead": 0.1, "cacheWriteShort": 2.5, "cacheWriteLong": 5},
          {"above": 272000, "input": 4, "output": 15, "cacheRead": 0.2, "cacheWriteShort": 5, "cacheWriteLong": 10},
          {"tier": "batch", "from": "2026-10-14", "input": 1, "output": 5, "cacheRead": 0.05, "cacheWriteShort": 1.25, "cacheWriteLong": 2.5},
          {"tier": "batch", "from": "2026-10-14", "above": 272000, "input": 2, "output": 7.5, "cacheRead": 0.1, "cacheWriteShort": 2.5, "cacheWriteLong": 5},
          {"tier": "flex", "from": "2026-10-12", "input": 1, "output": 5, "cacheRead": 0.05, "cacheWriteShort": 1.25, "cacheWriteLong": 2.5},
          {"tier": "flex", "from": "2026-10-12", "above": 272000, "input": 2, "output": 7.5, "cacheRead": 0.1, "cacheWriteShort": 2.5, "cacheWriteLong": 5},
          {"tier": "priority", "from": "2026-10-12", "input": 4, "output": 20, "cacheRead": 0.2, "cacheWriteShort": 5, "cacheWriteLong": 10},
          {"tier": "priority", "from": "2026-10-12", "above": 272000, "input": 8, "output": 30, "cacheRead": 0.4, "cacheWriteShort": 10, "cacheWriteLong": 20}
        ]},
        {"vendor": "openai", "model": "gpt-6.1-terra", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1, "output": 5, "cacheRead": 0.05, "cacheWriteShort": 1.25, "cacheWriteLong": 2.5},
          {"above": 272000, "input": 2, "output": 7.5, "cacheRead": 0.1, "cacheWriteShort": 2.5, "cacheWriteLong": 5},
          {"tier": "batch", "input": 0.5, "output": 2.5, "cacheRead": 0.025, "cacheWriteShort": 0.625, "cacheWriteLong": 1.25},
          {"tier": "batch", "above": 272000, "input": 1, "output": 3.75, "cacheRead": 0.05, "cacheWriteShort": 1.25, "cacheWriteLong": 2.5},
          {"tier": "flex", "input": 0.5, "output": 2.5, "cacheRead": 0.025, "cacheWriteShort": 0.625, "cacheWriteLong": 1.25},
          {"tier": "flex", "above": 272000, "input": 1, "output": 3.75, "cacheRead": 0.05, "cacheWriteShort": 1.25, "cacheWriteLong": 2.5},
          {"tier": "priority", "input": 2, "output": 10, "cacheRead": 0.1, "cacheWriteShort": 2.5, "cacheWriteLong": 5},
          {"tier": "priority", "above": 272000, "input": 4, "output": 15, "cacheRead": 0.2, "cacheWriteShort": 5, "cacheWriteLong": 10}
        ]},
        {"vendor": "openai", "model": "gpt-rosalind-discovery", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 5, "output": 25, "cacheRead": 0.5}
        ]},
        {"vendor": "openai", "model": "o3", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 10, "output": 40, "cacheRead": 0.5},
          {"from": "2025-06-10", "input": 2, "output": 8, "cacheRead": 0.5},
          {"tier": "batch", "from": "2026-10-14", "input": 1, "output": 4, "cacheRead": 0.5},
          {"tier": "flex", "from": "2026-10-12", "input": 1, "output": 4, "cacheRead": 0.25},
          {"tier": "priority", "from": "2026-10-12", "input": 3.5, "output": 14, "cacheRead": 0.875}
        ]},
        {"vendor": "openai", "model": "o3-pro", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 20, "output": 80},
          {"tier": "batch", "from": "2026-10-14", "input": 10, "output": 40}
        ]}
        ]}

        """#
}
