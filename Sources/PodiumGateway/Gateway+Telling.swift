internal import NIOHTTP1
internal import PodiumCore

/// What the endpoint says of itself.
extension Gateway {
    /// The tokens of a conversation, by our estimate: each worker counts in its own way.
    func tokens(_ call: HTTPCall, for key: ClientKey?) throws(APIError) -> JSONValue {
        let members = try Asked.members(of: call, in: .messages)
        let asked = try MessagesRequest.read(members, isCounting: true)
        _ = try models.model(asked.model, for: key)
        return ["input_tokens": JSONValue(asked.estimatedInput)]
    }

    func list(for call: HTTPCall, _ key: ClientKey?) -> JSONValue {
        let models = models.allowed(to: key)
        return call.isAnthropic
            ? models.anthropicList(since: createdText) : models.openAIList(since: started)
    }

    func entry(
        _ name: String,
        for call: HTTPCall,
        _ key: ClientKey?
    ) throws(APIError) -> JSONValue {
        let model = try models.model(name, for: key)
        return call.isAnthropic
            ? models.anthropicEntry(name, model, since: createdText)
            : models.openAIEntry(name, model, since: started)
    }

    private var createdText: String {
        Timestamp(microseconds: Int64(started) * 1_000_000).calendar.rfc3339
    }

    var about: JSONValue {
        [
            "name": .string(settings.program), "models": "/v1/models",
            "openapi": "/openapi.json", "health": "/healthz", "metrics": "/metrics",
        ]
    }

    func document(for key: ClientKey?) -> JSONValue {
        OpenAPIDocument.document(
            of: settings.program,
            models: models.allowed(to: key).entries.map(\.name)
        )
    }

    func sendHealth(in envelope: Envelope) {
        var headers = envelope.headers
        headers.add(name: "content-type", value: "application/json")
        let counts = queue.counts
        let body: JSONValue = [
            "status": isDraining ? "ending" : "ok", "running": JSONValue(counts.running),
            "waiting": JSONValue(counts.waiting),
        ]
        envelope.response.send(isDraining ? 503 : 200, headers, body.bytes)
    }

    func sendMetrics(in envelope: Envelope) {
        var headers = envelope.headers
        headers.add(
            name: "content-type",
            value: "application/openmetrics-text; version=1.0.0; charset=utf-8"
        )
        let text = figures.text(running: queue.counts.running, waiting: queue.counts.waiting)
        envelope.response.send(200, headers, Array(text.utf8))
    }
}

extension HTTPCall {
    /// Anthropic's clients say which version of the API they mean.
    fileprivate var isAnthropic: Bool { header("anthropic-version") != nil }
}
