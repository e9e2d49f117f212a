import PodiumCore
import Testing

@Suite struct BaseURLTests {
    @Test(arguments: [
        ("http://127.0.0.1:8080/v1/", "http://127.0.0.1:8080/v1", "127.0.0.1"),
        ("http://127.9.8.7", "http://127.9.8.7", "127.9.8.7"),
        ("https://LocalHost", "https://LocalHost", "localhost"),
        ("http://[::1]:80", "http://[::1]:80", "::1"),
        (
            "HTTPS://api.example.com/a-b_c/v1", "HTTPS://api.example.com/a-b_c/v1",
            "api.example.com"
        ),
        ("http://[fe80::1]", "http://[fe80::1]", "fe80::1"),
        ("https://x.example/d/?api-version=1", "https://x.example/d?api-version=1", "x.example"),
    ])
    func `an address is kept as it was written and tells its host`(
        text: String,
        address: String,
        host: String
    ) throws {
        let url = try BaseURL(text)
        #expect(url.text == address)
        #expect(url.host == host)
    }

    @Test(arguments: [
        ("https://x.example", "x.example:443", "https://x.example:443"),
        ("http://x.example/", "x.example:80", "http://x.example:80"),
        ("http://X.example:8080/v1/", "x.example:8080", "http://x.example:8080/v1"),
        ("HTTPS://[::1]/v1//", "[::1]:443", "https://[::1]:443/v1"),
    ])
    func `in other words it has a port, and no slash at its end`(
        text: String,
        authority: String,
        description: String
    ) throws {
        let url = try BaseURL(text)
        #expect(url.authority == authority)
        #expect(url.description == description)
    }

    private static let refused: [(String, BaseURL.Failure)] = [
        ("", .scheme), ("http", .scheme), ("ws://x", .scheme), ("ftp://x.example", .scheme),
        ("localhost:8080/v1", .scheme), ("http://", .host), ("https:///v1", .host),
        ("http://[::1", .host), ("http://[127.0.0.1]", .host), ("http://ex ample", .host),
        ("http://bücher.example", .host), ("http://x\n", .host), ("http://%31", .host),
        ("http://.", .host), ("http://127.0.0.1\\.evil.example", .host), ("http://x:", .port),
        ("http://x:0", .port), ("http://x:65536", .port), ("http://x:8o", .port),
        ("http://[::1]x", .port), ("http://x/\u{7F}", .path), ("http://x/ä", .path),
        ("https://x.example/\nv1", .path), ("http://a@b", .userInfo),
        ("http://127.0.0.1\\@evil.example", .userInfo), ("https://user:secret@x", .userInfo),
        ("ftp://user:secret@x", .userInfo), ("http://127.0.0.1@evil.example", .userInfo),
        ("https://x.example/v1#top", .queryOrFragment),
        ("https://x.example/d?v=1", .queryOrFragment),
        ("https://x.example/d?api-version=", .queryOrFragment),
        ("https://x.example/d?api-version=1&key=x", .queryOrFragment),
        ("https://x.example/d?api-version=1#x", .queryOrFragment),
    ]

    @Test(arguments: refused)
    func `an address that parsers could read differently is none`(
        text: String,
        failure: BaseURL.Failure
    ) {
        #expect(throws: failure) { try BaseURL(text) }
    }

    @Test(arguments: [
        ("http://127.0.0.1", true), ("http://127.8.9.1:80", true), ("http://127.9.8.7/v1", true),
        ("http://localhost", true), ("http://LOCALHOST:1", true), ("https://LocalHost", true),
        ("http://[::1]", true), ("http://[::1]:80", true), ("http://[0:0:0:0:0:0:0:1]", true),
        ("http://127.evil.example", false), ("http://127.0.0.1.evil.example", false),
        ("http://localhost.example", false), ("http://10.0.0.1", false), ("http://[::2]", false),
        ("http://[fe80::1]", false), ("https://api.example.com", false),
        // The addresses that servers say they listen on, and what every resolver reads as 127.0.0.1.
        ("http://0.0.0.0:8080", true), ("http://[::]:8080", true), ("http://127.1", true),
        ("http://2130706433", true), ("http://10.1", false), ("http://0x7f.1", false),
        ("http://model.localhost", true), ("http://notlocalhost", false),
    ])
    func `only this machine is loopback`(text: String, isLoopback: Bool) throws {
        #expect(try BaseURL(text).isLoopback == isLoopback)
    }

    @Test(arguments: [
        ("http://127.0.0.1:8080/v1/models/a%20b:stream?alt=sse&x=1@2", "127.0.0.1:8080"),
        ("https://x.example", "x.example:443"), ("https://x.example?q", "x.example:443"),
        ("https://x.example#top", "x.example:443"), ("http://[::1]/ä", "[::1]:80"),
    ])
    func `the server of a whole address is read alike`(url: String, authority: String) throws {
        #expect(try BaseURL(serverOf: url).authority == authority)
    }

    @Test(arguments: [
        "", "/v1", "x.example/v1", "ftp://x.example/v1", "http:///v1", "http://a@b/v1",
        "http://127.0.0.1\\@evil.example/", "http://x:99999/v1",
    ])
    func `what names no server is none either`(url: String) {
        #expect(throws: BaseURL.Failure.self) { try BaseURL(serverOf: url) }
    }
}
