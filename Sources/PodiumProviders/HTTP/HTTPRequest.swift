/// A request as every transport understands it.
public struct HTTPRequest: Hashable, Sendable {
    public enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
    }

    public var method: Method
    public var url: String
    public var headers: [HTTPHeader]
    public var body: [UInt8]
    public var limits: HTTPLimits

    public init(
        method: Method = .post,
        url: String,
        headers: [HTTPHeader] = [],
        body: [UInt8] = [],
        limits: HTTPLimits = HTTPLimits()
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.limits = limits
    }
}

/// One header field.
public struct HTTPHeader: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// Whether the name is a token and the value has no control characters (RFC 9110, § 5), so
    /// that a value from outside cannot add a header field of its own.
    public var isValid: Bool {
        let marks = Set("!#$%&'*+-.^_`|~".utf8)
        let isToken =
            !name.isEmpty
            && name.utf8.allSatisfy { marks.contains($0) || $0.isASCIILetter || $0.isASCIIDigit }
        return isToken && value.utf8.allSatisfy { $0 == 0x09 || $0 >= 0x20 && $0 != 0x7F }
    }

    /// Whether the field carries a credential by its nature.
    public var isCredential: Bool {
        Self.credentialNames.contains(name.lowercased())
    }

    private static let credentialNames: Set = [
        "authorization", "proxy-authorization", "cookie", "api-key", "x-api-key", "x-goog-api-key",
    ]
}

/// How long a call may take and how much it may bring.
public struct HTTPLimits: Hashable, Sendable {
    /// Name lookup, connection and TLS together.
    public var connect: Duration
    /// The longest silence. Long by default: a thinking model can say nothing for minutes.
    public var idle: Duration
    /// The whole call.
    public var total: Duration
    /// Bytes of the body; nil where whoever reads it bounds what is kept.
    public var responseBytes: Int?

    public init(
        connect: Duration = .seconds(10),
        idle: Duration = .seconds(300),
        total: Duration = .seconds(600),
        responseBytes: Int? = nil
    ) {
        self.connect = connect
        self.idle = idle
        self.total = total
        self.responseBytes = responseBytes
    }
}

extension UInt8 {
    var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
    var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
