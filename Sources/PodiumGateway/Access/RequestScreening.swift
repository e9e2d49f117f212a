internal import NIOHTTP1

/// Whether a request may have come from where it says: against pages in a browser on this machine that ask
/// a server which only this machine reaches.
///
/// A page whose name was made to lead here (DNS rebinding) is known by its `Host`, and any other page by its
/// `Origin` (RFC 6454).
struct RequestScreening {
    private let settings: GatewaySettings

    init(_ settings: GatewaySettings) { self.settings = settings }

    /// - Throws: `APIError` when it may not ask.
    func check(_ headers: HTTPHeaders) throws(APIError) {
        if !settings.isOpen {
            let host = headers.first(name: "host") ?? ""
            guard Self.loopback.contains(Self.name(in: host)) || isKnown(host) else {
                throw APIError(
                    .permission,
                    "This server does not answer to the name \"\(host.prefix(80))\"."
                        + " Start it with --allow-host NAME if it should.",
                    code: "host_not_allowed"
                )
            }
        }
        if let origin = headers.first(name: "origin"), !isAllowed(origin) {
            throw APIError(
                .permission,
                "Pages of \"\(origin.prefix(80))\" may not ask here."
                    + " Start the server with --allow-origin \(origin.prefix(80)) if they should.",
                code: "origin_not_allowed"
            )
        }
    }

    private static let loopback: Set<String> = ["localhost", "127.0.0.1", "[::1]"]

    /// Without the port, in small letters.
    private static func name(in host: String) -> String {
        let host = host.lowercased()
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") { return String(host[...end]) }
        return String(host.prefix { $0 != ":" })
    }

    private func isKnown(_ host: String) -> Bool {
        settings.hosts.contains { $0.lowercased() == Self.name(in: host) }
    }

    func isAllowed(_ origin: String) -> Bool {
        settings.origins.contains("*") || settings.origins.contains(origin)
    }

    /// What a browser is told about a page that may ask (the Fetch standard, § 3.2).
    func crossOriginHeaders(_ headers: HTTPHeaders) -> HTTPHeaders {
        guard let origin = headers.first(name: "origin"), isAllowed(origin) else { return [:] }
        return [
            "access-control-allow-origin": origin, "vary": "origin",
            "access-control-allow-methods": "GET, POST, OPTIONS",
            "access-control-allow-headers": headers.first(
                name: "access-control-request-headers"
            ) ?? "authorization, content-type, idempotency-key, x-api-key",
            "access-control-expose-headers":
                "x-request-id, x-podium-session, idempotent-replayed, retry-after",
            "access-control-max-age": "600",
        ]
    }
}
