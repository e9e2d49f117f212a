/// One message of a chat, the form every vendor's dialect is made from.
public struct ChatMessage: Hashable, Sendable {
    public enum Role: String, Sendable, Codable {
        case system, user, assistant
        /// The result of a tool that the assistant asked for.
        case tool
    }

    public enum Part: Hashable, Sendable {
        case text(String)
        case image(ChatImage)
    }

    public var role: Role
    public var parts: [Part]
    /// Of the assistant: the tools that it asked for behind its words.
    public var toolCalls: [ToolCall]
    /// Of a tool: the id of the call whose result this is.
    public var result: String?
    /// Of a tool: whether it says why there is no result.
    public var isFailure: Bool

    public init(
        _ role: Role,
        parts: [Part],
        toolCalls: [ToolCall] = [],
        result: String? = nil,
        isFailure: Bool = false
    ) {
        self.role = role
        self.parts = parts
        self.toolCalls = toolCalls
        self.result = result
        self.isFailure = isFailure
    }

    public init(_ role: Role, _ content: String, toolCalls: [ToolCall] = []) {
        self.init(role, parts: content.isEmpty ? [] : [.text(content)], toolCalls: toolCalls)
    }

    /// Its words.
    public var content: String { parts.words }

    public var images: [ChatImage] { parts.images }
}

extension [ChatMessage.Part] {
    /// The texts, a blank line between two of them.
    public var words: String { compactMap(\.text).joined(separator: "\n\n") }

    public var images: [ChatImage] {
        compactMap { if case .image(let image) = $0 { image } else { nil } }
    }
}

extension ChatMessage.Part {
    public var text: String? { if case .text(let text) = self { text } else { nil } }
}

/// An image in a message.
public enum ChatImage: Hashable, Sendable {
    /// The media type, such as `image/png`, and the bytes in Base64.
    case data(type: String, base64: String)
    /// Where a vendor finds it.
    case address(String)

    /// Tokens of one of a usual size: Anthropic counts a token each 750 pixels, OpenAI 765 for a square of
    /// 1,024.
    static let usualTokens = 1_000

    /// As one text: an address, or a data URL (RFC 2397).
    public var url: String {
        switch self {
        case .data(let type, let base64): "data:\(type);base64,\(base64)"
        case .address(let address): address
        }
    }

    /// - Parameter url: a data URL in Base64, or an address of HTTP; nil for anything else.
    public init?(url: String) {
        let scheme = url.prefix(8).lowercased()
        if scheme.hasPrefix("https://") || scheme.hasPrefix("http://") {
            self = .address(url)
            return
        }
        guard url.hasPrefix("data:"), let comma = url.firstIndex(of: ",") else { return nil }
        let head = url[..<comma].dropFirst("data:".count).split(separator: ";")
        guard let type = head.first, type.hasPrefix("image/"), head.last == "base64" else {
            return nil
        }
        self = .data(type: String(type), base64: String(url[url.index(after: comma)...]))
    }
}

extension ChatMessage: Codable {
    private enum CodingKeys: String, CodingKey {
        case role, content, parts, toolCalls, result, isFailure
    }

    private struct PartForm: Codable {
        var text: String?
        /// An address or a data URL.
        var image: String?
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let forms = try container.decodeIfPresent([PartForm].self, forKey: .parts) ?? []
        let content = try container.decodeIfPresent(String.self, forKey: .content)
        let parts = try forms.map { form in
            if let text = form.text { return Part.text(text) }
            guard let image = form.image.flatMap(ChatImage.init(url:)) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .parts,
                    in: container,
                    debugDescription: "a part is neither a text nor an image"
                )
            }
            return .image(image)
        }
        self.init(
            try container.decode(Role.self, forKey: .role),
            parts: content.map { $0.isEmpty ? [] : [.text($0)] } ?? parts,
            toolCalls: try container.decodeIfPresent([ToolCall].self, forKey: .toolCalls) ?? [],
            result: try container.decodeIfPresent(String.self, forKey: .result),
            isFailure: try container.decodeIfPresent(Bool.self, forKey: .isFailure) ?? false
        )
    }

    /// `content` where it is one text or none, otherwise `parts`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(role, forKey: .role)
        if parts.isEmpty || parts.count == 1 && images.isEmpty {
            try container.encode(content, forKey: .content)
        } else {
            let forms = parts.map { part in
                switch part {
                case .text(let text): PartForm(text: text)
                case .image(let image): PartForm(image: image.url)
                }
            }
            try container.encode(forms, forKey: .parts)
        }
        if !toolCalls.isEmpty { try container.encode(toolCalls, forKey: .toolCalls) }
        try container.encodeIfPresent(result, forKey: .result)
        if isFailure { try container.encode(isFailure, forKey: .isFailure) }
    }
}
