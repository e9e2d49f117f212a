internal import PodiumCore

/// The content of a message: a string, or a list of parts.
enum MessageContent {
    static func parts(
        _ value: JSONValue?,
        at place: String,
        in api: ClientRequest.API
    ) throws(APIError) -> [ChatMessage.Part] {
        switch value {
        case nil: return []
        case .string(let text): return text.isEmpty ? [] : [.text(text)]
        case .array(let values):
            var parts: [ChatMessage.Part] = []
            for (index, value) in values.enumerated() {
                let part = try part(value, at: "\(place)[\(index)]", api)
                if part.text?.isEmpty != true { parts.append(part) }
            }
            return parts
        default: throw .invalid(place, "\(place) must be a string or a list of parts.")
        }
    }

    /// The words of content that holds nothing else.
    static func text(
        _ value: JSONValue?,
        at place: String,
        in api: ClientRequest.API
    ) throws(APIError) -> String {
        let parts = try parts(value, at: place, in: api)
        guard parts.allSatisfy({ $0.text != nil }) else {
            throw unsupported(place, "an image", "Images belong into messages of the user.")
        }
        return parts.words
    }

    private static func part(
        _ value: JSONValue,
        at place: String,
        _ api: ClientRequest.API
    ) throws(APIError) -> ChatMessage.Part {
        if case .string(let text) = value { return .text(text) }
        var fields = try RequestFields(value, at: place)
        let type = try fields.string("type") ?? "text"
        let part: ChatMessage.Part
        switch (type, api) {
        case ("text", _), ("input_text", .responses), ("output_text", .responses):
            part = .text(try words(&fields, "text"))
        case ("refusal", .chat), ("refusal", .responses):
            part = .text(try words(&fields, "refusal"))
        case ("image_url", .chat): part = .image(try chatImage(&fields))
        case ("input_image", .responses): part = .image(try responsesImage(&fields))
        case ("image", .messages): part = .image(try messagesImage(&fields))
        default:
            throw unsupported(
                place,
                "of type \(type.prefix(40))",
                "No worker here takes it. Send text or images."
            )
        }
        // What a vendor's cache or reader would make of it changes nothing here.
        _ = fields.unused(
            "cache_control",
            "prompt_cache_breakpoint",
            "annotations",
            "logprobs",
            "citations"
        )
        try fields.finish()
        return part
    }

    private static func words(
        _ fields: inout RequestFields,
        _ name: String
    ) throws(APIError) -> String {
        guard let text = try fields.string(name) else { throw fields.missing(name) }
        return text
    }

    private static func unsupported(_ place: String, _ what: String, _ advice: String) -> APIError {
        APIError(
            .invalidRequest,
            "\(place) is \(what). \(advice)",
            parameter: place,
            code: "unsupported_content"
        )
    }

    // MARK: Images

    /// Chat Completions: `{"image_url": {"url", "detail"}}`.
    private static func chatImage(_ fields: inout RequestFields) throws(APIError) -> ChatImage {
        guard var address = try fields.object("image_url") else {
            throw fields.missing("image_url")
        }
        let image = try self.image(&address, "url")
        _ = address.unused("detail")
        try address.finish()
        return image
    }

    /// Responses: `{"image_url": "…", "detail"}`.
    private static func responsesImage(
        _ fields: inout RequestFields
    ) throws(APIError) -> ChatImage {
        if fields.take("file_id") != nil {
            throw fields.unsupported("file_id", "no files are kept here. Send the image itself.")
        }
        let image = try self.image(&fields, "image_url")
        _ = fields.unused("detail")
        return image
    }

    /// Messages: `{"source": {"type": "base64", "media_type", "data"}}`, or with an address.
    private static func messagesImage(
        _ fields: inout RequestFields
    ) throws(APIError) -> ChatImage {
        guard var source = try fields.object("source") else { throw fields.missing("source") }
        let image: ChatImage
        switch try source.string("type") {
        case "url": image = try self.image(&source, "url")
        case "base64":
            guard let type = try source.string("media_type") else {
                throw source.missing("media_type")
            }
            guard let data = try source.string("data") else { throw source.missing("data") }
            guard let data = ChatImage(url: "data:\(type);base64,\(data)") else {
                throw .invalid(
                    source.path("media_type"),
                    "\(source.path("media_type")) must be that of an image, such as image/png."
                )
            }
            image = data
        default:
            throw source.unsupported("type", "no files are kept here. Send the image itself.")
        }
        try source.finish()
        return image
    }

    private static func image(
        _ fields: inout RequestFields,
        _ name: String
    ) throws(APIError) -> ChatImage {
        guard let url = try fields.string(name) else { throw fields.missing(name) }
        if let image = ChatImage(url: url) { return image }
        throw .invalid(
            fields.path(name),
            "\(fields.path(name)) must be an address of HTTP, or data:image/…;base64,…"
        )
    }
}
