import Testing

/// A vendor with a wire format and a way of counting of its own, and a reply as it sends them.
struct Vendor: Sendable, CustomTestStringConvertible {
    var preset: String
    var key: String
    var model: String
    /// The data of the events up to some text, and of those after it.
    var opening: [String]
    var closing: [String]
    /// By hand, in millionths of a dollar: tokens times dollars a million tokens.
    var cost: Double

    var testDescription: String { preset }

    var reply: [String] { opening + closing }

    static let all = [openAI, anthropic, gemini, deepSeek]

    /// Inside the input 600 are cached, inside the output 200 are reasoning.
    static let openAI = Vendor(
        preset: "openai",
        key: "OPENAI_API_KEY",
        model: "gpt-5-mini",
        opening: [
            #"{"type":"response.output_text.delta","item_id":"i","delta":"one"}"#
        ],
        closing: [
            #"{"type":"response.completed","response":{"status":"completed","output":[],"usage":{"input_tokens":1000,"input_tokens_details":{"cached_tokens":600},"output_tokens":300,"output_tokens_details":{"reasoning_tokens":200},"total_tokens":1300}}}"#
        ],
        cost: 400 * 0.25 + 600 * 0.025 + 300 * 2
    )

    /// Cached tokens stand beside the input, and writing to the cache has two prices.
    static let anthropic = Vendor(
        preset: "anthropic",
        key: "ANTHROPIC_API_KEY",
        model: "claude-haiku-4-5",
        opening: [
            #"{"type":"message_start","message":{"type":"message","role":"assistant","content":[],"usage":{"input_tokens":20,"cache_read_input_tokens":100,"cache_creation_input_tokens":30,"cache_creation":{"ephemeral_5m_input_tokens":10,"ephemeral_1h_input_tokens":20},"output_tokens":1}}}"#,
            #"{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}"#,
            #"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"two"}}"#,
        ],
        closing: [
            #"{"type":"content_block_stop","index":0}"#,
            #"{"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":50,"output_tokens_details":{"thinking_tokens":35}}}"#,
            #"{"type":"message_stop"}"#,
        ],
        cost: 20 * 1 + 100 * 0.1 + 10 * 1.25 + 20 * 2 + 50 * 5
    )

    /// Thoughts stand beside the candidates' tokens.
    static let gemini = Vendor(
        preset: "gemini",
        key: "GOOGLE_API_KEY",
        model: "gemini-2.5-flash",
        opening: [
            #"{"candidates":[{"content":{"parts":[{"text":"three"}],"role":"model"},"index":0}]}"#
        ],
        closing: [
            #"{"candidates":[{"content":{"parts":[{"text":""}],"role":"model"},"finishReason":"STOP","index":0}],"usageMetadata":{"promptTokenCount":120,"cachedContentTokenCount":100,"candidatesTokenCount":15,"thoughtsTokenCount":35,"totalTokenCount":170}}"#
        ],
        cost: 20 * 0.3 + 100 * 0.03 + 50 * 2.5
    )

    /// The cache's share has a name of its own.
    static let deepSeek = Vendor(
        preset: "deepseek",
        key: "DEEPSEEK_API_KEY",
        model: "deepseek-flash",
        opening: [
            #"{"choices":[{"index":0,"delta":{"content":"four"}}]}"#
        ],
        closing: [
            #"{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"#,
            #"{"choices":[],"usage":{"prompt_tokens":100,"prompt_cache_hit_tokens":80,"prompt_cache_miss_tokens":20,"completion_tokens":50,"completion_tokens_details":{"reasoning_tokens":30},"total_tokens":150}}"#,
            "[DONE]",
        ],
        cost: 20 * 0.3 + 80 * 0.006 + 50 * 1.2
    )

    // MARK: All of them in one session

    static let environment = Dictionary(
        uniqueKeysWithValues: all.map { ($0.key, "planted-key") }
    )

    /// Every vendor at the same server.
    static func configuration(_ server: FakeChatServer, timeouts: String = "{}") -> String {
        let providers = all.map {
            "  \($0.preset): {preset: \($0.preset), base_url: \"\(server.baseURL)\","
                + " timeouts: \(timeouts)}"
        }
        let workers = all.map {
            "  - {name: \($0.preset), provider: \($0.preset), model: \($0.model)}"
        }
        return (["providers:"] + providers + ["workers:"] + workers).joined(separator: "\n")
    }

    /// Asks every vendor once and returns the events of the session.
    static func run(
        _ scratch: Scratch,
        _ server: FakeChatServer,
        timeouts: String = "{}"
    ) throws -> [[String: Any]] {
        try scratch.configure(configuration(server, timeouts: timeouts))
        let plan = try scratch.write(chain, to: "plan.yaml")
        let run = try scratch.run(
            "run",
            "--json",
            "--conductor",
            plan,
            "What?",
            environment: environment
        )
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        return try run.objects()
    }

    /// A plan that asks one after the other, so that each gets the reply meant for it.
    private static let chain =
        "steps:\n"
        + all.enumerated().map { position, vendor in
            "  - {worker: \(vendor.preset), subtask: \"Say it.\""
                + (position == 0 ? "}" : ", access: previous}")
        }.joined(separator: "\n")
}
