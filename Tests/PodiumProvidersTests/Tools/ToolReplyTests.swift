import PodiumCore
import Testing

@testable import PodiumProviders

/// Calls of tools as the four vendors stream them.
struct ToolReplyTests {
    private static let expected = "read {\"path\":\"a\"}\nlist {}\n"

    private static let chat: [String] = [
        #"{"choices":[{"index":0,"delta":{"role":"assistant","content":null,"tool_calls":[{"index":0,"id":"x","type":"function","function":{"name":"read","arguments":""}}]}}]}"#,
        #"{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\"path\":"}}]}}]}"#,
        #"{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\"a\"}"}}]}}]}"#,
        #"{"choices":[{"index":0,"delta":{"tool_calls":[{"index":1,"id":"y","function":{"name":"list","arguments":"{}"}}]}}]}"#,
        #"{"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}"#, "[DONE]",
    ]

    private static let responses: [String] = [
        #"{"type":"response.output_item.added","output_index":1,"item":{"type":"function_call","id":"i","call_id":"x","name":"read","arguments":""}}"#,
        #"{"type":"response.function_call_arguments.delta","output_index":1,"delta":"{\"path\":"}"#,
        #"{"type":"response.function_call_arguments.delta","output_index":1,"delta":"\"a\"}"}"#,
        #"{"type":"response.function_call_arguments.done","output_index":1,"arguments":"{\"path\":\"a\"}"}"#,
        #"{"type":"response.output_item.done","output_index":1,"item":{"type":"function_call","call_id":"x","name":"read","arguments":"{\"path\":\"a\"}"}}"#,
        // One that is not streamed.
        #"{"type":"response.output_item.done","output_index":2,"item":{"type":"function_call","call_id":"y","name":"list","arguments":"{}"}}"#,
        #"{"type":"response.completed","response":{"status":"completed","output":[{"type":"reasoning","summary":[]},{"type":"function_call","call_id":"x","name":"read","arguments":"{\"path\":\"a\"}"},{"type":"function_call","call_id":"y","name":"list","arguments":"{}"}]}}"#,
    ]

    private static let anthropic: [String] = [
        #"{"type":"message_start","message":{"type":"message","content":[],"usage":{"input_tokens":3}}}"#,
        #"{"content_block":{"type":"tool_use","id":"x","name":"read","input":{}},"index":1,"type":"content_block_start"}"#,
        #"{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":""}}"#,
        #"{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\"path\":"}}"#,
        #"{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"\"a\"}"}}"#,
        #"{"type":"content_block_stop","index":1}"#,
        #"{"type":"content_block_start","index":2,"content_block":{"type":"tool_use","id":"y","name":"list","input":{}}}"#,
        #"{"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":"{}"}}"#,
        #"{"type":"message_delta","delta":{"stop_reason":"tool_use"},"usage":{"output_tokens":9}}"#,
        #"{"type":"message_stop"}"#,
    ]

    private static let gemini: [String] = [
        #"{"candidates":[{"content":{"parts":[{"functionCall":{"name":"read","args":{"path":"a"}},"thoughtSignature":"eA=="}]}}]}"#,
        #"{"candidates":[{"content":{"parts":[{"functionCall":{"name":"list","args":{}}}]},"finishReason":"STOP"}]}"#,
    ]

    private static let streams: [(any Dialect, [String])] = [
        (ChatDialect(), chat), (ResponsesDialect(), responses), (AnthropicDialect(), anthropic),
        (GeminiDialect(), gemini),
    ]

    private func read(_ dialect: any Dialect, _ stream: [String]) -> Decoded {
        decode(dialect, stream.map { "data: \($0)\n\n" }.joined())
    }

    @Test(arguments: 0..<4)
    func `calls of every vendor are lines`(index: Int) {
        let (dialect, stream) = Self.streams[index]
        let (pieces, error) = read(dialect, stream)
        #expect(error == nil)
        #expect(pieces.toolCalls == Self.expected)
        #expect(pieces.last == .finished(.toolCalls))
    }

    @Test(arguments: 0..<4)
    func `a stream that ends in the middle of a call is cut off`(index: Int) {
        let (dialect, stream) = Self.streams[index]
        for count in 1..<max(2, stream.count - 2) {
            #expect(read(dialect, Array(stream.prefix(count))).error?.code == .cutOff)
        }
    }

    @Test func `what was written of a call is given out at once`() {
        let (pieces, _) = read(ChatDialect(), Array(Self.chat.prefix(2)))
        #expect(pieces.toolCalls == "read {\"path\":")
    }

    private func chat(_ pieces: String...) -> String {
        let deltas = pieces.map { #"{"choices":[{"delta":{"tool_calls":[\#($0)]}}]}"# }
        return read(ChatDialect(), deltas + [#"{"choices":[{"delta":{},"finish_reason":"stop"}]}"#])
            .pieces.toolCalls
    }

    @Test func `calls are told apart though a server gives them one index, or none`() {
        #expect(
            chat(
                #"{"index":0,"id":"x","function":{"name":"read","arguments":"{}"}}"#,
                #"{"index":0,"id":"y","function":{"name":"list","arguments":"{}"}}"#
            ) == "read {}\nlist {}\n"
        )
        #expect(
            chat(
                #"{"function":{"name":"read","arguments":"{"}}"#,
                #"{"function":{"arguments":"}"}}"#,
                #"{"function":{"name":"list","arguments":{"a":1}}}"#
            ) == "read {}\nlist {\"a\":1}\n"
        )
        // The same id in each piece is the same call.
        #expect(
            chat(
                #"{"index":0,"id":"x","function":{"name":"read","arguments":"{"}}"#,
                #"{"index":0,"id":"x","function":{"name":"read","arguments":"}"}}"#
            ) == "read {}\n"
        )
    }

