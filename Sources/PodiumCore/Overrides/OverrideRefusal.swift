/// Why a person's decision cannot be followed: one sentence, with what would work.
struct OverrideRefusal: Error {
    var reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}
