internal import PodiumCore

/// Takes secrets out of streamed text, also where one comes cut into pieces.
///
/// A server that repeats the request it got would otherwise have a key shown and stored. The end of a
/// piece is held back as long as a secret may begin with it.
struct StreamRedactor: Sendable {
    private let redactor: SecretRedactor
    private let secrets: [[UInt8]]
    private var pending: [UInt8] = []
    private var isReasoning = false

    init(_ redactor: SecretRedactor) {
        self.redactor = redactor
        secrets = redactor.secretBytes
    }

    /// Cleans the pieces from `start` on.
    mutating func clean(_ pieces: inout [ReplyPiece], from start: Int) {
        guard !secrets.isEmpty else { return }
        var cleaned: [ReplyPiece] = []
        for piece in pieces[start...] {
            switch piece {
            case .text(let text): append(text, isReasoning: false, to: &cleaned)
            case .reasoning(let text): append(text, isReasoning: true, to: &cleaned)
            case .usage, .limits, .waiting: cleaned.append(piece)
            case .finished:
                flush(into: &cleaned)
                cleaned.append(piece)
            }
        }
        pieces.replaceSubrange(start..., with: cleaned)
    }

    /// Gives what was held back: no more follows.
    mutating func flush(into pieces: inout [ReplyPiece]) {
        let rest = String(decoding: pending, as: UTF8.self)
        pending = []
        if !rest.isEmpty { pieces.append(isReasoning ? .reasoning(rest) : .text(rest)) }
    }

    private mutating func append(
        _ text: String,
        isReasoning: Bool,
        to pieces: inout [ReplyPiece]
    ) {
        if isReasoning != self.isReasoning { flush(into: &pieces) }
        self.isReasoning = isReasoning
        let clean = redactor.scrub(pending + text.utf8)
        let kept = secrets.map { Self.overlap(of: clean, with: $0) }.max() ?? 0
        pending = Array(clean.suffix(kept))
        let shown = String(decoding: clean.dropLast(kept), as: UTF8.self)
        if !shown.isEmpty { pieces.append(isReasoning ? .reasoning(shown) : .text(shown)) }
    }

    /// How many of the last bytes may be the beginning of the secret.
    private static func overlap(of bytes: [UInt8], with secret: [UInt8]) -> Int {
        let longest = min(bytes.count, secret.count - 1)
        return (0...max(longest, 0)).reversed().first {
            bytes.suffix($0).elementsEqual(secret.prefix($0))
        } ?? 0
    }
}
