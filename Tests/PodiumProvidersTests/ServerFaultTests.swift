import PodiumCore
import Testing

@testable import PodiumProviders

@Suite struct ServerFaultTests {
    struct Row: Sendable {
        var status: Int
        var body = ""
        var code: ProviderError.Code
        var isRetryable: Bool
    }

    private func error(
        _ status: Int,
        _ body: String = "",
        headers: [HTTPHeader] = [],
        now: Int = 0
    ) -> ProviderError {
        let fault = ServerFault(
            head: HTTPResponseHead(status: status, headers: headers),
            words: ErrorWords(body: Array(body.utf8))
        )
        return FaultReporter.sample.error(fault, now: now)
    }

    @Test func `a wait that no run takes is told`() {
        let long = error(429, headers: [HTTPHeader("retry-after", "3600")])
        #expect(long.advice?.contains("for 60 minutes") == true)
        let short = error(429, headers: [HTTPHeader("retry-after", "2")])
        #expect(short.advice?.contains("calls at once") == true)
    }

    @Test(arguments: [
        Row(status: 302, code: .invalidRequest, isRetryable: false),
        Row(status: 400, code: .invalidRequest, isRetryable: false),
        Row(status: 401, code: .unauthorized, isRetryable: false),
        Row(status: 402, code: .quotaExhausted, isRetryable: false),
        Row(status: 403, code: .unauthorized, isRetryable: false),
        Row(status: 404, code: .notFound, isRetryable: false),
        Row(status: 408, code: .timeout, isRetryable: true),
        Row(status: 409, code: .server, isRetryable: true),
        Row(status: 413, code: .tooLarge, isRetryable: false),
        Row(status: 422, code: .invalidRequest, isRetryable: false),
        Row(status: 425, code: .server, isRetryable: true),
        Row(status: 429, code: .rateLimited, isRetryable: true),
        Row(
            status: 429,
            body: #"{"error":{"message":"m","code":"insufficient_quota"}}"#,
            code: .quotaExhausted,
            isRetryable: false
        ),
        Row(
            status: 429,
            body: #"{"error":{"message":"m","type":"insufficient_quota"}}"#,
            code: .quotaExhausted,
            isRetryable: false
        ),
        Row(
            status: 400,
            body: #"{"error":{"message":"m","code":"content_policy_violation"}}"#,
            code: .contentPolicy,
            isRetryable: false
        ),
        Row(
            status: 400,
            body: #"{"error":{"message":"m","code":"context_length_exceeded"}}"#,
            code: .tooLarge,
            isRetryable: false
        ),
        Row(status: 500, code: .server, isRetryable: true),
        Row(status: 502, code: .server, isRetryable: true),
        Row(status: 503, code: .overloaded, isRetryable: true),
        Row(status: 529, code: .overloaded, isRetryable: true),
    ]) func `a status has a meaning`(row: Row) {
        let error = error(row.status, row.body)
        #expect(error.code == row.code)
        #expect(error.isRetryable == row.isRetryable)
        #expect(error.httpStatus == row.status)
    }

    @Test func `the server's own word on retrying decides`() {
        #expect(!error(500, headers: [HTTPHeader("X-Should-Retry", "false")]).isRetryable)
        #expect(error(400, headers: [HTTPHeader("x-should-retry", "TRUE")]).isRetryable)
        #expect(error(500, headers: [HTTPHeader("x-should-retry", "maybe")]).isRetryable)
    }

    @Test(arguments: [
        (#"{"error":{"message":"the words"}}"#, "the words"),
        (#"{"error":"the words"}"#, "the words"),
        (#"{"object":"error","message":"the words","code":400}"#, "the words"),
        (#"{"detail":"the words"}"#, "the words"),
        (
            #"{"detail":[{"loc":["body"],"msg":"the words"},{"msg":"others"}]}"#,
            "body: the words; others"
        ),
        (
            #"[{"error":{"code":400,"message":"the words","status":"INVALID_ARGUMENT"}}]"#,
            "the words"
        ),
        ("the words\n", "the words"),
        ("<html><title>502 Bad Gateway</title>", "an HTML page titled “502 Bad Gateway”"),
        (#"{"error":{"message":"the wor"#, #"{"error":{"message":"the wor"#),
    ]) func `the provider's own words are found`(body: String, words: String) {
        #expect(error(400, body).message == "acme answered 400 (bad request): \(words).")
    }

    @Test func `an error without words is a sentence too`() {
        #expect(error(503).message == "acme answered 503 (overloaded).")
        #expect(error(500, "{}").message == "acme answered 500 (server error).")
    }

    @Test func `the advice fits the fault`() {
        #expect(error(401).advice?.contains("ACME_KEY") == true)
        #expect(error(404).advice?.contains("acme-large") == true)
        let location = HTTPHeader("Location", "https://other.example/v1")
        #expect(error(301, headers: [location]).advice?.contains("other.example") == true)
    }

    @Test func `masked keys, controls and length do not pass`() {
        let body = #"{"error":{"message":"Bad key sk-s**3456\u001b[31m\n\n!"}}"#
        #expect(
            error(401, body).message
                == "acme answered 401 (not allowed): Bad key [key] [31m !."
        )
        #expect(error(400, String(repeating: "é", count: 5000)).message.count < 350)
    }

    @Test(
        arguments: [
            ([HTTPHeader("retry-after-ms", "1500.2")], 1501),
            ([HTTPHeader("retry-after", "2.5")], 2500),
            ([HTTPHeader("retry-after-ms", "100"), HTTPHeader("retry-after", "9")], 100),
            ([HTTPHeader("Retry-After", "Thu, 01 Jan 1970 00:00:30 GMT")], 20_000),
            (
                [
                    HTTPHeader("Retry-After", "Wed, 21 Oct 2026 07:28:30 GMT"),
                    HTTPHeader("Date", "Wed, 21 Oct 2026 07:28:00 GMT"),
                ], 30_000
            ),
            ([HTTPHeader("retry-after", "0")], nil), ([HTTPHeader("retry-after", "-1")], nil),
            ([HTTPHeader("retry-after", "soon")], nil), ([HTTPHeader("retry-after", "nan")], nil),
            ([HTTPHeader("retry-after", "1e300")], Int.max), ([], nil),
        ] as [([HTTPHeader], Int?)]
    ) func `the wait that a server asks for is read`(
        headers: [HTTPHeader],
        milliseconds: Int?
    ) {
        #expect(error(429, headers: headers, now: 10).retryAfterMilliseconds == milliseconds)
    }
}
