extension ShippedPrices {
    static let together = #"""
        {"format": "podium-prices", "version": 1, "models": [
        {"vendor": "together", "model": "deepseek-ai/DeepSeek-V4-Pro-0813", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1.32, "output": 3.96, "cacheRead": 0.13}
        ]},
        {"vendor": "together", "model": "deepseek-ai/DeepSeek-V4.1-Flash", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.3, "output": 1.2, "cacheRead": 0.006}
        ]},
        {"vendor": "together", "model": "deepseek-ai/DeepSeek-V4.1-Flash-1017", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.3, "output": 1.2, "cacheRead": 0.006}
        ]},
        {"vendor": "together", "model": "meta-models/Muse-Glimmer-30B", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.35, "output": 1.5, "cacheRead": 0.04}
        ]},
        {"vendor": "together", "model": "meta-models/Muse-Spark-Open-816B-A42B", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1.25, "output": 4.25, "cacheRead": 0.15}
        ]},
        {"vendor": "together", "model": "MiniMaxAI/MiniMax-M3.1-Flash", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.15, "output": 0.6, "cacheRead": 0.015}
        ]},
        {"vendor": "together", "model": "moonshotai/Kimi-K3", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 3, "output": 15, "cacheRead": 0.3}
        ]},
        {"vendor": "together", "model": "moonshotai/Kimi-K3.1-Pro", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2, "output": 10, "cacheRead": 0.2}
        ]},
        {"vendor": "together", "model": "nvidia/NVIDIA-Nemotron-3.5-Super-VL", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.15, "output": 0.5, "cacheRead": 0.02}
        ]},
        {"vendor": "together", "model": "openai/gpt-oss-120b", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.15, "output": 0.6}
        ]},
        {"vendor": "together", "model": "Qwen/Qwen3.5-9B", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.17, "output": 0.25}
        ]},
        {"vendor": "together", "model": "Qwen/Qwen3.6-Plus", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.5, "output": 3}
        ]},
        {"vendor": "together", "model": "Qwen/Qwen3.7-Max", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 2.5, "output": 7.5, "cacheRead": 0.5}
        ]},
        {"vendor": "together", "model": "Qwen/Qwen3.7-Plus", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.32, "output": 1.28}
        ]},
        {"vendor": "together", "model": "Qwen/Qwen3.8-Flash", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.15, "output": 0.47}
        ]},
        {"vendor": "together", "model": "reflection/Beam-1.0-501B-A23B", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.4, "output": 1.2, "cacheRead": 0.04}
        ]},
        {"vendor": "together", "model": "ricursive-ai/Ripple-65B-Preview", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.2, "output": 0.6, "cacheRead": 0.02}
        ]},
        {"vendor": "together", "model": "zai-org/GLM-5.2", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1.4, "output": 4.4, "cacheRead": 0.26}
        ]},
        {"vendor": "together", "model": "zai-org/GLM-5.3", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 1.4, "output": 4.4, "cacheRead": 0.26}
        ]},
        {"vendor": "together", "model": "zai-org/GLM-5.3-Flash", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.15, "output": 0.5, "cacheRead": 0.03}
        ]}
        ]}

        """#
}
