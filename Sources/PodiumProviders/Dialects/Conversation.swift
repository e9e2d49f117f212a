internal import PodiumCore

/// The messages of a call with one system prompt, and the other roles in turn: some vendors take no
/// other order, and neither do the chat templates of many open models.
struct Conversation: Hashable {
    enum Role: Hashable {
        case user
        case assistant
    }

    enum Part: Hashable {
        case text(String)
        case image(ChatImage)
        case toolCall(ToolCall)
        case result(Result)
    }

    /// What a tool gave.
    struct Result: Hashable {
        var call: String
        var name: String
        var parts: [ChatMessage.Part]
        var isFailure: Bool

        var text: String { parts.compactMap(\.text).joined(separator: "\n\n") }

        var images: [ChatImage] {
            parts.compactMap { if case .image(let image) = $0 { image } else { nil } }
        }
    }

    struct Turn: Hashable {
        var role: Role
        /// Of a user: results before anything else.
        var parts: [Part] = []

        var results: [Result] {
            parts.compactMap { if case .result(let result) = $0 { result } else { nil } }
        }

        var toolCalls: [ToolCall] {
            parts.compactMap { if case .toolCall(let call) = $0 { call } else { nil } }
        }

        /// Its words and images.
        var content: [ChatMessage.Part] {
            parts.compactMap { part in
                switch part {
                case .text(let text): .text(text)
                case .image(let image): .image(image)
                case .toolCall, .result: nil
                }
            }
        }
    }

    /// Nil when no message is of the system.
    var system: String?
    /// Of the user and the assistant in turn.
    var turns: [Turn] = []

    /// Calls of tools by the ids that the messages give them: what they are called here, and their names.
    private var toolCalls: [String: ToolCall] = [:]

    init(_ messages: [ChatMessage]) {
        for message in messages {
            switch message.role {
            case .system:
                system = system.map { $0 + Self.separator + message.content } ?? message.content
            case .user: add(message.parts.map(Part.init), of: .user)
            case .assistant:
                add(
                    message.parts.map(Part.init) + message.toolCalls.map { .toolCall(named($0)) },
                    of: .assistant
                )
            case .tool: add([.result(result(message))], of: .user)
            }
        }
    }

    private mutating func add(_ parts: [Part], of role: Role) {
        if turns.last?.role != role { turns.append(Turn(role: role)) }
        let turn = turns.count - 1
        for part in parts {
            switch (part, turns[turn].parts.last) {
            case (.text(let text), .text(let before)?):
                turns[turn].parts[turns[turn].parts.count - 1] = .text(
                    before + Self.separator + text
                )
            case (.result, _):
                turns[turn].parts.insert(part, at: turns[turn].results.count)
            default: turns[turn].parts.append(part)
            }
        }
    }

    /// Ids are counted through: each vendor takes others, Mistral's nine letters and digits only, and a
    /// vendor's cache of prompts sees the same ones again in the next request.
    private mutating func named(_ call: ToolCall) -> ToolCall {
        let number = String(toolCalls.count + 1)
        let id = "call" + String(repeating: "0", count: max(0, 5 - number.count)) + number
        let named = ToolCall(id: id, name: call.name, arguments: call.arguments)
        toolCalls[call.id] = named
        return named
    }

    private func result(_ message: ChatMessage) -> Result {
        let call = message.result.flatMap { toolCalls[$0] }
        return Result(
            call: call?.id ?? message.result ?? "",
            name: call?.name ?? "",
            parts: message.parts,
            isFailure: message.isFailure
        )
    }

    private static let separator = "\n\n"
}

extension Conversation.Part {
    fileprivate init(_ part: ChatMessage.Part) {
        self =
            switch part {
            case .text(let text): .text(text)
            case .image(let image): .image(image)
            }
    }
}

extension [ChatMessage.Part] {
    /// The text where it is one or none; nil where there is more.
    var onlyText: String? {
        switch count {
        case 0: ""
        case 1: first?.text
        default: nil
        }
    }
}
