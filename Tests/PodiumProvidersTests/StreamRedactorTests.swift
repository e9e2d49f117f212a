import PodiumCore
import Testing

@testable import PodiumProviders

@Suite struct StreamRedactorTests {
    private static let secret = "sk-planted-0123456789"

    private func clean(_ pieces: [ReplyPiece]) -> [ReplyPiece] {
        var redactor = StreamRedactor(SecretRedactor(secrets: [Self.secret, "sk-other-key"]))
        var cleaned: [ReplyPiece] = []
        for piece in pieces {
            let start = cleaned.count
            cleaned.append(piece)
            redactor.clean(&cleaned, from: start)
        }
        redactor.flush(into: &cleaned)
        return cleaned
    }

    @Test func `a secret is taken out wherever it is cut`() {
        let text = "you sent \(Self.secret), and \(Self.secret)! ✓"
        for cut in text.indices {
            for other in text[cut...].indices {
                let pieces = [text[..<cut], text[cut..<other], text[other...]]
                    .filter { !$0.isEmpty }.map { ReplyPiece.text(String($0)) }
                #expect(clean(pieces).text == "you sent [key], and [key]! ✓")
            }
        }
    }

    @Test func `text that only begins like a secret is given whole`() {
        let pieces: [ReplyPiece] = [.text("ask-"), .text("sk-planted"), .text("-?"), .text("sk")]
        #expect(clean(pieces).text == "ask-sk-planted-?sk")
    }

    @Test func `reasoning and answer keep apart, and the end comes last`() {
        let pieces: [ReplyPiece] = [
            .reasoning("hm sk-"), .text("planted"), .usage(.zero), .text(" sk"), .finished(.stop),
        ]
        let cleaned = clean(pieces)
        #expect(cleaned.reasoning == "hm sk-")
        #expect(cleaned.text == "planted sk")
        #expect(cleaned.last == .finished(.stop))
    }

    @Test func `a reply that repeats the key has it taken out, before an error too`() throws {
        var reporter = FaultReporter.sample
        reporter.redactor = SecretRedactor(secrets: [Self.secret])
        var decoder = ReplyDecoder(
            dialect: ChatDialect(),
            head: HTTPResponseHead(status: 200),
            reporter: reporter,
            now: 0
        )
        let chunk = #"data: {"choices":[{"delta":{"content":"sk-planted-01"}}]}"# + "\n\n"
        let rest = #"data: {"choices":[{"delta":{"content":"23456789 sk-pl"}}]}"# + "\n\n"
        var pieces: [ReplyPiece] = []
        try decoder.feed(Array(chunk.utf8), into: &pieces)
        #expect(pieces.isEmpty)
        try decoder.feed(Array(rest.utf8), into: &pieces)
        #expect(pieces.text == "[key] ")
        #expect(throws: ProviderError.self) { try decoder.end(into: &pieces) }
        #expect(pieces.text == "[key] sk-pl")
    }
}
