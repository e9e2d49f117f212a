import Synchronization

/// How far something is, in one line of a terminal that is written over; elsewhere nothing.
final class ProgressLine: Sendable {
    private let what: String
    private let count: Int
    /// When it was shown last; nil before that.
    private let last = Mutex<ContinuousClock.Instant?>(nil)

    init(_ what: String, of count: Int) {
        self.what = what
        self.count = count
    }

    /// - Parameter note: what else there is to say: the cost so far.
    func show(_ done: Int, note: String = "") {
        guard StandardStream.error.isTerminal else { return }
        last.withLock { last in
            if let last, ContinuousClock.now - last < .milliseconds(100), done < count { return }
            last = .now
            let filled = count > 0 ? min(30, done * 30 / count) : 30
            let bar =
                String(repeating: "█", count: filled) + String(repeating: "·", count: 30 - filled)
            StandardStream.error.draw("\r\u{1B}[2K\(bar) \(done) of \(count) \(what) \(note)")
        }
    }

    /// Leaves the terminal with an empty line.
    func end() {
        if last.withLock({ $0 != nil }) { StandardStream.error.draw("\r\u{1B}[2K") }
    }
}
