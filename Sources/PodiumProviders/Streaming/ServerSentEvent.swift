/// One event of a `text/event-stream`.
public struct ServerSentEvent: Hashable, Sendable {
    /// The event's type; `message` when the stream names none.
    public var type: String
    /// The `data` fields, joined by line feeds. Bytes, because most readers decode JSON from them.
    public var data: [UInt8]
    /// The last `id` the stream has given, which may be that of an earlier event.
    public var lastEventID: String

    public init(type: String = "message", data: [UInt8], lastEventID: String = "") {
        self.type = type
        self.data = data
        self.lastEventID = lastEventID
    }

    /// The data as text; malformed UTF-8 is replaced, as the specification asks.
    public var text: String { String(decoding: data, as: UTF8.self) }
}
