internal import Foundation
public import PodiumCore

/// Exchanges with providers as they went over the wire, to be played back without network and keys.
///
/// A file of JSON Lines: a line that says what it is, then one line for each exchange. Keys, cookies
/// and the host's address are never in it.
public struct Cassette: Hashable, Sendable {
    static let version = 1
    /// Bytes; a larger file is no cassette that a person made.
    static let sizeLimit = 256 << 20

    public var exchanges: [CassetteExchange]

    public init(exchanges: [CassetteExchange] = []) {
        self.exchanges = exchanges
    }
}

/// One request and what came back.
public struct CassetteExchange: Hashable, Sendable, Codable {
    /// Bytes that came together.
    public struct Part: Hashable, Sendable, Codable {
        /// Milliseconds since the request left.
        public var at: Int
        /// The bytes, where they are text.
        public var text: String?
        /// The bytes in base 64, where they are not: a character may be cut between two parts.
        public var base64: String?

        init(at: Int, bytes: [UInt8]) {
            self.at = at
            if let text = String(validating: bytes, as: UTF8.self) {
                self.text = text
            } else {
                base64 = Data(bytes).base64EncodedString()
            }
        }

        var bytes: [UInt8] {
            if let text { return Array(text.utf8) }
            return base64.flatMap { Data(base64Encoded: $0) }.map(Array.init) ?? []
        }
    }

    /// The provider's name in the configuration it was recorded with.
    public var provider: String
    /// The name of the wire format.
    public var dialect: String
    public var model: String
    /// A digest of the model and the messages, by which a call finds its exchange again.
    public var digest: String
    /// The request's body.
    public var request: String
    public var status: Int
    /// Those fields of the response that say something of the call, such as `retry-after`.
    public var headers: [RequestHeader]
    public var parts: [Part]
    /// Milliseconds from the request to the end.
    public var duration: Int
    /// Why it broke off; nil for a response that ended by itself.
    public var error: ProviderError?
}

// MARK: - The file

extension Cassette {
    /// What is wrong with a file, in words for the person who named it.
    public struct Invalid: Error, Hashable, CustomStringConvertible {
        public let description: String
    }

    private struct Head: Codable {
        var podiumCassette: Int
        var program: String?
    }

    static func head(program: String) throws -> String {
        try line(Head(podiumCassette: version, program: program))
    }

    static func line(_ value: some Encodable) throws -> String {
        String(decoding: try JSONLine.encoded(value), as: UTF8.self) + "\n"
    }

    /// Reads the text of a file. A last line that is cut short, because the program was killed while it
    /// recorded, is left out.
    ///
    /// - Parameter name: of the file, for messages.
    public init(_ text: String, name: String) throws(Invalid) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let decoder = JSONDecoder()
        guard let first = lines.first,
            let head = try? decoder.decode(Head.self, from: Data(first.utf8))
        else {
            throw Invalid(
                description: "\(name) is no cassette. One is made with `podium record \(name) …`."
            )
        }
        guard head.podiumCassette <= Self.version else {
            throw Invalid(
                description: "\(name) was recorded by a later Podium"
                    + " (version \(head.podiumCassette) of the format)."
            )
        }
        exchanges = []
        let last = lines.lastIndex { !$0.isEmpty }
        for (number, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            do {
                exchanges.append(
                    try decoder.decode(CassetteExchange.self, from: Data(line.utf8))
                )
            } catch {
                if number == last, text.last?.isNewline == false { break }
                throw Invalid(
                    description: "\(name):\(number + 1): this line is no recorded exchange."
                        + " Delete it, or record the cassette again."
                )
            }
        }
    }

    public init(contentsOf path: String) throws(Invalid) {
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        } catch {
            throw Invalid(description: "\(path) cannot be read: \(error.localizedDescription)")
        }
        guard data.count <= Self.sizeLimit else {
            throw Invalid(description: "\(path) is larger than \(Self.sizeLimit >> 20) MB.")
        }
        try self.init(String(decoding: data, as: UTF8.self), name: path)
    }
}

extension ModelCall {
    /// 64 bits of FNV-1a over the model and the messages, each behind the one before with the byte 0xFF
    /// between, in hexadecimal.
    var digest: String {
        let texts = [worker.model] + request.messages.flatMap { [$0.role.rawValue, $0.content] }
        let bytes: [UInt8] = texts.flatMap { Array($0.utf8) + [0xFF] }
        return bytes.fnv1a().hexadecimal
    }
}
