internal import PodiumCore

/// What matters of one event of a stream of Responses.
struct ResponsesEvent {
    var type: String?
    var delta = ""
    /// Of a part of a summary, counted from 0.
    var summaryIndex = 0
    /// The response as it stands.
    var response: ResponsesReply?
    var error: ErrorWords?

    init(_ bytes: [UInt8]) throws(JSONReader.Failure) {
        var reader = JSONReader(bytes)
        try reader.beginObject()
        while let name = try reader.nextMember() {
            switch (name, try reader.peek()) {
            case ("type", .string): type = try reader.readString()
            case ("delta", .string): delta = try reader.readString()
            case ("summary_index", .number): summaryIndex = try reader.readInt()
            case ("response", .object): response = try ResponsesReply(from: &reader)
            case ("error", _):
                let words = try ErrorWords(error: &reader)
                if !words.isEmpty { error = words }
            default: try reader.skipValue()
            }
        }
        try reader.expectEnd()
    }
}
