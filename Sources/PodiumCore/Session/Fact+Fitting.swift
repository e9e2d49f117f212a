/// Facts as far as every version would have made them.
extension Fact {
    var isForecast: Bool { if case .forecastMade = self { true } else { false } }

    var typeName: String {
        let event = Event(sequence: 0, time: Timestamp(microseconds: 0), fact: self)
        return (try? EventCodec().encode(event).type) ?? "another event"
    }

    /// Whether a fact is this one, which the run machine has made at that time: but for its words,
    /// which versions choose anew, and for estimates and chance.
    func fits(_ fact: Fact, at time: Timestamp) -> Bool {
        switch (self, fact) {
        case (.attemptStarted(var made), .attemptStarted(let start)):
            made.estimatedInput = start.estimatedInput
            // The first version did not write these.
            if start.provider == nil { made.provider = nil }
            if start.offered == nil { made.offered = nil }
            return made == start
        case (.retryScheduled(let made), .retryScheduled(let retry)):
            // Without a server's wish the wait is left to chance; here it had none.
            let latest = time + .milliseconds(RetryPolicy.longestWait)
            let isInTime = made.due == time && time <= retry.due && retry.due <= latest
            return made.attempt == retry.attempt && made.agent == retry.agent
                && (isInTime || made.due == retry.due)
        case (.forecastMade(let made), .forecastMade(let forecast)):
            return made.workflow == forecast.workflow
        default: return withoutWords == fact.withoutWords
        }
    }

    private var withoutWords: Fact {
        switch self {
        case .planAccepted(var fact):
            (fact.reason, fact.note) = (nil, nil)
            return .planAccepted(fact)
        case .planRejected(var fact):
            fact.error.message = ""
            return .planRejected(fact)
        case .attemptFinished(var fact):
            fact.digest = nil
            return .attemptFinished(fact)
        case .attemptCancelled(var fact):
            fact.reason = ""
            fact.digest = nil
            // It is an estimate; the total is held against it.
            fact.used = AttemptUsage(usage: .zero, cost: .zero, isEstimate: fact.used.isEstimate)
            return .attemptCancelled(fact)
        case .stepFailed(var fact):
            fact.reason = ""
            return .stepFailed(fact)
        case .stepSkipped(var fact):
            fact.reason = ""
            return .stepSkipped(fact)
        case .stepAsked(var fact):
            fact.reason = ""
            return .stepAsked(fact)
        case .stepRerouted(var fact):
            fact.reason = ""
            return .stepRerouted(fact)
        case .stepSelected(var fact):
            fact.reason = nil
            return .stepSelected(fact)
        case .budgetReached(var fact):
            fact.change = fact.change.withoutWords
            return .budgetReached(fact)
        case .sessionClosed(var fact):
            fact.reason = nil
            (fact.usage, fact.cost) = (.zero, .zero)
            return .sessionClosed(fact)
        default: return self
        }
    }
}

extension RunChange {
    var withoutWords: RunChange {
        var change = self
        for index in change.steps.indices {
            change.steps[index].status = change.steps[index].status.withoutWords
        }
        return change
    }
}

extension StepState.Status {
    fileprivate var withoutWords: StepState.Status {
        switch self {
        case .asking: .asking("")
        case .failed: .failed("")
        case .skipped: .skipped("")
        case .cancelled: .cancelled("")
        case .waiting, .running, .retrying, .nested, .finished, .deleted: self
        }
    }
}
