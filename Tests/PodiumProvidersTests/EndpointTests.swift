import PodiumCore
import Testing

@testable import PodiumProviders

@Suite struct EndpointTests {
    @Test(arguments: [
        ("https://api.openai.com/v1", "https://api.openai.com:443/v1/chat/completions"),
        ("https://api.openai.com/v1/", "https://api.openai.com:443/v1/chat/completions"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/chat/completions"),
        ("http://[::1]:8080/v1", "http://[::1]:8080/v1/chat/completions"),
        ("https://x.example/v1/chat/completions", "https://x.example:443/v1/chat/completions"),
        ("HTTPS://x.example", "https://x.example:443/chat/completions"),
        ("http://0.0.0.0:8080/v1", "http://0.0.0.0:8080/v1/chat/completions"),
        (
            "https://x.example/openai/deployments/d?api-version=2024-10-21",
            "https://x.example:443/openai/deployments/d/chat/completions?api-version=2024-10-21"
        ),
        (
            "https://x.example/openai/deployments/d/chat/completions?api-version=preview",
            "https://x.example:443/openai/deployments/d/chat/completions?api-version=preview"
        ),
    ]) func `the endpoint is made from the base`(base: String, endpoint: String) throws {
        let dialect = ChatDialect()
        #expect(try BaseURL(base).url(dialect.endpoint, of: dialect) == endpoint)
    }
}
