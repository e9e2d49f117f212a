import PodiumCore

extension SessionRunner {
    func start(_ call: ModelCall) {
        guard !areCallsBrokenOff else { return withhold(call) }
        calls[call.attempt] = Task {
            let last = await carryOut(call)
            // The attempt may have been cancelled meanwhile; the machine then ignores its end.
            calls[call.attempt] = nil
            // Nor does it end for a reason of its own.
            if areCallsBrokenOff, Task.isCancelled { return }
            await handle(last)
        }
    }

    /// Makes the call as soon as the pool lets it go. What it comes to last, its end included, is
    /// returned.
    private func carryOut(_ call: ModelCall) async -> [Input.Kind] {
        var reading = ReplyReading(of: call.attempt, hasTools: call.request.tools != nil)
        do {
            var wasQueued = false
            let permit = try await providers.admit(call) { wait in
                wasQueued = true
                await handle(.queued(call.attempt, wait))
            }
            if wasQueued { await handle(.sent(call.attempt)) }
            let end = await read(providers.reply(to: call), permit, &reading)
            var last = reading.takeInputs()
            if Task.isCancelled {
                providers.abandon(permit)
            } else if let left = providers.finish(permit, end) {
                // Before the end, so that what follows from it goes to nobody who has left.
                last.append(.workerLeft(left))
            }
            return last + [.ended(call.attempt, end)]
        } catch {
            return [.ended(call.attempt, .failed(ProviderError(brokenOffBy: error), nil))]
        }
    }

    /// Hands on what comes, all but what comes with the end.
    private func read(
        _ stream: ReplyStream,
        _ permit: ProviderPool.Permit,
        _ reading: inout ReplyReading
    ) async -> ReplyEnd {
        do {
            for try await pieces in stream {
                reading.take(pieces)
                if let limits = reading.takeLimits() { providers.learn(limits, permit) }
                if let end = reading.end { return end }
                let inputs = reading.takeInputs()
                if !inputs.isEmpty { await handle(inputs) }
            }
            return reading.cutOff
        } catch {
            return .failed(ProviderError(brokenOffBy: error), reading.usage)
        }
    }
}

extension ProviderError {
    fileprivate init(brokenOffBy error: any Error) {
        self =
            error as? ProviderError
            ?? ProviderError(
                .malformedReply,
                "The call broke off: \(error).",
                isRetryable: false
            )
    }
}
