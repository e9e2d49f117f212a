internal import PodiumCore

/// What a server says about an error, in whichever of the common shapes it says it
/// (`ErrorWords+Shapes`).
struct ErrorWords: Hashable, Sendable {
    var message: String?
    var type: String?
    var code: String?
    /// An HTTP status inside the body; some gateways answer 200 and put it there.
    var status: Int?
    /// More codes, from the details that Google and Anthropic add.
    var reasons: [String] = []
    /// How long the server asks to be left alone, where it says so in the body.
    var retryAfterMilliseconds: Int?

    init(message: String? = nil) {
        self.message = message
    }

    /// The body of an error response: JSON, a page for people, or plain words.
    init(body: [UInt8]) {
        var objects = JSONObjects(body)
        let value = objects.nextValue()
        if let value, objects.strayBytes.isEmpty { self.init(value) } else { self.init() }
        // What says nothing in a shape that is known is shown as it is.
        if message == nil, value != .object([:]) { message = Self.plainText(body) }
    }

    var isEmpty: Bool { self == ErrorWords() }

    /// The beginning of a text that is not JSON; of an HTML page only its title says anything.
    static func plainText(_ body: [UInt8]) -> String? {
        let text = String(decoding: body.prefix(4096), as: UTF8.self)
        guard let first = text.first(where: { !$0.isWhitespace }) else { return nil }
        return first == "<" ? htmlSummary(text) : text
    }

    static func htmlSummary(_ text: String) -> String {
        // Looked for in any case, and told as it was written: whoever scrubs it compares letters.
        let bytes = Array(text.utf8)
        let folded = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        guard let start = folded.firstRange(of: Array("<title>".utf8))?.upperBound,
            let end = folded[start...].firstRange(of: Array("</title>".utf8))?.lowerBound
        else { return "an HTML page" }
        return "an HTML page titled “\(String(decoding: bytes[start..<end], as: UTF8.self))”"
    }
}
