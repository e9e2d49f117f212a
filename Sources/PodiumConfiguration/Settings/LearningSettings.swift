public import PodiumCore

/// What the learned policy may do, and which it is.
public struct LearningSettings: Hashable, Sendable {
    public var mode: LearningMode
    /// A file as `podium train` writes it; nil for the person's own, or else the one that is shipped.
    public var policy: String?

    public init(mode: LearningMode = .apply, policy: String? = nil) {
        self.mode = mode
        self.policy = policy
    }
}
