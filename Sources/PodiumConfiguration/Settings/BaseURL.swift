internal import Glibc

/// The address of a provider, in a form that every URL parser reads alike.
///
/// Stricter than RFC 3986: only characters that are plain in a host and a path, no user, query or
/// fragment. Where a key goes, and whether text leaves this machine, hangs on it.
public struct BaseURL: Hashable, Sendable, CustomStringConvertible {
    /// The whole address, without a slash at its end.
    public let text: String
    /// In lower case; an IPv6 address without its brackets.
    public let host: String
    public let isSecure: Bool

    enum Failure: Error, Hashable {
        case scheme, userInfo, host, port, path, queryOrFragment
    }

    /// Nil for anything but a plain `http` or `https` address.
    public init?(_ text: String) {
        do throws(Failure) {
            self = try Self.parse(text)
        } catch {
            return nil
        }
    }

    private init(text: String, host: String, isSecure: Bool) {
        self.text = text
        self.host = host
        self.isSecure = isSecure
    }

    public var description: String { text }

    /// Whether the host is this machine whatever a name service says. A name that merely begins
    /// with `127.` is not.
    public var isLoopback: Bool {
        if host == "localhost" || host == "::1" { return true }
        var address = in_addr()
        return inet_pton(AF_INET, host, &address) == 1
            && UInt32(bigEndian: address.s_addr) >> 24 == 127
    }

    static func parse(_ text: String) throws(Failure) -> BaseURL {
        // First of all, so that no other complaint repeats a password.
        if text.contains("@") { throw .userInfo }
        let lower = text.lowercased()
        let isSecure = lower.hasPrefix("https://")
        guard isSecure || lower.hasPrefix("http://") else { throw .scheme }
        let rest = text.dropFirst(isSecure ? 8 : 7)
        if rest.contains(where: { $0 == "?" || $0 == "#" }) { throw .queryOrFragment }
        let authority = rest.prefix { $0 != "/" }
        let path = rest.dropFirst(authority.count)
        guard path.utf8.allSatisfy(isPathByte) else { throw .path }
        let host = try host(of: authority)
        var trimmed = text[...]
        while trimmed.hasSuffix("/") { trimmed.removeLast() }
        return BaseURL(text: String(trimmed), host: host, isSecure: isSecure)
    }

    private static func host(of authority: Substring) throws(Failure) -> String {
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
        guard port.isEmpty || isPort(port) else { throw .port }
        return host.lowercased()
    }

    private static func isPort(_ text: Substring) -> Bool {
        let digits = text.dropFirst()
        return text.hasPrefix(":") && digits.utf8.allSatisfy(isDigit)
            && Int(digits).map { (1...65_535).contains($0) } ?? false
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
