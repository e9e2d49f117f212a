internal import PodiumCore

/// An item of a response's output.
struct ResponsesItem {
    private enum Kind {
        case message
        /// The id under which the client is told of the call, and its tool.
        case toolCall(String, name: String, namespace: String?)
    }

    let id: String
    private let kind: Kind
    /// Its words, or the arguments of the call.
    var text: String

    /// - Parameter place: among the output's items, from 0.
    init(message place: Int, in session: SessionID, text: String) {
        id = "msg_\(session)" + (place == 0 ? "" : "_\(place)")
        kind = .message
        self.text = text
    }

    /// - Parameters:
    ///   - place: among the reply's calls, from 0.
    ///   - name: as the worker knows the tool.
    init(
        call place: Int,
        in session: SessionID,
        name: String,
        _ namespaces: [String: ToolName],
        _ arguments: String
    ) {
        id = "fc_\(session)_\(place)"
        kind = .toolCall(
            ToolCall.id(in: session, place: place),
            name: namespaces[name]?.name ?? name,
            namespace: namespaces[name]?.namespace
        )
        text = arguments
    }

    var isMessage: Bool { if case .message = kind { true } else { false } }

    /// As it is when its first word is to come.
    var begun: JSONValue { value(status: "in_progress", content: []) }

    func value(status: String) -> JSONValue {
        value(status: status, content: [Self.part(text)])
    }

    private func value(status: String, content: JSONValue) -> JSONValue {
        switch kind {
        case .message:
            return [
                "type": "message", "id": .string(id), "role": "assistant",
                "status": .string(status), "content": content,
            ]
        case .toolCall(let call, let name, let namespace):
            var members: [String: JSONValue] = [
                "type": "function_call", "id": .string(id), "call_id": .string(call),
                "name": .string(name), "arguments": .string(text), "status": .string(status),
            ]
            members["namespace"] = namespace.map(JSONValue.string)
            return .object(members)
        }
    }

    /// The events that say that nothing more comes of its words, before the item itself is done: their types,
    /// and what stands in them.
    var ends: [(type: String, members: [String: JSONValue])] {
        switch kind {
        case .message:
            [
                ("response.output_text.done", ["text": .string(text), "logprobs": []]),
                ("response.content_part.done", ["part": Self.part(text)]),
            ]
        case .toolCall(_, let name, _):
            [
                (
                    "response.function_call_arguments.done",
                    ["arguments": .string(text), "name": .string(name)]
                )
            ]
        }
    }

    static func part(_ text: String) -> JSONValue {
        ["type": "output_text", "text": .string(text), "annotations": [], "logprobs": []]
    }
}
