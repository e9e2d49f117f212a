/// Why a person's decision cannot be followed: one sentence, with what would work.
public struct OverrideRefusal: Error, Hashable, Sendable {
    public var reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}
