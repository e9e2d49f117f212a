internal import PodiumCore

extension FaultReporter {
    /// Decodes what one event of a stream carries.
    ///
    /// - Parameter what: The kind of thing it should be, for messages: "an event of …".
    func part<Part>(
        of event: ServerSentEvent,
        _ what: String,
        _ read: ([UInt8]) throws(JSONReader.Failure) -> Part
    ) throws(ProviderError) -> Part {
        if event.type == "error" {
            throw error(ServerFault(words: ErrorWords(body: event.data)))
        }
        do {
            return try read(event.data)
        } catch {
            throw malformed("a chunk that is not \(what) (\(error))")
        }
    }

    /// Reads a whole reply; a failure at its very end is a body that was broken off, not a wrong
    /// one.
    func whole<Reply>(
        _ body: [UInt8],
        _ what: String,
        _ read: ([UInt8]) throws(JSONReader.Failure) -> Reply
    ) throws(ProviderError) -> Reply {
        do {
            return try read(body)
        } catch {
            throw broken(body, what, error)
        }
    }

    /// The error for a whole reply that could not be read to its end.
    func broken(_ body: [UInt8], _ what: String, _ failure: JSONReader.Failure) -> ProviderError {
        failure.offset >= body.count ? cutOff : malformed("JSON that is not \(what) (\(failure))")
    }

    /// A reply that the server itself calls a failure, without an error's words.
    func brokenOff(_ reason: String) -> ProviderError {
        error(ServerFault(words: ErrorWords(message: "the reply was broken off (\(reason))")))
    }

    /// A reason for the end that the dialect does not know, fit to be stored.
    func unknownReason(_ reason: String) -> FinishReason {
        FinishReason(rawValue: redactor.clean(reason, limit: 40))
    }
}

extension ServerSentEvent {
    /// OpenAI's mark of the end, which some gateways put after streams of other dialects too.
    var isDone: Bool { data.elementsEqual("[DONE]".utf8) }
}
