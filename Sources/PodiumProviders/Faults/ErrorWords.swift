internal import PodiumCore

/// What a server says about an error, in whichever of the common shapes it says it.
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

    /// The body of an error response.
    init(body: [UInt8]) {
        self.init()
        var reader = JSONReader(body)
        do {
            if try reader.peek() == .array {
                // Google's compatible endpoint wraps the object in an array.
                try reader.beginArray()
                guard try reader.nextElement() else { return }
            }
            try readTop(from: &reader)
        } catch {
            if message == nil { message = Self.plainText(body) }
        }
    }

    /// The value of an `error` member: an object, or just a text.
    init(error reader: inout JSONReader) throws(JSONReader.Failure) {
        self.init()
        try readError(from: &reader)
    }

    init(message: String? = nil) {
        self.message = message
    }

    var isEmpty: Bool { self == ErrorWords() }

    /// `{"error": …}`, or the members of an error at the top (`message`, or FastAPI's `detail`).
    /// What stands inside says more than what stands around it.
    private mutating func readTop(from reader: inout JSONReader) throws(JSONReader.Failure) {
        var inner = ErrorWords()
        defer { fill(with: inner) }
        try reader.beginObject()
        while let name = try reader.nextMember() {
            if name == "error" {
                try inner.readError(from: &reader)
            } else {
                try readMember(name, from: &reader)
            }
        }
    }

    private mutating func fill(with inner: ErrorWords) {
        message = inner.message ?? message
        type = inner.type ?? type
        code = inner.code ?? code
        status = inner.status ?? status
        reasons += inner.reasons
        retryAfterMilliseconds = inner.retryAfterMilliseconds ?? retryAfterMilliseconds
    }

    private mutating func readError(from reader: inout JSONReader) throws(JSONReader.Failure) {
        switch try reader.peek() {
        case .string: message = try reader.readString()
        case .object:
            try reader.beginObject()
            while let name = try reader.nextMember() { try readMember(name, from: &reader) }
        default: try reader.skipValue()
        }
    }

    private mutating func readMember(
        _ name: String,
        from reader: inout JSONReader
    ) throws(JSONReader.Failure) {
        let kind = try reader.peek()
        switch (name, kind) {
        case ("message", .string), ("detail", .string), ("msg", .string):
            message = try reader.readString()
        case ("type", .string): type = try reader.readString()
        case ("details", .object), ("details", .array): try readDetails(from: &reader)
        case ("code", .string), ("status", .string): code = try reader.readString()
        case ("code", .number), ("status", .number), ("status_code", .number):
            let value = try reader.readInt()
            if (400..<600).contains(value) { status = value }
        case ("detail", .array):
            try reader.beginArray()
            var isFirst = true
            while try reader.nextElement() {
                if isFirst { try readError(from: &reader) } else { try reader.skipValue() }
                isFirst = false
            }
        default: try reader.skipValue()
        }
    }

    /// Text that is not JSON; of an HTML page only its title says anything.
    private static func plainText(_ body: [UInt8]) -> String? {
        let text = String(decoding: body.prefix(4096), as: UTF8.self)
        guard let first = text.first(where: { !$0.isWhitespace }) else { return nil }
        return first == "<" ? htmlSummary(text) : text
    }

    static func htmlSummary(_ text: String) -> String {
        let folded = text.lowercased()
        // Lowercasing can change offsets, but not of the ASCII this looks for in practice; a title
        // read from the folded text is still readable.
        guard let start = folded.range(of: "<title>")?.upperBound,
            let end = folded.range(of: "</title>", after: start)?.lowerBound
        else { return "an HTML page" }
        return "an HTML page titled “\(folded[start..<end])”"
    }
}

extension String {
    fileprivate func range(of part: String, after start: Index? = nil) -> Range<Index>? {
        self[(start ?? startIndex)...].firstRange(of: part)
    }
}
