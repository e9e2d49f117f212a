internal import PodiumCore

/// What requests of several APIs have in common.
extension RequestFields {
    /// The form of the reply: `{"type": "text" | "json_object" | "json_schema", …}`; nil for free text.
    ///
    /// - Parameter schema: reads what stands beside `json_schema`, which differs.
    mutating func form(
        _ name: String,
        schema: (inout RequestFields) throws(APIError) -> ReplyForm
    ) throws(APIError) -> ReplyForm? {
        guard var format = try object(name) else { return nil }
        let form: ReplyForm?
        switch try format.string("type") {
        case "text": form = nil
        case "json_object": form = ReplyForm(name: "object")
        case "json_schema": form = try schema(&format)
        default:
            throw .invalid(
                format.path("type"),
                "\(format.path("type")) must be text, json_object or json_schema."
            )
        }
        try format.finish()
        return form
    }

    /// - Throws: `APIError` for what only the one model that writes the answer could do.
    mutating func refuseWhatOneModelDoes() throws(APIError) {
        for name in ["frequency_penalty", "presence_penalty"] {
            if let penalty = try number(name, in: -2...2), penalty != 0 {
                throw unsupported(name, "not every worker knows it.")
            }
        }
        if let count = try integer("top_logprobs"), count != 0 {
            throw unsupported("top_logprobs", "several models write for one answer.")
        }
    }
}

extension ReplyForm {
    /// `{"name", "schema", "strict", "description"}`
    init(reading fields: inout RequestFields) throws(APIError) {
        guard let schema = fields.take("schema") else { throw fields.missing("schema") }
        guard schema.isObject else {
            throw .invalid(fields.path("schema"), "\(fields.path("schema")) must be an object.")
        }
        let name = try fields.string("name") ?? "reply"
        _ = fields.unused("description")
        self.init(name: name, schema: schema, isStrict: try fields.bool("strict") ?? false)
    }
}

extension JSONValue {
    /// Also one that stays as it was written.
    var isObject: Bool {
        switch self {
        case .object, .written: true
        default: false
        }
    }
}