    @Test func `a name behind whole arguments is another call, with one index and without ids`() {
        #expect(
            chat(
                #"{"index":0,"function":{"name":"read","arguments":"{}"}}"#,
                #"{"index":0,"function":{"name":"list","arguments":"{}"}}"#
            ) == "read {}\nlist {}\n"
        )
    }

    @Test func `items of Responses are told apart by their ids where they have no place`() {
        let stream = Self.responses.prefix(2).map {
            $0.replacing(#""output_index":1,"#, with: #""item_id":"i","#)
        }
        let other = [
            #"{"type":"response.output_item.added","item":{"type":"function_call","id":"k","name":"list","arguments":""}}"#,
            #"{"type":"response.function_call_arguments.delta","item_id":"k","delta":"{}"}"#,
            #"{"type":"response.function_call_arguments.delta","item_id":"i","delta":"1}"}"#,
            #"{"type":"response.completed","response":{"status":"completed"}}"#,
        ]
        let pieces = read(ResponsesDialect(), stream + other).pieces
        #expect(pieces.toolCalls == "read {\"path\":1}\nlist {}\n")
    }

    @Test func `what was said before a call comes before it, though it was held back`() {
        // A text that may be the same one growing is held until that is clear.
        let text = [
            #"{"choices":[{"delta":{"content":"ha"}}]}"#,
            #"{"choices":[{"delta":{"content":"haha"}}]}"#,
        ]
        let (pieces, _) = read(ChatDialect(), text + Self.chat)
        #expect(pieces.prefix { if case .text = $0 { true } else { false } }.count == 2)
        var gate = SecretGate(Secrets(["sk-secret-0123456789"]))
        var said: [ReplyPiece] = [.text("the files"), .toolCalls("f {}\n"), .finished(.toolCalls)]
        gate.pass(&said)
        #expect(
            said == [.text("the file"), .text("s"), .toolCalls("f {}\n"), .finished(.toolCalls)]
        )
    }

    @Test func `calls that wait for their turn count against the limit of a reply`() {
        let first =
            #"{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"x","function":{"name":"f","arguments":""}}]}}]}"#
        let piece = String(repeating: "x", count: 10_000)
        let second =
            #"{"choices":[{"delta":{"tool_calls":[{"index":1,"id":"y","function":{"name":"g","arguments":"\#(piece)"}}]}}]}"#
        var decoder = ReplyDecoder(
            dialect: ChatDialect(),
            head: HTTPResponseHead(
                status: 200,
                headers: [HTTPHeader("content-type", "text/event-stream")]
            ),
            reporter: .sample,
            limit: 100_000,
            now: 0
        )
        var pieces: [ReplyPiece] = []
        let error = #expect(throws: ProviderError.self) {
            for data in [first] + Array(repeating: second, count: 20) {
                try decoder.feed(Array("data: \(data)\n\n".utf8), into: &pieces)
            }
        }
        #expect(error?.code == .tooLarge)
    }

    @Test func `pieces that are mixed up are put in order`() {
        #expect(
            chat(
                #"{"index":0,"id":"x","function":{"name":"read","arguments":"{\"a\":"}}"#,
                #"{"index":1,"id":"y","function":{"name":"list","arguments":"{\"b\":\"}"}}"#,
                #"{"index":0,"function":{"arguments":"\"\\\"}\"}"}}"#,
                #"{"index":1,"function":{"arguments":"\"}"}}"#
            ) == "read {\"a\":\"\\\"}\"}\nlist {\"b\":\"}\"}\n"
        )
    }

    @Test func `a call without a name has one that no tool has`() {
        #expect(chat(#"{"index":0,"id":"x","function":{"arguments":"{}"}}"#) == "_ {}\n")
        #expect(
            chat(
                #"{"index":0,"id":"x","function":{"name":"","arguments":"{}"}}"#,
                #"{"index":0,"function":{"name":"late"}}"#
            ) == "late {}\n"
        )
    }

    @Test func `whole replies have calls too`() {
        let whole =
            #"{"choices":[{"message":{"content":null,"tool_calls":[{"id":"x","function":{"name":"read","arguments":"{\"path\":\"a\"}"}},{"id":"y","function":{"name":"list","arguments":"{}"}}]},"finish_reason":"tool_calls"}]}"#
        #expect(decode(ChatDialect(), whole).pieces.toolCalls == Self.expected)
        let message =
            #"{"type":"message","content":[{"type":"text","text":"a"},{"type":"tool_use","id":"x","name":"read","input":{"path":"a"}},{"type":"tool_use","id":"y","name":"list","input":{}}],"stop_reason":"tool_use"}"#
        #expect(
            decode(AnthropicDialect(), message).pieces.toolCalls == "read {\"path\":\"a\"}\nlist \n"
        )
    }

    @Test func `a key in the arguments is not told`() {
        var gate = SecretGate(Secrets(["sk-secret-0123456789"]))
        var pieces: [ReplyPiece] = [
            .toolCalls("f {\"key\":\"sk-secret-"), .text("sk-"), .toolCalls("0123456789\"}\n"),
            .finished(.toolCalls),
        ]
        gate.pass(&pieces)
        #expect(!pieces.toolCalls.contains("0123456789"))
        #expect(pieces.toolCalls.hasPrefix("f {\"key\":\"") && pieces.toolCalls.hasSuffix("\"}\n"))
    }
}

extension [ReplyPiece] {
    fileprivate var toolCalls: String {
        map { if case .toolCalls(let text) = $0 { text } else { "" } }.joined()
    }
}
