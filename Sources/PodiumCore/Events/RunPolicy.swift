/// What a run does where there is a choice.
public struct RunPolicy: Hashable, Sendable {
    /// How a question is gone about.
    public enum Variant: String, Sendable, Codable, CaseIterable {
        /// A conductor writes a plan.
        case plan
        /// No plan: a selector chooses a worker and a role a turn.
        case mini
        /// A plan, and another that corrects or verifies it.
        case ultra
    }

    /// What follows when a step's worker has failed for good: after retries and fallbacks.
    public enum Failure: String, Sendable, Codable, CaseIterable {
        /// The run goes on without the step's output.
        case proceed
        /// The step waits for a person.
        case ask
        /// The run ends.
        case stop
    }

    /// What follows when the budget runs low.
    public enum Exhaustion: String, Sendable, Codable, CaseIterable {
        /// Nothing, until it is used up: then the run stops.
        case stop
        /// At four fifths the run takes the shortest way to an answer.
        case degrade
    }

    public var variant: Variant
    public var onFailure: Failure
    public var onBudget: Exhaustion
    /// Whether plans wait for a person's approval.
    public var asksApproval: Bool

    public init(
        variant: Variant = .plan,
        onFailure: Failure = .proceed,
        onBudget: Exhaustion = .stop,
        asksApproval: Bool = false
    ) {
        self.variant = variant
        self.onFailure = onFailure
        self.onBudget = onBudget
        self.asksApproval = asksApproval
    }
}

extension RunPolicy: Codable {
    private enum CodingKeys: String, CodingKey {
        case variant, onFailure, onBudget, asksApproval
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            variant: try container.decodeIfPresent(Variant.self, forKey: .variant) ?? .plan,
            onFailure: try container.decodeIfPresent(Failure.self, forKey: .onFailure) ?? .proceed,
            onBudget: try container.decodeIfPresent(Exhaustion.self, forKey: .onBudget) ?? .stop,
            asksApproval: try container.decodeIfPresent(Bool.self, forKey: .asksApproval) ?? false
        )
    }
}
