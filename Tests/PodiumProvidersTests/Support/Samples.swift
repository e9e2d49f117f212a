import PodiumCore

@testable import PodiumProviders

extension ModelCall {
    static let sample = ModelCall(
        session: SessionID(rawValue: "20260101-000000-abcd"),
        attempt: AttemptID(1),
        worker: Worker(name: "writer", provider: "acme", model: "acme-large"),
        request: .step(StepRequest(question: "Why?", seen: [], subtask: "Say \"why\".")),
        seed: 7
    )

    static func sample(_ options: ModelOptions) -> ModelCall {
        var call = sample
        call.worker.options = options
        return call
    }
}

extension FaultReporter {
    static let sample = FaultReporter(
        provider: "acme",
        model: "acme-large",
        keyOrigin: "the environment variable ACME_KEY"
    )
}

/// The error that `body` throws, or nil.
func providerError(_ body: () throws -> Void) -> ProviderError? {
    do {
        try body()
        return nil
    } catch {
        return error as? ProviderError
    }
}

/// The pieces of a stream and the error it ends with.
func collect(_ stream: ReplyStream) async -> (pieces: [ReplyPiece], error: ProviderError?) {
    var pieces: [ReplyPiece] = []
    do {
        for try await together in stream { pieces += together }
        return (pieces, nil)
    } catch {
        return (pieces, error as? ProviderError)
    }
}

extension [ReplyPiece] {
    var text: String {
        compactMap { if case .text(let text) = $0 { text } else { nil } }.joined()
    }

    var reasoning: String {
        compactMap { if case .reasoning(let text) = $0 { text } else { nil } }.joined()
    }

    var usages: [Usage] {
        compactMap { if case .usage(let usage) = $0 { usage } else { nil } }
    }

    var finishes: [FinishReason] {
        compactMap { if case .finished(let reason) = $0 { reason } else { nil } }
    }
}
