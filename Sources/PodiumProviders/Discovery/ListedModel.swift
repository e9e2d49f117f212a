internal import PodiumCore

/// A model as a provider lists it.
public struct ListedModel: Hashable, Sendable {
    /// As a call names it.
    public var id: String
    /// As people call it, where the provider says so.
    public var title: String?
    /// The most tokens of a call, where the provider says so.
    public var contextTokens: Int?

    public init(id: String, title: String? = nil, contextTokens: Int? = nil) {
        self.id = id
        self.title = title
        self.contextTokens = contextTokens
    }
}

extension ListedModel {
    /// Reads a list of models in whichever of the common shapes it comes: an array, or an object with
    /// the array in `data` (OpenAI, Anthropic and most others) or in `models` (Gemini, Ollama).
    ///
    /// What serves no text, where a provider tells, is left out.
    static func list(_ body: [UInt8]) throws(JSONReader.Failure) -> [ListedModel] {
        var reader = JSONReader(body)
        var models: [ListedModel] = []
        if try reader.peek() == .array {
            models = try readList(from: &reader)
        } else {
            try reader.beginObject()
            while let name = try reader.nextMember() {
                switch (name, try reader.peek()) {
                case ("data", .array), ("models", .array): models += try readList(from: &reader)
                default: try reader.skipValue()
                }
            }
        }
        try reader.expectEnd()
        // llama.cpp lists its model under both names.
        var seen: Set<String> = []
        return models.filter { seen.insert($0.id).inserted }
    }

    private static func readList(
        from reader: inout JSONReader
    ) throws(JSONReader.Failure) -> [ListedModel] {
        var models: [ListedModel] = []
        try reader.beginArray()
        while try reader.nextElement() {
            guard try reader.peek() == .object else {
                try reader.skipValue()
                continue
            }
            var fields = Fields()
            try fields.read(from: &reader)
            if let model = fields.model { models.append(model) }
        }
        return models
    }
}

private struct Fields {
    private static let contextNames: Set<String> = [
        "context_length", "context_window", "max_model_len", "inputTokenLimit", "n_ctx_train",
        "max_context_length",
    ]

    private var id: String?
    private var name: String?
    private var title: String?
    private var context: Int?
    private var servesText = true

    mutating func read(from reader: inout JSONReader) throws(JSONReader.Failure) {
        try reader.beginObject()
        while let member = try reader.nextMember() {
            switch (member, try reader.peek()) {
            case ("id", .string): id = try reader.readString()
            case ("name", .string): name = try reader.readString()
            case ("display_name", .string), ("displayName", .string):
                title = try reader.readString()
            case ("meta", .object): try read(from: &reader)
            case ("supportedGenerationMethods", .array):
                servesText = try reader.texts().contains("generateContent")
            case (let name, .number) where Self.contextNames.contains(name):
                let value = try reader.readInt()
                context = value > 0 ? value : nil
            default: try reader.skipValue()
            }
        }
    }

    var model: ListedModel? {
        guard servesText, let id = id ?? name, !id.isEmpty else { return nil }
        let bare = id.hasPrefix("models/") ? String(id.dropFirst("models/".count)) : id
        let other = title ?? (name == id ? nil : name)
        return ListedModel(
            id: bare,
            title: other == bare ? nil : other,
            contextTokens: context
        )
    }
}

extension JSONReader {
    /// The texts of an array; anything else in it is passed over.
    fileprivate mutating func texts() throws(Failure) -> [String] {
        var texts: [String] = []
        try beginArray()
        while try nextElement() {
            if try peek() == .string { texts.append(try readString()) } else { try skipValue() }
        }
        return texts
    }
}
