internal import PodiumCore

/// What a path means.
struct Route {
    enum Target: Hashable {
        case run(ClientRequest.API)
        case countTokens
        case models
        case model(String)
        case health
        case metrics
        case openAPI
        case root
        case unknown

        /// Takes this method; where it is GET, HEAD too.
        var method: String {
            switch self {
            case .run, .countTokens: "POST"
            default: "GET"
            }
        }

        /// As the field `Allow` says it.
        var allowed: String { method == "GET" ? "GET, HEAD, OPTIONS" : "\(method), OPTIONS" }
    }

    /// All that is served.
    static let templates: [(path: String, target: Target)] = [
        ("/v1/chat/completions", .run(.chat)), ("/v1/responses", .run(.responses)),
        ("/v1/messages", .run(.messages)), ("/v1/messages/count_tokens", .countTokens),
        ("/v1/models", .models), ("/v1/models/{model}", .model("{model}")),
        ("/healthz", .health), ("/metrics", .metrics), ("/openapi.json", .openAPI),
        ("/", .root),
    ]

    private static let targets = Dictionary(
        templates.map { (parts(of: $0.path), $0.target) }
    ) { first, _ in first }

    let target: Target

    /// The version of the API may be left out: some clients' addresses have it, some have not.
    init(_ call: HTTPCall) {
        let parts = Self.parts(of: call.path)
        if parts.count > 1, parts[0] == "models" {
            target = .model(parts.dropFirst().joined(separator: "/").percentDecoded)
        } else {
            target = Self.targets[parts] ?? .unknown
        }
    }

    private static func parts(of path: String) -> [String] {
        let parts = path.split(separator: "/").map(String.init)
        return parts.first == "v1" ? Array(parts.dropFirst()) : parts
    }

    /// The API whose errors are told; nil for what belongs to none.
    var api: ClientRequest.API? {
        switch target {
        case .run(let api): api
        case .countTokens: .messages
        default: nil
        }
    }

    /// By which requests are counted: never what a client wrote.
    var name: String {
        switch target {
        case .run(let api): api.rawValue
        case .countTokens: "count_tokens"
        case .models, .model: "models"
        case .health: "health"
        case .metrics: "metrics"
        case .openAPI: "openapi"
        case .root: "root"
        case .unknown: "unknown"
        }
    }

    func requireMethod(of call: HTTPCall) throws(APIError) {
        let method = target.method
        guard call.method != method, !(method == "GET" && call.method == "HEAD"),
            target != .unknown
        else { return }
        throw APIError(
            .methodNotAllowed,
            "\(call.path.prefix(80)) takes \(method), not \(call.method.prefix(20)).",
            code: "method_not_allowed"
        )
    }
}

extension String {
    /// With percent-encoded UTF-8 (RFC 3986, § 2.1) decoded; what is none stays.
    fileprivate var percentDecoded: String {
        let bytes = Array(utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let byte = UInt8(
                    String(decoding: bytes[index + 1...index + 2], as: UTF8.self),
                    radix: 16
                )
            {
                result.append(byte)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
