import Testing

@testable import PodiumProviders

@Suite struct APIRootTests {
    @Test(arguments: [
        ("https://api.openai.com/v1", "https://api.openai.com:443/v1/chat/completions"),
        ("https://api.openai.com/v1/", "https://api.openai.com:443/v1/chat/completions"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/chat/completions"),
        ("http://[::1]:8080/v1", "http://[::1]:8080/v1/chat/completions"),
        ("https://x.example/v1/chat/completions", "https://x.example:443/v1/chat/completions"),
        ("https://x.example/d?v=1", "https://x.example:443/d/chat/completions?v=1"),
        ("HTTPS://x.example", "https://x.example:443/chat/completions"),
    ]) func `the endpoint is made from the base`(base: String, endpoint: String) throws {
        let dialect = ChatDialect()
        #expect(try APIRoot(base).url(dialect.endpoint, of: dialect) == endpoint)
    }

    @Test(arguments: [
        ("localhost:8080/v1", "lacks http:// or https://"), ("", "lacks http:// or https://"),
        ("ftp://x.example", "must begin with http"), ("https://", "not a valid URL"),
        ("https://x.example:99999", "not a valid URL"), ("https://a b.example", "not a valid URL"),
        ("https://x.example/\nv1", "not a valid URL"),
        ("https://user:secret@x.example", "user name or password"),
        ("https://x.example/v1#top", "after #"),
    ]) func `a wrong address is explained`(text: String, explanation: String) {
        let error = #expect(throws: APIRoot.Invalid.self) { try APIRoot(text) }
        #expect(error?.description.contains(explanation) == true)
        #expect(error?.description.contains("secret") == false)
    }

    @Test(arguments: [
        ("http://127.0.0.1", true), ("http://127.8.9.1:80", true), ("http://localhost", true),
        ("http://LOCALHOST:1", true), ("http://[::1]", true), ("http://0x7f.1", true),
        ("http://127.evil.example", false), ("http://127.0.0.1.evil.example", false),
        ("http://localhost.example", false), ("http://10.0.0.1", false), ("http://[::2]", false),
        ("http://127.0.0.1@evil.example", false),
    ]) func `only this machine is loopback`(url: String, isLoopback: Bool) throws {
        #expect(try HTTPAddress(url).isLoopback == isLoopback)
    }
}
