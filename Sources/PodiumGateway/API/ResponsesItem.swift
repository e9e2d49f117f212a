internal import PodiumCore

/// An item of a response's output: a message, or a call of a tool.
struct ResponsesItem {
    let id: String
    let isMessage: Bool
    /// Of the tool.
    let name: String
    private let call: String
    /// Of the tool, where it has one.
    private var namespace: String?
    /// Its words, or the arguments of the call.
    var text: String

    /// - Parameter place: among the output's items, from 0.
    init(message place: Int, in session: SessionID, text: String) {
        id = "msg_\(session)" + (place == 0 ? "" : "_\(place)")
        isMessage = true
        (name, call) = ("", "")
        self.text = text
    }

    /// - Parameter place: among the reply's calls, from 0.
    init(
        call place: Int,
        in session: SessionID,
        name: String,
        _ namespaces: [String: ToolName],
        _ arguments: String
    ) {
        id = "fc_\(session)_\(place)"
        isMessage = false
        let whole = namespaces[name]
        self.name = whole?.name ?? name
        namespace = whole?.namespace
        call = ToolCall.id(in: session, place: place)
        text = arguments
    }

    /// As it is when its first word is to come.
    var begun: JSONValue {
        value(status: "in_progress", content: [])
    }

    func value(status: String) -> JSONValue {
        value(status: status, content: [Self.part(text)])
    }

    private func value(status: String, content: JSONValue) -> JSONValue {
        guard isMessage else {
            var members: [String: JSONValue] = [
                "type": "function_call", "id": .string(id), "call_id": .string(call),
                "name": .string(name), "arguments": .string(text), "status": .string(status),
            ]
            members["namespace"] = namespace.map(JSONValue.string)
            return .object(members)
        }
        return [
            "type": "message", "id": .string(id), "role": "assistant", "status": .string(status),
            "content": content,
        ]
    }

    static func part(_ text: String) -> JSONValue {
        ["type": "output_text", "text": .string(text), "annotations": [], "logprobs": []]
    }
}
