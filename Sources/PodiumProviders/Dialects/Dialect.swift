public import PodiumCore

/// A vendor's wire format: what a call looks like as a request, and how its reply is read. Pure.
public protocol Dialect: Sendable {
    /// As a configuration writes it.
    var name: String { get }

    /// Below the root of the API, with a query where there is one: `/chat/completions`.
    func path(for call: ModelCall) -> String

    /// The last part of the path, by which a root that names the endpoint already is recognised.
    var endpoint: String { get }

    /// What the root of the API ends in, such as `/v1`. Added to a root without any path when the
    /// vendor has no API elsewhere.
    var version: APIVersion { get }

    /// How a key is sent, unless the configuration says otherwise.
    var keyField: KeyField { get }

    /// Fields that each request has besides the usual ones.
    var headers: [HTTPHeader] { get }

    /// Where the models are listed, with as many on the first page as the server gives.
    var modelsPath: String { get }

    /// The members of the request's body.
    func body(for call: ModelCall, options: ModelOptions) -> [String: JSONValue]

    /// The members that hold the reply to a form.
    ///
    /// - Parameter form: That of a plan has the words of `PlanRequest.schema` only. Empty where the API
    ///   cannot hold a reply to it.
    func constraint(to form: ReplyForm) -> [String: JSONValue]

    /// A reader of one reply.
    func makeReader(reporter: FaultReporter) -> any ReplyReader
}

/// The part of an API's root that names its version.
public struct APIVersion: Hashable, Sendable {
    /// For instance `/v1`.
    public var path: String
    /// Whether a root without a path is completed with it.
    public var isImplied: Bool

    public init(_ path: String, isImplied: Bool) {
        self.path = path
        self.isImplied = isImplied
    }
}

/// The header field in which a key travels.
public struct KeyField: Hashable, Sendable {
    public var name: String
    /// What stands before the key, for instance `Bearer `.
    public var prefix: String

    public init(_ name: String, prefix: String = "") {
        self.name = name
        self.prefix = prefix
    }

    /// RFC 6750, § 2.1.
    public static let bearer = KeyField("Authorization", prefix: "Bearer ")

    func header(_ key: String) -> HTTPHeader { HTTPHeader(name, prefix + key) }
}

extension Dialect {
    public var headers: [HTTPHeader] { [] }
    public var modelsPath: String { "/models" }

    /// - Parameters:
    ///   - isConstrained: Whether the server is asked to hold the reply to the form that the request
    ///     prescribes, if it does.
    ///   - key: Sent in `field`, or in the dialect's own.
    ///   - extra: Fields that the provider's configuration adds.
    public func request(
        for call: ModelCall,
        to root: BaseURL,
        key: String?,
        field: KeyField? = nil,
        extra: [HTTPHeader] = [],
        limits: HTTPLimits = HTTPLimits(),
        isConstrained: Bool = true
    ) throws(ProviderError) -> HTTPRequest {
        let options = call.worker.options ?? ModelOptions()
        var members = body(for: call, options: options)
        if isConstrained, let form = call.request.form {
            members = members.merged(with: constraint(to: form))
        }
        return HTTPRequest(
            url: root.url(path(for: call), of: self),
            headers: fields(
                accepting: "text/event-stream, application/json",
                key: key,
                field: field,
                configured: extra + options.headers.map { HTTPHeader($0.name, $0.value) }
            ),
            body: try RequestBody.bytes(members.merged(with: options.body)),
            limits: limits
        )
    }

    /// The fields of a request. A configured one takes the place of a usual one of the same name.
    func fields(
        accepting types: String,
        key: String?,
        field: KeyField?,
        configured: [HTTPHeader]
    ) -> [HTTPHeader] {
        let usual =
            [HTTPHeader("Content-Type", "application/json"), HTTPHeader("Accept", types)] + headers
        let replaced = Set(configured.map { $0.name.lowercased() })
        var fields = usual.filter { !replaced.contains($0.name.lowercased()) }
        if let key { fields.append((field ?? keyField).header(key)) }
        return fields + configured
    }
}
