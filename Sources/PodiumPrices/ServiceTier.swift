/// How urgently a vendor serves a call, for its own price.
public enum ServiceTier: String, CaseIterable, Hashable, Sendable, Comparable {
    /// What a call costs that asks for nothing else.
    case standard
    /// Gathered with others and answered within hours.
    case batch
    /// Answered when there is room.
    case flex
    /// Answered before others.
    case priority

    public static func < (left: ServiceTier, right: ServiceTier) -> Bool {
        left.order < right.order
    }

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
