internal import Glibc

/// The address of a provider, for instance `https://api.openai.com/v1`, in a form that every URL
/// parser reads alike.
///
/// Stricter than RFC 3986: only characters that are plain in a host and a path, no user and no
/// fragment, and of queries only Azure's `api-version`, since others take keys. Where a key goes, and
/// whether text leaves this machine, hangs on it.
public struct BaseURL: Hashable, Sendable, CustomStringConvertible {
    public enum Failure: Error, Hashable, Sendable {
        case scheme, userInfo, host, port, path, queryOrFragment
    }

    /// The whole address as it was written, without a slash at its end.
    public let text: String
    /// Whether what is sent is encrypted.
    public let isSecure: Bool
    /// In lower case; an IPv6 address without its brackets.
    public let host: String
    /// The scheme's own where none is written.
    public let port: Int
    /// Empty, or begins with a slash and ends without one.
    public let path: String
    /// Empty, or the one query there may be: `?api-version=2024-10-21`.
    public let query: String

    /// - Throws: `Failure` for anything but a plain `http` or `https` address.
    public init(_ text: String) throws(Failure) {
        // First of all, so that no other complaint repeats a password.
        if text.contains("@") { throw .userInfo }
        let rest: Substring
        (isSecure, rest) = try Self.scheme(of: text)
        let address = rest.prefix { $0 != "?" && $0 != "#" }
        query = try Self.query(rest.dropFirst(address.count))
        let authority = address.prefix { $0 != "/" }
        let path = address.dropFirst(authority.count)
        guard path.utf8.allSatisfy(Self.isPathByte) else { throw .path }
        let written: Int?
        (host, written) = try Self.hostAndPort(of: authority)
        port = written ?? (isSecure ? 443 : 80)
        self.path = Self.withoutSlashes(path)
        self.text = Self.withoutSlashes(text.dropLast(query.count)) + query
    }

    /// Whom a whole URL names, such as that of an endpoint.
    public init(serverOf url: String) throws(Failure) {
        let rest = try Self.scheme(of: url).rest
        let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
        try self.init(String(url[..<end]))
    }

    /// `host:port`
    public var authority: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

    /// The address without its path, with the port in any case.
    public var origin: String { "\(isSecure ? "https" : "http")://\(authority)" }

    public var description: String { origin + path + query }

    /// Whether the host is this machine whatever a name service says. A name that merely begins
    /// with `127.` is not.
    ///
    /// Servers print the address that they listen on, `0.0.0.0` or `::`, which leads to this machine;
    /// and the system reads `127.1` as `127.0.0.1`.
    public var isLoopback: Bool {
        if host == "localhost" || host.hasSuffix(".localhost") { return true }
        var v4 = in_addr()
        if host.utf8.allSatisfy({ Self.isDigit($0) || $0 == UInt8(ascii: ".") }),
            inet_aton(host, &v4) == 1
        {
            let address = UInt32(bigEndian: v4.s_addr)
            return address >> 24 == 127 || address == 0
        }
        var v6 = in6_addr()
        guard inet_pton(AF_INET6, host, &v6) == 1 else { return false }
        return withUnsafeBytes(of: &v6) {
            $0.dropLast().allSatisfy { $0 == 0 } && ($0.last == 1 || $0.last == 0)
        }
    }
}

// MARK: - Reading

extension BaseURL {
    private static func scheme(
        of text: String
    ) throws(Failure) -> (isSecure: Bool, rest: Substring) {
        let lower = text.lowercased()
        if lower.hasPrefix("https://") { return (true, text.dropFirst(8)) }
        if lower.hasPrefix("http://") { return (false, text.dropFirst(7)) }
        throw .scheme
    }

    private static func hostAndPort(
        of authority: Substring
    ) throws(Failure) -> (host: String, port: Int?) {
        let host: Substring
        let port: Substring
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { throw .host }
            host = authority[..<end].dropFirst()
            port = authority[end...].dropFirst()
            var address = in6_addr()
            guard inet_pton(AF_INET6, String(host), &address) == 1 else { throw .host }
        } else {
            host = authority.prefix { $0 != ":" }
            port = authority.dropFirst(host.count)
            guard !host.isEmpty, !host.hasPrefix("."), !host.contains(".."),
                host.utf8.allSatisfy(isHostByte)
            else { throw .host }
        }
        return (host.lowercased(), port.isEmpty ? nil : try number(of: port))
    }

    private static func number(of port: Substring) throws(Failure) -> Int {
        let digits = port.dropFirst()
        guard port.hasPrefix(":"), digits.utf8.allSatisfy(isDigit), let number = Int(digits),
            (1...65_535).contains(number)
        else { throw .port }
        return number
    }

    /// The query, if it is the one that may be there.
    private static func query(_ text: Substring) throws(Failure) -> String {
        guard !text.isEmpty, text != "?" else { return "" }
        let name = "?api-version="
        guard text.lowercased().hasPrefix(name), text.utf8.count > name.utf8.count,
            text.dropFirst(name.count).utf8.allSatisfy({ isDigit($0) || isLetter($0) || $0 == 0x2D }
            )
        else { throw .queryOrFragment }
        return String(text)
    }

    private static func withoutSlashes(_ text: Substring) -> String {
        var text = text
        while text.hasSuffix("/") { text.removeLast() }
        return String(text)
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        isDigit(byte) || isLetter(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_")
    }

    private static func isPathByte(_ byte: UInt8) -> Bool {
        isDigit(byte) || isLetter(byte) || "/._~-%+:=,".utf8.contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
