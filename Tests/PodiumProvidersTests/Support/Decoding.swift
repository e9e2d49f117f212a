import PodiumCore

@testable import PodiumProviders

typealias Decoded = (pieces: [ReplyPiece], error: ProviderError?)

/// What becomes of the chunks of a successful response.
func decode(
    _ dialect: any Dialect,
    _ chunks: [[UInt8]],
    limit: Int = ReplyDecoder.replyLimit
) -> Decoded {
    var decoder = ReplyDecoder(
        dialect: dialect,
        head: HTTPResponseHead(status: 200),
        reporter: .sample,
        limit: limit,
        now: 0
    )
    var pieces: [ReplyPiece] = []
    let error = providerError {
        for chunk in chunks { try decoder.feed(chunk, into: &pieces) }
        try decoder.end(into: &pieces)
    }
    return (pieces, error)
}

func decode(
    _ dialect: any Dialect,
    _ text: String,
    limit: Int = ReplyDecoder.replyLimit
) -> Decoded {
    decode(dialect, [Array(text.utf8)], limit: limit)
}

/// A stream of these data, one event each.
func events(_ data: String...) -> String {
    data.map { "data: \($0)\n\n" }.joined()
}
