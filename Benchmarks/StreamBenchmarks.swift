import PodiumCore
import PodiumProviders

enum StreamBenchmarks {
    /// The stream of a chat server, cut into reads of 4 KiB as a socket gives them.
    static func run() throws -> [Measurement] {
        let count = 100_000
        let bytes = ChatStream.bytes(count)
        let reads = stride(from: 0, to: bytes.count, by: 4_096).map { start in
            Array(bytes[start..<min(bytes.count, start + 4_096)])
        }
        let seconds = try bestSeconds(of: 3) {
            var decoder = ReplyDecoder(dialect: ChatDialect(), provider: "bench")
            var pieces: [ReplyPiece] = []
            var total = 0
            for read in reads {
                try decoder.feed(read, into: &pieces)
                total += pieces.count
                pieces.removeAll(keepingCapacity: true)
            }
            precondition(total >= count)
        }
        return [
            Measurement(
                name: "SSE reader with its JSON",
                value: Double(count) / seconds,
                unit: "chunks/s",
                aim: .atLeast(120_000)
            )
        ]
    }
}

/// What a chat server sends.
enum ChatStream {
    /// A stream of so many tokens, each an event of its own; `ends` adds what ends it.
    static func bytes(_ count: Int, ends: Bool = true) -> [UInt8] {
        var bytes: [UInt8] = []
        for number in 0..<count {
            let chunk = """
                data: {"id":"chatcmpl-8f2a","object":"chat.completion.chunk","created":1790000000,\
                "model":"SmolLM2-135M-Instruct","system_fingerprint":"b1","choices":[{"index":0,\
                "delta":{"content":" token\(number)"},"logprobs":null,"finish_reason":null}]}\n\n
                """
            bytes.append(contentsOf: chunk.utf8)
        }
        guard ends else { return bytes }
        let last = #"data: {"choices":[{"delta":{},"finish_reason":"stop"}]}"#
        bytes.append(contentsOf: "\(last)\n\ndata: [DONE]\n\n".utf8)
        return bytes
    }
}
