import Testing

@testable import PodiumConfiguration

struct PartsTests {
    // MARK: Secrets

    @Test(arguments: [
        "sk-proj-abcdef123456", "Bearer sk-abcdefghijkl", "AIzaSyA0123456789abcdefghijk",
        "echo gsk_0123456789abcdef", "0123456789abcdef0123456789abcdef", "x=ghp_abcdefABCDEF0123",
        "namesk-abcdefghijklmnop",
    ])
    func `what looks like a key is taken for one`(text: String) {
        #expect(SecretGuard.mayHoldSecret(text))
    }

    @Test(arguments: [
        "", "OPENAI_API_KEY", "pass show openai", "SmolLM2-135M-Instruct",
        "claude-sonnet-4-5-20250929",
        "Meta-Llama-3.1-405B-Instruct-Turbo", "short factual text", "https://api.example.com/v1",
        "sk-short", "task-management-runner", "550e8400-e29b-41d4-a716-446655440000",
        "internationalization-of-everything",
    ])
    func `what looks like a name is shown`(text: String) {
        #expect(!SecretGuard.mayHoldSecret(text))
    }

    @Test func `a text too long to look through is not shown`() {
        let text = String(repeating: "word ", count: 1000)
        #expect(SecretGuard.mayHoldSecret(text))
        #expect(ConfigurationError.excerpt(of: text, line: 1, column: 3) == nil)
    }

    // MARK: Suggestions

    @Test(arguments: [
        ("modle", "model"), ("MODEL", "model"), ("base-url", "base_url"), ("baseUrl", "base_url"),
        ("kye_env", "key_env"), ("tokns", "tokens"),
    ])
    func `a slip of the fingers is recognised`(text: String, meant: String) {
        let names = ["model", "base_url", "key_env", "tokens", "x"]
        #expect(Suggestion.nearest(to: text, among: names) == meant)
    }

    @Test(arguments: ["", "y", "colour", "mo", String(repeating: "model", count: 100)])
    func `a different word is no slip`(text: String) {
        #expect(Suggestion.nearest(to: text, among: ["model", "base_url", "x"]) == nil)
    }

    @Test func `the distance counts single slips`() {
        func distance(_ left: String, _ right: String) -> Int {
            Suggestion.distance(Array(left), Array(right))
        }
        #expect(distance("", "") == 0)
        #expect(distance("", "abc") == 3)
        #expect(distance("abc", "") == 3)
        #expect(distance("ab", "ba") == 1)
        #expect(distance("kitten", "sitting") == 3)
    }

    // MARK: Aliases

    @Test func `prose and code with stars and ampersands have no aliases`() {
        let text = "a: 'R&D *is* **bold**, f(a, &x, *y), * item'\n"
        #expect(!AliasLimit.isExceeded(by: String(repeating: text, count: 2000)))
    }

    @Test func `many uses of one anchor are allowed`() {
        let uses = String(repeating: "- *price\n", count: 500)
        #expect(!AliasLimit.isExceeded(by: "- &price {input: 1}\n" + uses))
    }

    @Test func `the bound of nested aliases is what they stand for, or more`() {
        // Seven levels of ten: 10⁷ leaves.
        #expect(AliasLimit.bound(anchors: 8, aliases: 71, size: 1) >= 1e7)
        #expect(AliasLimit.bound(anchors: 0, aliases: 71, size: 9) == 9)
        #expect(AliasLimit.bound(anchors: 5, aliases: 1, size: 9) == 9)
        #expect(AliasLimit.isExceeded(by: aliasBomb))
    }

    // MARK: Messages

    @Test func `a message never carries control characters or turns the text around`() {
        #expect("a\u{1B}[31m\u{202E}\nb".printable() == "a\u{FFFD}[31m\u{FFFD}\u{FFFD}b")
        #expect(String(repeating: "x", count: 100).printable().count == 48)
        #expect("漢字 é 👍🏽".printable() == "漢字 é 👍🏽")
    }

    @Test func `the caret stands under its place, whatever comes before it`() {
        #expect(
            ConfigurationError.excerpt(of: "one\n\té: b", line: 2, column: 3)
                == "    →é: b\n      ^"
        )
        #expect(ConfigurationError.excerpt(of: "one", line: 1, column: 99) == "    one\n       ^")
        #expect(ConfigurationError.excerpt(of: "one", line: 9, column: 1) == nil)
        #expect(ConfigurationError.excerpt(of: "one", line: 0, column: 0) == nil)
        #expect(ConfigurationError.excerpt(of: "key: s3cret", line: 1, column: 1) == nil)
    }
}
