/// The status and header fields of a response.
public struct HTTPResponseHead: Hashable, Sendable {
    public var status: Int
    public var headers: [HTTPHeader]

    public init(status: Int, headers: [HTTPHeader] = []) {
        self.status = status
        self.headers = headers
    }

    public var isSuccess: Bool { (200..<300).contains(status) }

    /// The first value of a field, whatever the case of its name.
    public subscript(name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}

extension HTTPResponseHead {
    /// Reads a head line by line, as it comes from the network.
    struct Reader {
        private var head: HTTPResponseHead?

        /// The finished head when `line` is the empty line after it. An interim response (1xx) is
        /// dropped, and so are fields that follow the body.
        mutating func read(_ line: String) -> HTTPResponseHead? {
            let line = line.trimmingLineEnd
            if line.hasPrefix("HTTP/") {
                let status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) }
                head = HTTPResponseHead(status: status ?? 0)
            } else if line.isEmpty {
                defer { head = nil }
                return head.flatMap { (100..<200).contains($0.status) ? nil : $0 }
            } else if let colon = line.firstIndex(of: ":") {
                let value = line[line.index(after: colon)...]
                    .drop { $0 == " " || $0 == "\t" }
                head?.headers.append(HTTPHeader(String(line[..<colon]), String(value)))
            }
            return nil
        }
    }
}

extension String {
    fileprivate var trimmingLineEnd: String {
        var line = self[...]
        while let last = line.last, last.isNewline || last == " " || last == "\t" {
            line.removeLast()
        }
        return String(line)
    }
}
