/// Reads a `text/event-stream` incrementally: bytes in, events out, however they are cut.
///
/// Follows the WHATWG HTML standard, § 9.2.6 "Interpreting an event stream": an optional byte-order
/// mark, lines ended by LF, CR or CRLF, comments and multi-line data. The standard drops a last event
/// that no blank line follows; here it is given at the `end`, since servers forget that line. What
/// one event may hold in memory is bounded.
public struct ServerSentEventParser: Sendable {
    /// An event outgrew the parser's limit. The stream cannot be read further.
    public struct LimitExceeded: Error, Hashable {
        /// Bytes.
        public let limit: Int
    }

    /// The most bytes that one event's data and unfinished line may take.
    public let limit: Int
    /// The reconnection time the stream asked for last, in milliseconds.
    public private(set) var reconnectionMilliseconds: Int?

    /// The beginning of what stands between the events and is no field of one. Nothing should, but
    /// some servers that fail in mid-stream write the error there as bare JSON.
    public private(set) var strayBytes: [UInt8] = []

    private static let strayLimit = 16 << 10
    private static let names = ["data", "event", "id", "retry"]

    private var lines = LineSplitter()
    private var type = ""
    /// Nil until the event has a `data` field; an empty field is data too.
    private var data: [UInt8]?
    private var lastEventID = ""

    public init(limit: Int = 4 << 20) {
        self.limit = limit
    }

    /// Reads the next bytes and appends the events they complete to `events`.
    ///
    /// Events that were complete before the limit was exceeded are appended all the same.
    public mutating func feed(
        _ bytes: [UInt8],
        into events: inout [ServerSentEvent]
    ) throws(LimitExceeded) {
        var position = 0
        while let line = lines.next(in: bytes, from: &position) {
            switch line {
            case .inChunk(let range): interpret(bytes[range], into: &events)
            case .gathered(let gathered): interpret(gathered[...], into: &events)
            }
            guard (data?.count ?? 0) <= limit else { throw LimitExceeded(limit: limit) }
        }
        guard lines.pendingCount + (data?.count ?? 0) <= limit else {
            throw LimitExceeded(limit: limit)
        }
    }

    /// The bytes have ended: appends an event that is not finished, which may be cut off.
    public mutating func end(into events: inout [ServerSentEvent]) {
        // The beginning of a field's name is nothing that stands between the events.
        if let line = lines.finish(), !Self.names.contains(where: { $0.utf8.starts(with: line) }) {
            interpret(line[...], into: &events)
        }
        dispatch(into: &events)
    }

    private mutating func interpret(_ line: ArraySlice<UInt8>, into events: inout [ServerSentEvent])
    {
        if line.isEmpty {
            dispatch(into: &events)
            return
        }
        let colon = line.firstIndex(of: UInt8(ascii: ":"))
        let name = line[..<(colon ?? line.endIndex)]
        var value = line[(colon.map { $0 + 1 } ?? line.endIndex)...]
        if value.first == UInt8(ascii: " ") { value.removeFirst() }
        // An empty name is a comment; an unknown one is ignored.
        if name.elementsEqual("data".utf8) {
            if data == nil {
                data = Array(value)
            } else {
                data?.append(UInt8(ascii: "\n"))
                data?.append(contentsOf: value)
            }
        } else if name.elementsEqual("event".utf8) {
            type = String(decoding: value, as: UTF8.self)
        } else if name.elementsEqual("id".utf8) {
            if !value.contains(0) { lastEventID = String(decoding: value, as: UTF8.self) }
        } else if name.elementsEqual("retry".utf8) {
            let isNumber = value.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            if isNumber, let time = Int(String(decoding: value, as: UTF8.self)) {
                reconnectionMilliseconds = time
            }
        } else if !name.isEmpty, strayBytes.count < Self.strayLimit {
            strayBytes += line.prefix(Self.strayLimit - strayBytes.count)
            strayBytes.append(UInt8(ascii: "\n"))
        }
    }

    private mutating func dispatch(into events: inout [ServerSentEvent]) {
        if let data {
            events.append(
                ServerSentEvent(
                    type: type.isEmpty ? "message" : type,
                    data: data,
                    lastEventID: lastEventID
                )
            )
        }
        data = nil
        type = ""
    }
}
