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
    private var callCount = 0

    init(_ messages: [ChatMessage]) {
        let system = messages.filter { $0.role == .system }.map(\.content)
        if !system.isEmpty { self.system = system.joined(separator: Self.separator) }
        var (role, parts): (Role?, [Part]) = (nil, [])
        for message in messages where message.role != .system && message.holdsSomething {
            let next: Role = message.role == .assistant ? .assistant : .user
            if next != role {
                addTurn(role, parts)
                (role, parts) = (next, [])
            }
            if message.role == .tool {
                parts.append(.result(result(message)))
            } else {
                parts += message.parts.map(Part.init)
                for call in message.toolCalls { parts.append(.toolCall(named(call))) }
            }
        }
        addTurn(role, parts)
    }

    /// Results first, and words behind words as one text. Blank words are left out where there is anything
    /// else: not every vendor takes them. Neither is a message that says nothing one.
    private mutating func addTurn(_ role: Role?, _ parts: [Part]) {
        guard let role else { return }
        var (results, rest): ([Part], [Part]) = ([], [])
        var texts: [String] = []
        func flush() {
            let said = texts.filter { $0.contains { !$0.isWhitespace } }
            if !said.isEmpty { rest.append(.text(said.joined(separator: Self.separator))) }
            texts = []
        }
        for part in parts {
            switch part {
            case .result: results.append(part)
            case .text(let text): texts.append(text)
            case .image, .toolCall:
                flush()
                rest.append(part)
            }
        }
        flush()
        turns.append(Turn(role: role, parts: results + rest))
    }

    /// Ids are counted through: each vendor takes others, Mistral's nine letters and digits only, and a
    /// vendor's cache of prompts sees the same ones again in the next request.
    private mutating func named(_ call: ToolCall) -> ToolCall {
        callCount += 1
        let number = String(callCount)
        let id = "call" + String(repeating: "0", count: max(0, 5 - number.count)) + number
        let named = ToolCall(id: id, name: call.name, arguments: call.arguments)
        // One that has the same id as a call before takes its place: results follow their own.
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

extension ChatMessage {
    /// Whether it is more than blank words.
    fileprivate var holdsSomething: Bool {
        role == .tool || !toolCalls.isEmpty
            || parts.contains { part in
                part.text.map { $0.contains { !$0.isWhitespace } } ?? true
            }
    }
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
