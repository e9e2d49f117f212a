import PodiumConfiguration
import Testing

struct ProviderErrorTests {
    @Test func `a provider needs an address`() {
        expectMistake(
            .missingKey,
            in: "providers: {a: {}}",
            """
            config.yaml:1:16: providers.a: The key `base_url` is missing.
            Write it like `base_url: http://127.0.0.1:8080/v1`, or name a `preset` such as `openai`.
            """
        )
        expectMistake(
            .missingKey,
            in: "providers: {antropic: }",
            """
            config.yaml:1:23: providers.antropic: The key `base_url` is missing.
            Write it like `base_url: http://127.0.0.1:8080/v1`, or name a `preset` such as `anthropic`.
            """
        )
    }

    @Test func `an address must be plain http or https`() {
        expectMistake(
            .badValue,
            in: provider(at: "ftp://x"),
            """
            config.yaml:1:27: providers.a.base_url: Expected a URL that begins with http:// or https://, found "ftp://x".
            """
        )
        expectMistake(
            .badValue,
            in: provider(at: "https://"),
            """
            config.yaml:1:27: providers.a.base_url: Expected a URL with a host name or an IP address, found "https://".
            """
        )
        expectMistake(
            .badValue,
            in: provider(at: "https://x:99999"),
            """
            config.yaml:1:27: providers.a.base_url: Expected a URL with a port from 1 to 65535, or without one, found "https://x:99999".
            """
        )
        expectMistake(
            .badValue,
            in: provider(at: "https://x/a b"),
            """
            config.yaml:1:27: providers.a.base_url: Expected a URL with a path of plain characters, found "https://x/a b".
            """
        )
        expectMistake(
            .badValue,
            in: provider(at: "https://[::g]/"),
            """
            config.yaml:1:27: providers.a.base_url: Expected a URL with a host name or an IP address, found "https://[::g]/".
            """
        )
        expectMistake(
            .badValue,
            in: provider(at: "https://a..b"),
            """
            config.yaml:1:27: providers.a.base_url: Expected a URL with a host name or an IP address, found "https://a..b".
            """
        )
    }

    @Test func `a question mark in an address is refused and not repeated`() {
        expectMistake(
            .badValue,
            in: provider(at: "https://x/?key=hunter2"),
            """
            config.yaml:1:27: providers.a.base_url: A `?` or `#` must not stand in this URL.
            Write what comes before it. Only `?api-version=…` may stay.
            """
        )
        expectMistake(
            .badValue,
            in: provider(at: "https://x#hunter2"),
            """
            config.yaml:1:27: providers.a.base_url: A `?` or `#` must not stand in this URL.
            Write what comes before it. Only `?api-version=…` may stay.
            """
        )
    }

    @Test func `an address is never a list`() {
        expectMistake(
            .badValue,
            in: "providers: {a: {base_url: [x]}}",
            "config.yaml:1:27: providers.a.base_url: Expected a URL, found a list."
        )
    }

    @Test func `plain http to another machine must be allowed`() {
        expectMistake(
            .badValue,
            in: provider(at: "http://10.0.0.7:8080"),
            """
            config.yaml:1:27: providers.a.base_url: Plain http to another machine sends questions and keys unprotected.
            Use https, or add `allow_insecure: true` if you trust the network.
            """
        )
        expectMistake(
            .badValue,
            in: provider(at: "http://127.0.0.1.evil.example/v1"),
            """
            config.yaml:1:27: providers.a.base_url: Plain http to another machine sends questions and keys unprotected.
            Use https, or add `allow_insecure: true` if you trust the network.
            """
        )
    }

    @Test func `an unknown dialect is refused`() {
        expectMistake(
            .badValue,
            in: provider(with: "dialect: openai_chat"),
            """
            config.yaml:4:14: providers.a.dialect: Expected openai-chat, openai-responses, anthropic, gemini or cassette, found openai_chat.
            Did you mean `openai-chat`?
            """
        )
        expectMistake(
            .badValue,
            in: provider(with: "dialect: gopher"),
            "config.yaml:4:14: providers.a.dialect: Expected openai-chat, openai-responses, anthropic, gemini or cassette, found gopher."
        )
    }

    @Test func `the embedded provider cannot be set up`() {
        expectMistake(
            .conflict,
            in: "providers: {embedded: {}}",
            """
            config.yaml:1:13: providers.embedded: The provider `embedded` is always there and cannot be set up.
            Choose another name, or delete it: workers may use it as it is.
            """
        )
    }

    @Test func `two providers cannot share a name`() {
        expectMistake(
            .duplicate,
            in: """
                providers:
                  A: {base_url: "https://x"}
                  a: {base_url: "https://y"}
                """,
            """
            config.yaml:3:3: providers.a: There is another provider "a" before this one.
            Give each provider a name of its own.
            """
        )
    }

    @Test func `a name must be fit to be shown`() {
        expectMistake(
            .badValue,
            in: #"providers: {"a\nb": {base_url: "https://x"}}"#,
            """
            config.yaml:1:13: providers.a�b: Expected a name of at most 80 characters on one line, without blanks at its ends, found "a�b".
            """
        )
        expectMistake(
            .badValue,
            in: #"providers: {" a": {base_url: "https://x"}}"#,
            """
            config.yaml:1:13: providers. a: Expected a name of at most 80 characters on one line, without blanks at its ends, found " a".
            """
        )
    }

    @Test func `a header must be one`() {
        expectMistake(
            .badValue,
            in: provider(with: #"headers: {"a b": x}"#),
            """
            config.yaml:4:15: providers.a.headers.a b: This cannot be the name of an HTTP header.
            """
        )
        expectMistake(
            .badValue,
            in: provider(with: "headers: {a: [x]}"),
            "config.yaml:4:18: providers.a.headers.a: Expected a text on one line, found a list."
        )
        expectMistake(
            .duplicate,
            in: provider(with: "headers: {A: x, a: y}"),
            """
            config.yaml:4:21: providers.a.headers.a: There is another header "a" before this one.
            Give each header a name of its own.
            """
        )
    }

    @Test func `a time needs its unit and an end`() {
        expectMistake(
            .badValue,
            in: provider(with: "timeouts: {idle: 10}"),
            """
            config.yaml:4:22: providers.a.timeouts.idle: Expected a time such as 500ms, 10s or 1m30s, at most 24h, found 10.
            """
        )
        expectMistake(
            .badValue,
            in: provider(with: "timeouts: {idle: 48h}"),
            """
            config.yaml:4:22: providers.a.timeouts.idle: Expected a time such as 500ms, 10s or 1m30s, at most 24h, found 48h.
            """
        )
        expectMistake(
            .badValue,
            in: provider(with: "timeouts: {idle: 0s}"),
            """
            config.yaml:4:22: providers.a.timeouts.idle: Expected a time such as 500ms, 10s or 1m30s, at most 24h, found 0s.
            """
        )
        expectMistake(
            .unknownKey,
            in: provider(with: "timeouts: {read: 3s}"),
            """
            config.yaml:4:16: providers.a.timeouts.read: There is no such key.
            The keys here are `connect`, `idle` and `total`.
            """
        )
    }

    @Test func `a yes is no true`() {
        expectMistake(
            .badValue,
            in: provider(with: "allow_insecure: yes"),
            "config.yaml:4:21: providers.a.allow_insecure: Expected true or false, found yes."
        )
        expectMistake(
            .badValue,
            in: provider(with: #"allow_insecure: "true""#),
            #"config.yaml:4:21: providers.a.allow_insecure: Expected true or false, found "true"."#
        )
    }
}
