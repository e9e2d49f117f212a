import PodiumCore

/// A wait for another process that writes to the database, with a word and an end.
///
/// SQLite itself waits five seconds at each try.
struct WriterWait {
    private let path: String
    private let onWait: (String) -> Void
    private let start = ContinuousClock.now
    private var hasTold = false

    /// - Parameters:
    ///   - path: the database, for messages.
    ///   - onWait: told once what is waited for.
    init(for path: String, _ onWait: @escaping (String) -> Void) {
        self.path = path
        self.onWait = onWait
    }

    /// Whether what failed is to be tried again: it was held, and that for no longer than the patience.
    mutating func goesOn(after error: StoreError, patience: Duration) -> Bool {
        guard error.code == .busy, ContinuousClock.now - start < patience else { return false }
        if !hasTold { onWait("Waiting for the database, which another process holds: \(path)") }
        hasTold = true
        return true
    }
}
