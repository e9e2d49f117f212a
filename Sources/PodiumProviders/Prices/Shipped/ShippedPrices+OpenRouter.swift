extension ShippedPrices {
    static let openRouter = #"""
        {"format": "podium-prices", "version": 1, "models": [
        {"vendor": "openrouter", "model": "anthropic/claude-fable-5", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 10, "output": 50, "cacheRead": 1, "cacheWriteShort": 12.5}
        ]},
        {"vendor": "openrouter", "model": "anthropic/claude-fable-5.1", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 10, "output": 50, "cacheRead": 0.25, "cacheWriteShort": 12.5}
        ]},
        {"vendor": "openrouter", "model": "anthropic/claude-haiku-4.5", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1, "output": 5, "cacheRead": 0.1, "cacheWriteShort": 1.25}
        ]},
        {"vendor": "openrouter", "model": "anthropic/claude-haiku-5.5", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.1, "output": 0.5, "cacheRead": 0.01, "cacheWriteShort": 0.125, "cacheWriteLong": 0.2},
          {"above": 100000, "input": 0.5, "output": 2.5, "cacheRead": 0.05, "cacheWriteShort": 0.625, "cacheWriteLong": 1}
        ]},
        {"vendor": "openrouter", "model": "anthropic/claude-opus-4.5", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 5, "output": 25, "cacheRead": 0.5, "cacheWriteShort": 6.25}
        ]},
        {"vendor": "openrouter", "model": "anthropic/claude-opus-4.6", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 5, "output": 25, "cacheRead": 0.5, "cacheWriteShort": 6.25}
        ]},
        {"vendor": "openrouter", "model": "anthropic/claude-opus-4.7", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 5, "output": 25, "cacheRead": 0.5, "cacheWriteShort": 6.25}
        ]},
        {"vendor": "openrouter", "model": "anthropic/claude-opus-4.8", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 5, "output": 25, "cacheRead": 0.5, "cacheWriteShort": 6.25}
        ]},
        {"vendor": "openrouter", "model": "anthropic/claude-opus-5", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 5, "output": 25, "cacheRead": 0.5, "cacheWriteShort": 6.25}
        ]},
        {"vendor": "openrouter", "model": "anthropic/claude-opus-5.5", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 4, "output": 20, "cacheRead": 0.2, "cacheWriteShort": 5}
        ]},
        {"vendor": "openrouter", "model": "anthropic/claude-sonnet-4.5", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 3, "output": 15, "cacheRead": 0.3, "cacheWriteShort": 3.75},
          {"above": 200000, "input": 6, "output": 22.5, "cacheRead": 0.6, "cacheWriteShort": 7.5}
        ]},
        {"vendor": "openrouter", "model": "anthropic/claude-sonnet-4.6", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 3, "output": 15, "cacheRead": 0.3, "cacheWriteShort": 3.75}
        ]},
        {"vendor": "openrouter", "model": "anthropic/claude-sonnet-5", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 10, "cacheRead": 0.2, "cacheWriteShort": 2.5}
        ]},
        {"vendor": "openrouter", "model": "anthropic/claude-sonnet-5.5", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 10, "cacheRead": 0.1, "cacheWriteShort": 2.5}
        ]},
        {"vendor": "openrouter", "model": "google/gemini-2.5-flash", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"from": "2026-10-19", "input": 0.3, "output": 2.5, "cacheRead": 0.03, "cacheWriteShort": 0.383333}
        ]},
        {"vendor": "openrouter", "model": "google/gemini-2.5-flash-lite", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.1, "output": 0.4, "cacheRead": 0.01, "cacheWriteShort": 0.183333}
        ]},
        {"vendor": "openrouter", "model": "google/gemini-2.5-pro", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"from": "2026-10-19", "input": 1.25, "output": 10, "cacheRead": 0.125, "cacheWriteShort": 1.625},
          {"from": "2026-10-19", "above": 200000, "input": 2.5, "output": 15, "cacheRead": 0.25, "cacheWriteShort": 2.875}
        ]},
        {"vendor": "openrouter", "model": "google/gemini-3-flash-preview", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.5, "output": 3, "cacheRead": 0.05, "cacheWriteShort": 0.583333}
        ]},
        {"vendor": "openrouter", "model": "google/gemini-3.1-flash-lite", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.25, "output": 1.5, "cacheRead": 0.025, "cacheWriteShort": 0.333333}
        ]},
        {"vendor": "openrouter", "model": "google/gemini-3.1-pro-preview", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"from": "2026-10-19", "input": 2, "output": 12, "cacheRead": 0.2, "cacheWriteShort": 2.375},
          {"from": "2026-10-19", "above": 200000, "input": 4, "output": 18, "cacheRead": 0.4, "cacheWriteShort": 4.375}
        ]},
        {"vendor": "openrouter", "model": "google/gemini-3.5-flash", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1.5, "output": 9, "cacheRead": 0.15, "cacheWriteShort": 1.583333}
        ]},
        {"vendor": "openrouter", "model": "google/gemini-3.5-flash-lite", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.3, "output": 2.5, "cacheRead": 0.03, "cacheWriteShort": 0.383333}
        ]},
        {"vendor": "openrouter", "model": "google/gemini-3.6-flash", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.75, "output": 3.75, "cacheRead": 0.075, "cacheWriteShort": 0.791667}
        ]},
        {"vendor": "openrouter", "model": "google/gemini-3.7-flash", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.75, "output": 3.75, "cacheRead": 0.075, "cacheWriteShort": 0.791667}
        ]},
        {"vendor": "openrouter", "model": "google/gemini-3.8-flash", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"from": "2026-11-03", "input": 0.75, "output": 3.75, "cacheRead": 0.075, "cacheWriteShort": 0.791667}
        ]},
        {"vendor": "openrouter", "model": "google/gemini-4-argon", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 10, "cacheRead": 0.1, "cacheWriteShort": 2.1875}
        ]},
        {"vendor": "openrouter", "model": "mistralai/codestral-2508", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.3, "output": 0.9, "cacheRead": 0.03}
        ]},
        {"vendor": "openrouter", "model": "mistralai/ministral-14b-2512", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.2, "output": 0.2, "cacheRead": 0.02}
        ]},
        {"vendor": "openrouter", "model": "mistralai/ministral-3b-2512", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.1, "output": 0.1, "cacheRead": 0.01}
        ]},
        {"vendor": "openrouter", "model": "mistralai/ministral-8b-2512", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.15, "output": 0.15, "cacheRead": 0.015}
        ]},
        {"vendor": "openrouter", "model": "mistralai/mistral-large-2512", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.5, "output": 1.5, "cacheRead": 0.05}
        ]},
        {"vendor": "openrouter", "model": "mistralai/mistral-large-4-0", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"from": "2026-11-03", "input": 0.7, "output": 2.1, "cacheRead": 0.07}
        ]},
        {"vendor": "openrouter", "model": "mistralai/mistral-medium-3-5", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1.5, "output": 7.5}
        ]},
        {"vendor": "openrouter", "model": "mistralai/mistral-small-2603", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.15, "output": 0.6, "cacheRead": 0.015}
        ]},
        {"vendor": "openrouter", "model": "mistralai/mistral-tiny", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.25, "output": 0.25}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-4.1", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 8, "cacheRead": 0.5}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-4.1-mini", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.4, "output": 1.6, "cacheRead": 0.1}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-4o", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"from": "2026-10-19", "input": 2.5, "output": 10, "cacheRead": 1.25}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-4o-mini", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.15, "output": 0.6, "cacheRead": 0.075}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-5", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1.25, "output": 10, "cacheRead": 0.125}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-5-mini", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.25, "output": 2, "cacheRead": 0.025}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-5-nano", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"from": "2026-10-19", "input": 0.05, "output": 0.4, "cacheRead": 0.005}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-5-pro", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 15, "output": 120}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-5.1", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"from": "2026-10-19", "input": 1.25, "output": 10, "cacheRead": 0.125}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-5.2", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1.75, "output": 14, "cacheRead": 0.175}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-5.2-pro", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 21, "output": 168}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-5.3-codex", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1.75, "output": 14, "cacheRead": 0.175}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-5.4", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2.5, "output": 15, "cacheRead": 0.25},
          {"above": 272000, "input": 5, "output": 22.5, "cacheRead": 0.5}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-5.4-mini", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.75, "output": 4.5, "cacheRead": 0.075}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-5.4-nano", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.2, "output": 1.25, "cacheRead": 0.02}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-5.4-pro", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 30, "output": 180},
          {"above": 272000, "input": 60, "output": 270}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-5.5", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 5, "output": 30, "cacheRead": 0.5},
          {"above": 272000, "input": 10, "output": 45, "cacheRead": 1}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-5.5-pro", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 30, "output": 180},
          {"above": 272000, "input": 60, "output": 270}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-5.6-luna", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.2, "output": 1.2, "cacheRead": 0.02, "cacheWriteShort": 0.25},
          {"above": 272000, "input": 0.4, "output": 1.8, "cacheRead": 0.04, "cacheWriteShort": 0.5}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-5.6-sol", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"from": "2026-10-19", "input": 4, "output": 20, "cacheRead": 0.4, "cacheWriteShort": 5},
          {"from": "2026-10-19", "above": 272000, "input": 8, "output": 30, "cacheRead": 0.8, "cacheWriteShort": 10}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-5.6-terra", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 12, "cacheRead": 0.2, "cacheWriteShort": 2.5},
          {"above": 272000, "input": 4, "output": 18, "cacheRead": 0.4, "cacheWriteShort": 5}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-6-astra", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 10, "output": 50, "cacheRead": 1, "cacheWriteShort": 12.5},
          {"above": 272000, "input": 20, "output": 75, "cacheRead": 2, "cacheWriteShort": 25}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-6-luna", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.1, "output": 0.5, "cacheRead": 0.01, "cacheWriteShort": 0.125},
          {"above": 272000, "input": 0.2, "output": 0.75, "cacheRead": 0.02, "cacheWriteShort": 0.25}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-6-sol", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 10, "cacheRead": 0.2, "cacheWriteShort": 2.5},
          {"above": 272000, "input": 4, "output": 15, "cacheRead": 0.4, "cacheWriteShort": 5}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-6.1-sol", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 10, "cacheRead": 0.1, "cacheWriteShort": 2.5},
          {"above": 272000, "input": 4, "output": 15, "cacheRead": 0.2, "cacheWriteShort": 5}
        ]},
        {"vendor": "openrouter", "model": "openai/gpt-6.1-terra", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1, "output": 5, "cacheRead": 0.05, "cacheWriteShort": 1.25},
          {"above": 272000, "input": 2, "output": 7.5, "cacheRead": 0.1, "cacheWriteShort": 2.5}
        ]},
        {"vendor": "openrouter", "model": "openai/o3", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 8, "cacheRead": 0.5}
        ]},
        {"vendor": "openrouter", "model": "openai/o3-pro", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 20, "output": 80}
        ]},
        {"vendor": "openrouter", "model": "sakana/fugu-max", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 6, "cacheRead": 0.25}
        ]},
        {"vendor": "openrouter", "model": "sakana/fugu-ultra", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 5, "output": 30, "cacheRead": 0.5},
          {"above": 272000, "input": 10, "output": 45, "cacheRead": 1}
        ]},
        {"vendor": "openrouter", "model": "x-ai/grok-4.20", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"from": "2026-10-19", "input": 1.25, "output": 2.5, "cacheRead": 0.2},
          {"from": "2026-10-19", "above": 200000, "input": 2.5, "output": 5, "cacheRead": 0.4}
        ]},
        {"vendor": "openrouter", "model": "x-ai/grok-4.20-multi-agent", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"from": "2026-10-19", "input": 1.25, "output": 2.5, "cacheRead": 0.2},
          {"from": "2026-10-19", "above": 200000, "input": 2.5, "output": 5, "cacheRead": 0.4}
        ]},
        {"vendor": "openrouter", "model": "x-ai/grok-4.3", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"from": "2026-10-19", "input": 1.25, "output": 2.5, "cacheRead": 0.2},
          {"from": "2026-10-19", "above": 200000, "input": 2.5, "output": 5, "cacheRead": 0.4}
        ]},
        {"vendor": "openrouter", "model": "x-ai/grok-4.5", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 6, "cacheRead": 0.3},
          {"above": 200000, "input": 4, "output": 12, "cacheRead": 0.6}
        ]},
        {"vendor": "openrouter", "model": "x-ai/grok-4.6", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 6, "cacheRead": 0.5},
          {"above": 200000, "input": 4, "output": 12, "cacheRead": 1}
        ]},
        {"vendor": "openrouter", "model": "x-ai/grok-4.7", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 6, "cacheRead": 0.5},
          {"above": 200000, "input": 4, "output": 12, "cacheRead": 1}
        ]},
        {"vendor": "openrouter", "model": "x-ai/grok-build-0.1", "source": "genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"from": "2026-10-19", "input": 1, "output": 2, "cacheRead": 0.2},
          {"from": "2026-10-19", "above": 200000, "input": 2, "output": 4, "cacheRead": 0.4}
        ]}
        ]}

        """#
}
