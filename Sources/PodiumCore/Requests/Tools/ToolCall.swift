/// A model asks for a tool to be used.
public struct ToolCall: Hashable, Sendable, Codable {
    /// By which its result is told apart from others of the conversation.
    public var id: String
    public var name: String
    /// JSON, as the model wrote it: most likely an object that fits the tool's schema.
    public var arguments: String

    public init(id: String, name: String, arguments: String) {
        self.id = id
        self.name = name
        self.arguments = arguments
    }
}

/// The tool calls of one reply as text, which is how they are streamed, stored and shown: a call a line,
/// its name, a space and its arguments.
///
/// ```
/// read_file {"path": "notes.txt"}
/// list_files {}
/// ```
///
/// JSON has line ends only where a blank is as good, so that arguments stay in their line. Where a model
/// writes one into a string, against the rules, it is escaped.
public enum ToolCallLines {
    /// The beginning of a call's line.
    ///
    /// - Parameter name: Blanks in it, which no tool's name has, become `_`.
    public static func beginning(_ name: String) -> String {
        (name.isEmpty ? "_" : String(name.map { $0.isWhitespace ? "_" : $0 })) + " "
    }

    /// A piece of a call's arguments as it stands in the line.
    ///
    /// - Parameter nesting: where in them it begins; after it, where it ends.
    public static func piece(_ arguments: String, in nesting: inout JSONNesting) -> String {
        guard arguments.utf8.contains(where: isLineEnd) else {
            nesting.read(arguments.utf8)
            return arguments
        }
        var line: [UInt8] = []
        for byte in arguments.utf8 {
            if isLineEnd(byte) {
                let name = byte == UInt8(ascii: "\n") ? UInt8(ascii: "n") : UInt8(ascii: "r")
                line += nesting.isInString ? [UInt8(ascii: "\\"), name] : [0x20]
            } else {
                line.append(byte)
            }
            nesting.read(CollectionOfOne(byte))
        }
        return String(decoding: line, as: UTF8.self)
    }

    /// The end of a call's line.
    public static let end = "\n"

    /// The calls in a text, the last of which may be without its end.
    ///
    /// - Parameter id: of the call at that place, counted from 0.
    public static func calls(in text: String, id: (Int) -> String) -> [ToolCall] {
        text.utf8.split(separator: UInt8(ascii: "\n")).enumerated().map { place, line in
            let name = line.prefix { $0 != UInt8(ascii: " ") }
            return ToolCall(
                id: id(place),
                name: String(decoding: name, as: UTF8.self),
                arguments: String(
                    decoding: line.dropFirst(name.count + 1),
                    as: UTF8.self
                )
            )
        }
    }

    public static func text(of calls: [ToolCall]) -> String {
        calls.map { call in
            var nesting = JSONNesting()
            return beginning(call.name) + piece(call.arguments, in: &nesting) + end
        }.joined()
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
}

extension ToolCall {
    /// The arguments as text that is not empty: a model that has none to give may write nothing.
    public var json: String { arguments.contains { !$0.isWhitespace } ? arguments : "{}" }

    /// The arguments as an object, for vendors that take no text; what is none stands under `arguments`.
    public var object: JSONValue {
        var reader = JSONReader(Array(json.utf8))
        guard let kind = try? reader.peek(), kind == .object, (try? reader.skipValue()) != nil,
            (try? reader.expectEnd()) != nil
        else { return ["arguments": .string(arguments)] }
        return .written(json)
    }

    private static let idPrefix = "call_"

    /// The id under which a client is told of a session's call: it names the session, so that a later
    /// request is known to go on with it.
    public static func id(in session: SessionID, place: Int) -> String {
        "\(idPrefix)\(session)_\(place)"
    }

    /// The session whose call has this id; nil for an id of somebody else.
    public static func session(of id: String) -> SessionID? {
        guard id.hasPrefix(idPrefix), let end = id.lastIndex(of: "_") else { return nil }
        let name = id[..<end].dropFirst(idPrefix.count)
        return name.isEmpty ? nil : SessionID(rawValue: String(name))
    }
}

extension SessionState {
    /// The tools that the answer asks for; empty for an answer in words.
    public var answeringToolCalls: [ToolCall] {
        guard let text = answeringAttempt.flatMap({ attempt($0) })?.toolCalls, !text.isEmpty else {
            return []
        }
        return ToolCallLines.calls(in: text) { ToolCall.id(in: id, place: $0) }
    }
}
