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
        case root
        case unknown
    }

    let target: Target

    /// The version of the API may be left out: some clients' addresses have it, some have not.
    init(_ call: HTTPCall) {
        var path = call.path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        let parts = path.split(separator: "/").map(String.init)
        let rest = parts.first == "v1" ? Array(parts.dropFirst()) : parts
        switch rest {
        case ["chat", "completions"]: target = .run(.chat)
        case ["responses"]: target = .run(.responses)
        case ["messages"]: target = .run(.messages)
        case ["messages", "count_tokens"]: target = .countTokens
        case ["models"]: target = .models
        case let parts where parts.count > 1 && parts[0] == "models":
            target = .model(parts.dropFirst().joined(separator: "/").percentDecoded)
        case ["healthz"]: target = .health
        case ["metrics"]: target = .metrics
        case []: target = .root
        default: target = .unknown
        }
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
        case .root: "root"
        case .unknown: "unknown"
        }
    }

    func requireMethod(of call: HTTPCall) throws(APIError) {
        let method =
            switch target {
            case .run, .countTokens: "POST"
            default: "GET"
            }
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
