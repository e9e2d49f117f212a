extension ShippedPrices {
    static let deepSeek = #"""
        {"format": "podium-prices", "version": 1, "models": [
        {"vendor": "deepseek", "model": "deepseek-flash", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.3, "output": 1.2, "cacheRead": 0.006}
        ]},
        {"vendor": "deepseek", "model": "deepseek-v4-flash", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.14, "output": 0.28, "cacheRead": 0.0028},
          {"from": "2026-08-17", "input": 0.22, "output": 0.66, "cacheRead": 0.007},
          {"from": "2026-09-10", "input": 0.3, "output": 1.2, "cacheRead": 0.006}
        ]},
        {"vendor": "deepseek", "model": "deepseek-v4-flash-vision-exp", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.14, "output": 0.28, "cacheRead": 0.0028},
          {"from": "2026-08-17", "input": 0.22, "output": 0.66, "cacheRead": 0.007},
          {"from": "2026-09-10", "input": 0.3, "output": 1.2, "cacheRead": 0.006}
        ]},
        {"vendor": "deepseek", "model": "deepseek-v4-pro", "source": "LiteLLM 1.110.2 and genai-prices 0.2.3", "read": "2026-11-25", "prices": [
          {"input": 0.435, "output": 0.87, "cacheRead": 0.003625},
          {"from": "2026-08-17", "input": 1.32, "output": 3.96, "cacheRead": 0.044}
        ]}
        ]}

        """#
}
