import PodiumCore
import Testing

@testable import PodiumProviders

/// Bodies of errors as the vendors send them, and what they mean.
@Suite struct VendorFaultTests {
    struct Row: Sendable {
        var status: Int
        var body: String
        var code: ProviderError.Code
        var isRetryable: Bool
        var wait: Int?
    }

    private static func anthropic(_ type: String, _ message: String, details: String = "null")
        -> String
    {
        #"{"type":"error","error":{"type":"\#(type)","message":"\#(message)","details":\#(details)},"request_id":"req_1"}"#
    }

    private static func google(_ status: String, _ message: String, details: String = "")
        -> String
    {
        #"{"error":{"code":1,"message":"\#(message)","status":"\#(status)","details":[\#(details)]}}"#
    }

    private static func reason(_ reason: String) -> String {
        #"{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"\#(reason)","domain":"googleapis.com","metadata":{"reason":"x"}}"#
    }

    private static func quota(_ id: String) -> String {
        #"{"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{"quotaId":"\#(id)","quotaValue":"20"}]}"#
    }

    private static func retry(_ delay: String) -> String {
        #"{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"\#(delay)"}"#
    }

    private static let exceeded =
        "You exceeded your current quota, please check your plan and billing details."

    @Test(arguments: [
        Row(
            status: 400,
            body: anthropic(
                "invalid_request_error",
                "Your credit balance is too low to access the Anthropic API."
            ),
            code: .quotaExhausted,
            isRetryable: false
        ),
        Row(
            status: 400,
            body: anthropic(
                "invalid_request_error",
                "prompt is too long: 200251 tokens > 200000 maximum"
            ),
            code: .tooLarge,
            isRetryable: false
        ),
        Row(
            status: 400,
            body: anthropic(
                "invalid_request_error",
                "input length and `max_tokens` exceed context limit: 1 + 2 > 2"
            ),
            code: .tooLarge,
            isRetryable: false
        ),
        Row(
            status: 400,
            body: anthropic(
                "invalid_request_error",
                "Output blocked by content filtering policy"
            ),
            code: .contentPolicy,
            isRetryable: false
        ),
        Row(
            status: 413,
            body: anthropic("request_too_large", "Request exceeds the maximum size"),
            code: .tooLarge,
            isRetryable: false
        ),
        Row(
            status: 429,
            body: anthropic(
                "rate_limit_error",
                "x",
                details: #"{"error_code":"contract_spend_limit_reached"}"#
            ),
            code: .quotaExhausted,
            isRetryable: false
        ),
        Row(
            status: 429,
            body: anthropic(
                "rate_limit_error",
                "x",
                details: #"{"error_code":"ramp_limit_exceeded"}"#
            ),
            code: .rateLimited,
            isRetryable: true
        ),
        Row(
            status: 529,
            body: anthropic("overloaded_error", "Overloaded"),
            code: .overloaded,
            isRetryable: true
        ),
        Row(
            status: 400,
            body: google(
                "INVALID_ARGUMENT",
                "API key not valid. Please pass a valid API key.",
                details: reason("API_KEY_INVALID")
            ),
            code: .unauthorized,
            isRetryable: false
        ),
        Row(
            status: 400,
            body: google("INVALID_ARGUMENT", "API key expired. Please renew the API key."),
            code: .unauthorized,
            isRetryable: false
        ),
        Row(
            status: 400,
            body: google(
                "INVALID_ARGUMENT",
                "The input token count (9) exceeds the maximum number of tokens allowed (8)."
            ),
            code: .tooLarge,
            isRetryable: false
        ),
        Row(
            status: 400,
            body: google(
                "FAILED_PRECONDITION",
                "User location is not supported for the API use."
            ),
            code: .invalidRequest,
            isRetryable: false
        ),
        Row(
            status: 429,
            body: google(
                "RESOURCE_EXHAUSTED",
                exceeded,
                details: quota("GenerateRequestsPerMinutePerProjectPerModel") + "," + retry("37s")
            ),
            code: .rateLimited,
            isRetryable: true,
            wait: 37_000
        ),
        Row(
            status: 429,
            body: google(
                "RESOURCE_EXHAUSTED",
                exceeded,
                details: quota("GenerateRequestsPerDayPerProjectPerModel-FreeTier") + ","
                    + retry("36.4297s")
            ),
            code: .rateLimited,
            isRetryable: true,
            wait: 36_430
        ),
        Row(
            status: 429,
            body: google(
                "RESOURCE_EXHAUSTED",
                exceeded,
                details: quota("GenerateRequestsPerDayPerProjectPerModel-FreeTier")
            ),
            code: .quotaExhausted,
            isRetryable: false
        ),
        Row(
            status: 429,
            body: google("RESOURCE_EXHAUSTED", "Resource has been exhausted (e.g. check quota)."),
            code: .rateLimited,
            isRetryable: true
        ),
        Row(
            status: 429,
            body: google(
                "RESOURCE_EXHAUSTED",
                "x",
                details: reason("INSUFFICIENT_G1_CREDITS_BALANCE") + "," + retry("9s")
            ),
            code: .quotaExhausted,
            isRetryable: false,
            wait: 9000
        ),
        Row(
            status: 503,
            body: google("UNAVAILABLE", "The model is overloaded."),
            code: .overloaded,
            isRetryable: true
        ),
        Row(
            status: 400,
            body:
                #"{"error":{"message":"This model's maximum context length is 8 tokens.","type":"invalid_request_error","code":null}}"#,
            code: .tooLarge,
            isRetryable: false
        ),
        Row(
            status: 400,
            body:
                #"{"error":{"message":"Your prompt was flagged as potentially violating our usage policy.","code":"invalid_prompt"}}"#,
            code: .contentPolicy,
            isRetryable: false
        ),
        Row(
            status: 401,
            body: #"{"error":{"message":"Incorrect API key","code":"invalid_api_key"}}"#,
            code: .unauthorized,
            isRetryable: false
        ),
    ]) func `the words of vendors are understood`(row: Row) {
        let fault = ServerFault(
            head: HTTPResponseHead(status: row.status),
            words: ErrorWords(body: Array(row.body.utf8))
        )
        let error = FaultReporter.sample.error(fault)
        #expect(error.code == row.code)
        #expect(error.isRetryable == row.isRetryable)
        #expect(error.retryAfterMilliseconds == row.wait)
        #expect(error.httpStatus == row.status)
    }

