internal import CCurl
internal import Glibc

/// The parts of an `http` or `https` URL, as libcurl reads them.
///
/// The parser that judges an address is the one that connects to it; two parsers that disagree
/// about a host could send a key to the wrong one.
struct HTTPAddress: Hashable, Sendable {
    enum Failure: Error, Hashable {
        /// What curl has to say.
        case malformed(String)
        case missingScheme
        /// Neither `http` nor `https`.
        case foreignScheme
    }

    var scheme: String
    var host: String
    var port: Int
    /// Begins with a slash.
    var path: String
    var query: String?
    var fragment: String?
    var hasUserInfo: Bool

    init(_ text: String) throws(Failure) {
        guard text.contains("://") else { throw .missingScheme }
        guard let url = curl_url() else { throw .malformed("out of memory") }
        defer { curl_url_cleanup(url) }
        let result = curl_url_set(url, CURLUPART_URL, text, UInt32(CURLU_NON_SUPPORT_SCHEME))
        guard result == CURLUE_OK else {
            throw .malformed(String(cString: curl_url_strerror(result)).lowercased())
        }
        func part(_ part: CURLUPart, flags: Int32 = 0) -> String? {
            var value: UnsafeMutablePointer<CChar>?
            defer { curl_free(value) }
            guard curl_url_get(url, part, &value, UInt32(flags)) == CURLUE_OK else { return nil }
            return value.map { String(cString: $0) }
        }
        scheme = part(CURLUPART_SCHEME) ?? ""
        guard scheme == "http" || scheme == "https" else { throw .foreignScheme }
        host = part(CURLUPART_HOST) ?? ""
        guard !host.isEmpty else { throw .malformed("no host part in the url") }
        port = part(CURLUPART_PORT, flags: CURLU_DEFAULT_PORT).flatMap { Int($0) } ?? 0
        path = part(CURLUPART_PATH) ?? "/"
        query = part(CURLUPART_QUERY)
        fragment = part(CURLUPART_FRAGMENT)
        hasUserInfo = part(CURLUPART_USER) != nil || part(CURLUPART_PASSWORD) != nil
    }

    /// `host:port`, for messages.
    var authority: String { "\(host):\(port)" }

    /// Whether the host is this machine, whatever a name service says. A name that merely begins
    /// with `127.` is not.
    var isLoopback: Bool {
        if host.lowercased() == "localhost" { return true }
        var v4 = in_addr()
        if inet_pton(AF_INET, host, &v4) == 1 { return UInt32(bigEndian: v4.s_addr) >> 24 == 127 }
        var v6 = in6_addr()
        let bare = host.filter { $0 != "[" && $0 != "]" }
        guard inet_pton(AF_INET6, bare, &v6) == 1 else { return false }
        return withUnsafeBytes(of: &v6) { $0.dropLast().allSatisfy { $0 == 0 } && $0.last == 1 }
    }
}
