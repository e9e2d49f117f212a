internal import PodiumCore

/// The text of a message: a string, or a list of parts.
enum MessageContent {
    /// - Parameter types: of parts that hold text in `text`.
    static func text(
        _ value: JSONValue?,
        at place: String,
        types: Set<String>
    ) throws(APIError) -> String {
        switch value {
        case nil: return ""
        case .string(let text): return text
        case .array(let parts):
            var texts: [String] = []
            for (index, part) in parts.enumerated() {
                texts.append(try self.part(part, at: "\(place)[\(index)]", types))
            }
            return texts.joined(separator: "\n\n")
        default: throw .invalid(place, "\(place) must be a string or a list of parts.")
        }
    }

    private static func part(
        _ value: JSONValue,
        at place: String,
        _ types: Set<String>
    ) throws(APIError) -> String {
        if case .string(let text) = value { return text }
        var fields = try RequestFields(value, at: place)
        let type = try fields.string("type") ?? "text"
        guard types.contains(type) else {
            let what = type.hasPrefix("image") || type == "input_image" ? "images" : "it"
            throw APIError(
                .invalidRequest,
                "\(place) is of type \(type.prefix(40)), and no worker here takes \(what) yet."
                    + " Send text.",
                parameter: place,
                code: "unsupported_content"
            )
        }
        guard let text = try fields.string(type == "refusal" ? "refusal" : "text") else {
            throw fields.missing("text")
        }
        // What a vendor's cache or reader would make of it changes nothing here.
        _ = fields.unused("cache_control", "annotations", "logprobs", "citations")
        try fields.finish()
        return text
    }
}
