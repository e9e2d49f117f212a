internal import PodiumCore

extension ModelOptions {
    /// The seed for a call, in the range that every vendor takes (31 bits) when the session draws
    /// it.
    func seed(for call: ModelCall) -> JSONValue? {
        switch seed {
        case .fixed(let value): .integer(value)
        case .ofCall: .integer(Int64(call.seed & 0x7FFF_FFFF))
        case nil: nil
        }
    }

    /// The messages of a call, with the worker's own system prompt before them.
    func messages(for call: ModelCall) -> [ChatMessage] {
        let messages = call.request.messages
        guard let system else { return messages }
        return [ChatMessage(.system, system)] + messages
    }
}
