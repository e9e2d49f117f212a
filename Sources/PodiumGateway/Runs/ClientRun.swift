internal import Logging
internal import NIOHTTP1
internal import PodiumConfiguration
internal import PodiumCore
internal import PodiumStudio

/// One request of a client, and the reply to it out of the run that answers.
struct ClientRun: Sendable {
    let studio: Studio
    let settings: GatewaySettings
    let asked: Asked
    let request: RunRequest
    let notes: [String]
    var headers: HTTPHeaders
    let response: any ResponseWriter
    /// Who goes on with the conversation.
    let kept: KeptWorkers
    /// Whether its client's leaving ends the run.
    let endsWithClient: Bool

    /// How it came out, for the figures.
    enum Outcome {
        case answered(Reply)
        case refused(APIError)
        /// The client went away.
        case left
    }

    /// - Parameter ended: told what the run cost before the client hears of its end.
    func reply(from run: OpenedRun, ended: (Cost) -> Void) async -> Outcome {
        let opening = ReplyOpening(
            session: run.session,
            created: run.created,
            asked: asked,
            estimatedInput: asked.estimatedInput
        )
        switch asked.api {
        case .chat: return await follow(opening, ChatWriter(opening), ended)
        case .responses: return await follow(opening, ResponsesWriter(opening), ended)
        case .messages: return await follow(opening, MessagesWriter(opening), ended)
        }
    }

    private func follow(
        _ opening: ReplyOpening,
        _ writer: some ReplyWriter,
        _ ended: (Cost) -> Void
    ) async -> Outcome {
        var writer = writer
        var answer = AnswerStream(opening)
        if asked.isStream {
            var head = headers
            head.add(name: "content-type", value: "text/event-stream; charset=utf-8")
            head.add(name: "cache-control", value: "no-cache")
            head.add(name: "x-accel-buffering", value: "no")
            head.add(name: "x-podium-session", value: opening.session.rawValue)
            response.begin(200, head)
            await response.write(writer.begin())
            response.keepAlive(every: settings.keepAlive, with: EventFrame.comment("waiting"))
        }
        do {
            for try await news in studio.follow(opening.session) {
                switch news {
                case .events(let events):
                    let words = answer.apply(events)
                    if asked.isStream { await tell(words, of: &answer, in: &writer) }
                case .ended(let end):
                    ended(answer.state.spent.cost)
                    switch end {
                    case .closed: return await finish(&answer, &writer)
                    case .broken(let error): throw error
                    case .abandoned:
                        throw APIError(.server, "Nobody runs the session.", code: "broken_off")
                    }
                }
            }
        } catch {
            // A run that nobody can follow is of no use to anybody.
            studio.interrupt(opening.session, reason: "It could not be followed.")
            return await fail(APIError(running: error), opening.session, &writer)
        }
        // The task was cancelled: the client has gone.
        if endsWithClient {
            studio.interrupt(opening.session, reason: "Its client has gone.")
        }
        return .left
    }

    private func tell(
        _ words: [String],
        of answer: inout AnswerStream,
        in writer: inout some ReplyWriter
    ) async {
        var bytes = words.flatMap(EventFrame.comment)
        if let (pieces, worker) = answer.next() {
            for piece in pieces { bytes += writer.piece(piece, by: worker) }
        }
        if !bytes.isEmpty { await response.write(bytes) }
    }

    private func finish(
        _ answer: inout AnswerStream,
        _ writer: inout some ReplyWriter
    ) async -> Outcome {
        let (reply, rest): (Reply, [AnswerPiece])
        do throws(APIError) {
            (reply, rest) = try answer.finish(unusedHere: notes)
        } catch {
            return await fail(error, answer.state.id, &writer)
        }
        let worker = answer.state.answeringAttempt.flatMap { answer.state.attempt($0) }?.worker
        if let worker, asked.isForOneWorker {
            let client = request.client?.client ?? ""
            kept.keep(worker, for: asked, in: answer.state.id, of: client)
        }
        guard asked.isStream else {
            var head = headers
            head.add(name: "content-type", value: "application/json")
            head.add(name: "x-podium-session", value: answer.state.id.rawValue)
            if let worker { head.add(name: "x-podium-worker", value: worker) }
            let cost = answer.state.spent.cost
            head.add(name: "x-podium-cost-usd", value: "\(cost.usd)")
            response.send(200, head, writer.body(of: reply).bytes)
            return .answered(reply)
        }
        var bytes: [UInt8] = []
        for piece in rest { bytes += writer.piece(piece, by: worker ?? "") }
        await response.write(bytes + writer.end(reply))
        response.end()
        return .answered(reply)
    }

    private func fail(
        _ error: APIError,
        _ session: SessionID,
        _ writer: inout some ReplyWriter
    ) async -> Outcome {
        let endsFailures = type(of: writer).endsFailures
        var error = error
        error.session = session
        guard asked.isStream else { return refuse(error) }
        await response.write(writer.fail(error))
        if endsFailures { response.end() } else { response.abort() }
        return .refused(error)
    }

    func refuse(_ error: APIError) -> Outcome {
        ErrorResponse(error, in: asked.api, headers).send(response)
        return .refused(error)
    }
}

/// A run that has begun.
struct OpenedRun: Hashable, Sendable {
    var session: SessionID
    /// Seconds since 1970.
    var created: Int
}

extension Asked {
    /// Our estimate of what its conversation comes to, in tokens.
    var estimatedInput: Int { messages.estimatedTokens(with: tools) }
}

extension APIError {
    /// What keeps a run from beginning.
    init(opening error: any Error) {
        switch error {
        case let error as APIError: self = error
        case let error as KeyFileError: self.init(keys: error)
        case let error as StudioError:
            let kind: Kind = error.code == .noSession ? .notFound : .invalidRequest
            self.init(kind, "\(error)", code: error.code.rawValue)
        case let error as StoreError:
            self.init(fault: error, retryAfter: error.code == .busy ? 2 : nil)
        default: self.init(fault: error)
        }
    }

    /// Podium's own fault: what it is may name files, and is for the log.
    private init(fault error: any Error, retryAfter: Int? = nil) {
        Logger(label: "gateway").error("a request failed", metadata: ["error": "\(error)"])
        self.init(
            .server,
            "Podium could not do this; the log of the server says why.",
            code: "internal",
            retryAfter: retryAfter
        )
    }

    /// What broke a run off.
    init(running error: any Error) {
        self = error as? APIError ?? APIError(fault: error)
    }
}