    @Test func `a wait in the header goes before one in the body`() {
        let fault = ServerFault(
            head: HTTPResponseHead(status: 429, headers: [HTTPHeader("Retry-After", "2")]),
            words: ErrorWords(body: Array(Self.google("x", "y", details: Self.retry("9s")).utf8))
        )
        #expect(FaultReporter.sample.error(fault).retryAfterMilliseconds == 2000)
    }

    @Test(arguments: ["", "s", "9", "-1s", "0s", "nans", "soon", "9ms"])
    func `a wait that is none is not known`(text: String) {
        #expect(RetryAfter.milliseconds(ofDuration: text) == nil)
    }

    @Test(arguments: [
        #"{"error":{"details":7}}"#, #"{"error":{"details":[7,null,{"violations":{}}]}}"#,
        #"{"error":{"details":[{"reason":1,"retryDelay":2,"violations":[[]]}]}}"#,
    ]) func `details of another kind are none`(body: String) {
        let words = ErrorWords(body: Array(body.utf8))
        #expect(words.reasons.isEmpty && words.retryAfterMilliseconds == nil)
        // There is nothing better to show than the body itself.
        #expect(words.message == body)
    }

    @Test func `the order of an error's members does not matter`() {
        let words = ErrorWords(
            body: Array(
                #"{"error":{"type":"overloaded_error","message":"in"},"message":"out","type":"error"}"#
                    .utf8
            )
        )
        #expect(words.type == "overloaded_error")
        #expect(words.message == "in")
    }
}
