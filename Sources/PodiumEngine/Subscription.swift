/// Whoever holds it is told of something; letting go of it ends that.
public final class Subscription: Sendable {
    private let cancel: @Sendable () -> Void

    public init(cancel: @escaping @Sendable () -> Void) {
        self.cancel = cancel
    }

    deinit { cancel() }
}
