internal import PodiumCore

/// What matters of one event of a stream of Responses.
struct ResponsesEvent {
    var type: String?
    var delta = ""
    /// The whole of a part, of text or of a refusal, once it is complete.
    var whole = ""
    /// The words of a part or of an item, once it is complete.
    var words: [ReplyWords] = []
    /// The item's place in the output; nil where a server leaves it out.
    var outputIndex: Int?
    /// The item's name; nil where a server leaves it out.
    var itemID: String?
    /// Of a part of a summary, counted from 0.
    var summaryIndex = 0
    /// The response as it stands.
    var response: ResponsesReply?
    /// Whether there are members that only errors have.
    var hasErrorMark = false

    init(from reader: inout JSONReader) throws(JSONReader.Failure) {
        try reader.beginObject()
        while let name = try reader.nextMember() {
            switch (name, try reader.peek()) {
            case ("type", .string): type = try reader.readString()
            case ("delta", .string): delta = try reader.readString()
            case ("text", .string), ("refusal", .string): whole = try reader.readString()
            case ("output_index", .number): outputIndex = try reader.readInt()
            case ("item_id", .string): itemID = try reader.readString()
            case ("summary_index", .number): summaryIndex = try reader.readInt()
            case ("part", .object):
                words = try ResponsesReply.part(from: &reader).map { [$0] } ?? []
            case ("item", .object):
                let item = try ResponsesReply.item(from: &reader)
                words = item.words
                itemID = item.id ?? itemID
            case ("response", .object): response = try ResponsesReply(from: &reader)
            default:
                if ErrorWords.mayMark(name) { hasErrorMark = true }
                try reader.skipValue()
            }
        }
    }
}
