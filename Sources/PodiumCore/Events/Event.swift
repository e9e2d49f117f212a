/// One fact of a session, with its place in the order and its time.
public struct Event: Hashable, Sendable {
    /// Counted from 1, without gaps, within the session.
    public var sequence: Int
    public var time: Timestamp
    public var fact: Fact

    public init(sequence: Int, time: Timestamp, fact: Fact) {
        self.sequence = sequence
        self.time = time
        self.fact = fact
    }
}

/// What can happen in a session, in the past tense.
///
/// The payloads that are larger than a piece of text, the most frequent fact, are boxed.
public enum Fact: Hashable, Sendable {
    indirect case sessionOpened(SessionOpened)
    indirect case planAccepted(PlanAccepted)
    indirect case planRejected(PlanRejected)
    indirect case attemptStarted(AttemptStarted)
    case textAppended(TextAppended)
    indirect case attemptFinished(AttemptFinished)
    indirect case attemptFailed(AttemptFailed)
    indirect case attemptCancelled(AttemptCancelled)
    indirect case retryScheduled(RetryScheduled)
    case stepFinished(StepFinished)
    indirect case stepFailed(StepFailed)
    indirect case stepSkipped(StepSkipped)
    indirect case sessionClosed(SessionClosed)
    indirect case workflowBegun(WorkflowBegun)
    case answerKept(AnswerKept)
    indirect case forecastMade(ForecastMade)
    indirect case stepSelected(StepSelected)
    indirect case stepRerouted(StepRerouted)
    indirect case stepAsked(StepAsked)
    indirect case workerLeft(WorkerLeft)
    indirect case workerReturned(WorkerReturned)
    indirect case budgetReached(BudgetReached)
    indirect case overrideApplied(OverrideApplied)
    indirect case overrideRefused(OverrideRefused)
    indirect case sessionResumed(SessionResumed)
    indirect case attemptQueued(AttemptQueued)
    indirect case attemptSent(AttemptSent)
    /// A fact of a later version: kept, shown as unknown, written out as it came.
    indirect case unknown(UnknownFact)
}

/// Who works: the conductor of a workflow, or the worker of a step.
public enum Agent: Hashable, Sendable {
    case conductor(WorkflowID)
    case step(StepID)
}

extension Agent: Codable {
    /// Written as the id of the workflow or step: `"w1"`, `"s3"`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let number = Int(text.dropFirst()), let kind = text.first, kind == "w" || kind == "s"
        else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "\(text) names neither a workflow nor a step"
            )
        }
        self = kind == "w" ? .conductor(WorkflowID(number)) : .step(StepID(number))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Agent: CustomStringConvertible {
    public var description: String {
        switch self {
        case .conductor(let workflow): workflow.description
        case .step(let step): step.description
        }
    }
}
