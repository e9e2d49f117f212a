import PodiumCore
import Testing

@testable import PodiumProviders

@Suite struct RateLimitTests {
    private func limits(_ fields: [String: String], now: Int = 1_790_000_000) -> RateLimits {
        RateLimits(
            head: HTTPResponseHead(
                status: 200,
                headers: fields.map { HTTPHeader($0.key, $0.value) }
            ),
            now: now
        )
    }

    @Test func `OpenAI tells what is left and how long until the reset`() {
        let limits = limits([
            "x-ratelimit-limit-requests": "60", "x-ratelimit-limit-tokens": "150000",
            "x-ratelimit-remaining-requests": "59", "x-ratelimit-remaining-tokens": "149984",
            "x-ratelimit-reset-requests": "1s", "x-ratelimit-reset-tokens": "6m0s",
        ])
        #expect(limits.requests == .init(limit: 60, remaining: 59, resetMilliseconds: 1_000))
        #expect(
            limits.tokens == .init(limit: 150_000, remaining: 149_984, resetMilliseconds: 360_000)
        )
    }

    @Test func `Anthropic tells the moment of the reset, and the scarcest of its tokens counts`() {
        let limits = limits([
            "date": "Wed, 25 Nov 2026 02:00:00 GMT",
            "anthropic-ratelimit-requests-limit": "50",
            "anthropic-ratelimit-requests-remaining": "0",
            "anthropic-ratelimit-requests-reset": "2026-11-25T02:00:30Z",
            "anthropic-ratelimit-tokens-limit": "1000",
            "anthropic-ratelimit-tokens-remaining": "900",
            "anthropic-ratelimit-output-tokens-limit": "100",
            "anthropic-ratelimit-output-tokens-remaining": "3",
            "anthropic-ratelimit-output-tokens-reset": "2026-11-25T02:01:00Z",
        ])
        #expect(limits.requests == .init(limit: 50, remaining: 0, resetMilliseconds: 30_000))
        #expect(limits.tokens == .init(limit: 100, remaining: 3, resetMilliseconds: 60_000))
    }

    @Test func `what is not told is not known`() {
        #expect(limits([:]).isEmpty)
        #expect(limits(["x-ratelimit-remaining-requests": "-1"]).isEmpty)
        #expect(limits(["x-ratelimit-remaining-requests": "soon"]).isEmpty)
        #expect(limits(["x-ratelimit-remaining-requests": "1e300"]).isEmpty)
        #expect(
            limits(["x-ratelimit-remaining-tokens": "5", "x-ratelimit-reset-tokens": "0s"]).tokens
                == .init(remaining: 5)
        )
    }

    @Test(arguments: [
        ("12ms", 12), ("1m30s", 90_000), ("7.66s", 7_660), ("1h2m3s", 3_723_000), ("2", 2_000),
        ("0.5", 500), ("1790000005", 5_000), ("1790000005500", 5_500), ("0", nil), ("-1", nil),
        ("", nil), ("s", nil), ("5x", nil), ("2020-01-01T00:00:00Z", nil), ("nan", nil),
    ]) func `a reset is read in whatever form`(text: String, milliseconds: Int?) {
        #expect(RateLimits.wait(text, now: 1_790_000_000) == milliseconds)
    }
}
