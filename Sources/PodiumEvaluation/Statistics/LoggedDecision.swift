/// One decision of the conductor that was in place, with what is known of a target that would have
/// decided otherwise.
public struct LoggedDecision: Hashable, Sendable {
    /// What came of the logged action.
    public var reward: Double
    /// With which probability the logged action was taken, above 0 and at most 1. Nil where that
    /// was not logged.
    public var propensity: Double?
    /// With which probability the target takes the logged action, from 0 to 1.
    public var targetProbability: Double
    /// The reward that a model expects of the logged action.
    public var estimate: Double?
    /// The reward that a model expects of the target: its estimates of all actions, weighted by the
    /// target's probabilities.
    public var targetValue: Double?

    public init(
        reward: Double,
        propensity: Double?,
        targetProbability: Double,
        estimate: Double? = nil,
        targetValue: Double? = nil
    ) {
        self.reward = reward
        self.propensity = propensity
        self.targetProbability = targetProbability
        self.estimate = estimate
        self.targetValue = targetValue
    }
}

/// How the mean reward of a target is judged from decisions that another conductor took.
public enum OffPolicyMethod: Hashable, Sendable, CaseIterable {
    /// The mean of weighted rewards: unbiased, and wide. Horvitz and Thompson, "A Generalization of
    /// Sampling Without Replacement From a Finite Universe", Journal of the American Statistical
    /// Association 47 (1952).
    case inversePropensity
    /// The same divided by the mean weight: a small bias for a narrower interval. Swaminathan and
    /// Joachims, "The Self-Normalized Estimator for Counterfactual Learning", NeurIPS 2015.
    case selfNormalized
    /// The model's values of the target: narrow, and as wrong as the model. Dudík, Langford and Li,
    /// "Doubly Robust Policy Evaluation and Learning", ICML 2011.
    case directMethod
    /// The model's values, corrected by its errors on what was logged: right when either the model
    /// or the propensities are. Dudík, Langford and Li 2011, with the correction
    /// divided by the mean weight.
    case selfNormalizedDoublyRobust

    var weighs: Bool { self != .directMethod }
    var models: Bool { self == .directMethod || self == .selfNormalizedDoublyRobust }
}

/// The mean reward that a target would have earned.
public struct OffPolicyEstimate: Hashable, Sendable {
    public let method: OffPolicyMethod
    public let value: Double
    public let interval: ConfidenceInterval
    /// As how many decisions of the target itself the weighted ones count: (Σw)² / Σw² (Kish,
    /// "Survey Sampling", 1965). All of them for the direct method, which does not weigh.
    public let effectiveSampleSize: Double
}
