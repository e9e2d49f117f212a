internal import PodiumCore

extension FaultReporter {
    /// Reads the next object of a stream or of a whole reply; nil when there is none.
    ///
    /// - Parameter what: The kind of thing it should be, for messages: "an event of …".
    /// - Returns: The object, and a reader at its beginning.
    func next<Object>(
        of objects: inout JSONObjects,
        _ what: String,
        _ read: (inout JSONReader) throws(JSONReader.Failure) -> Object
    ) throws(ProviderError) -> (object: Object, start: JSONReader)? {
        let count = objects.count
        do {
            return try objects.next { reader throws(JSONReader.Failure) in
                let start = reader
                return (try read(&reader), start)
            }
        } catch {
            // A body that was broken off is not a wrong one.
            if objects.isBody, error.offset >= count { throw cutOff }
            throw malformed("a chunk that is not \(what) (\(error))")
        }
    }

    /// Throws what an object reports, if it is an error in whatever shape.
    ///
    /// - Parameter object: A reader at the object's beginning.
    func refuseError(_ object: JSONReader) throws(ProviderError) {
        var object = object
        guard let value = try? object.readValue(), let words = ErrorWords(reportedBy: value) else {
            return
        }
        throw error(ServerFault(words: words))
    }

    /// A whole reply that holds no answer: with the server's words, if it has any.
    ///
    /// - Parameter what: What it has not: "without choices".
    func noReply(_ object: JSONReader, _ what: String) -> ProviderError {
        var object = object
        let words = (try? object.readValue()).flatMap { ErrorWords($0).message }
        return malformed("a reply \(what)" + (words.map { ": \($0)" } ?? ""))
    }

    /// A reply that the server itself calls a failure, without an error's words.
    func brokenOff(_ reason: String, _ code: ProviderError.Code = .server) -> ProviderError {
        var words = ErrorWords(message: "the reply was broken off (\(reason))")
        switch code {
        case .contentPolicy: words.code = "content_policy"
        case .timeout: words.code = "timeout"
        default: break
        }
        return error(ServerFault(words: words))
    }

    /// A response that is neither a stream nor JSON, but words.
    func onlyWords(_ bytes: [UInt8]) -> ProviderError {
        let words = ErrorWords(body: bytes)
        if ErrorMeaning.special(words, status: nil) != nil {
            return error(ServerFault(words: words))
        }
        return malformed("words that are no reply: \(words.message ?? "")")
    }

    /// A reason for the end that the dialect does not know, fit to be stored.
    func unknownReason(_ reason: String) -> FinishReason {
        FinishReason(rawValue: reason.told(limit: 40))
    }
}

extension ServerSentEvent {
    /// OpenAI's mark of the end, which some gateways put after streams of other dialects too.
    var isDone: Bool {
        data.count < 16
            && ["[done]", "done"].contains(
                text.lowercased().filter { !$0.isWhitespace && $0 != "\"" }
            )
    }
}
