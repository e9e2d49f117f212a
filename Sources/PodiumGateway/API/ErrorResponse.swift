internal import Glibc
internal import NIOHTTP1
internal import PodiumCore

/// A request that is refused, in the shape of its API.
struct ErrorResponse {
    private let error: APIError
    private let api: ClientRequest.API
    private var headers: HTTPHeaders

    init(_ error: APIError, in api: ClientRequest.API, _ headers: HTTPHeaders) {
        self.error = error
        self.api = api
        self.headers = headers
    }

    func send(_ response: any ResponseWriter) {
        var headers = headers
        headers.replaceOrAdd(name: "content-type", value: "application/json")
        if let session = error.session {
            headers.replaceOrAdd(name: "x-podium-session", value: session.rawValue)
        }
        if let seconds = error.retryAfter {
            headers.add(name: "retry-after", value: "\(seconds)")
            headers.add(name: "retry-after-ms", value: "\(seconds * 1_000)")
        }
        // The vendors' SDKs would otherwise ask again by themselves for what a whole run came to nothing on.
        headers.add(name: "x-should-retry", value: error.retryAfter == nil ? "false" : "true")
        if error.kind == .authentication {
            headers.add(name: "www-authenticate", value: "Bearer")
        }
        let body = api == .messages ? error.anthropicBody : error.openAIBody
        response.send(error.kind.status, headers, body.bytes)
    }
}

enum SystemTime {
    /// Since 1970.
    static var seconds: Int { time(nil) }
}
