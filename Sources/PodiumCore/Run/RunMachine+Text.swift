/// When streamed text becomes an event.
///
/// An attempt's first text is one as soon as it comes, for the latency. What follows is kept here for
/// about a frame, beside the state: a machine that is rebuilt from its events has lost it, as the
/// process has that was reading it. Whatever else comes in may end the call or the run, so that all
/// that has arrived becomes an event before it.
struct GatheredText: Sendable {
    /// How long text waits for more: about a frame.
    static let time = Duration.milliseconds(25)

    /// At most one of each attempt, in the order in which they began.
    fileprivate var pieces: [TextAppended] = []
    /// Until the timer comes back. It is not set anew for text that comes while it runs: that waits
    /// for less than a frame.
    fileprivate var isTimerSet = false
}

extension RunMachine {
    mutating func gather(_ piece: TextAppended) {
        guard state.isRunning(piece.attempt), !piece.text.isEmpty,
            let attempt = state.index(of: piece.attempt)
        else { return }
        if let place = gathered.pieces.firstIndex(where: { $0.attempt == piece.attempt }) {
            guard gathered.pieces[place].channel != piece.channel else {
                gathered.pieces[place].text += piece.text
                return
            }
            appendGathered()
            // Text costs: it may have ended the run.
            guard state.isRunning(piece.attempt) else { return }
        }
        gathered.pieces.append(piece)
        if state.attempts[attempt].firstTextAt == nil { return appendGathered() }
        guard !gathered.isTimerSet else { return }
        gathered.isTimerSet = true
        act(.setTimer(.gather, due: now + GatheredText.time))
    }

    /// Makes events of all the text that has come, of whatever attempt: one of them may end the run.
    mutating func appendGathered() {
        guard !gathered.pieces.isEmpty else { return }
        for piece in gathered.pieces where state.isRunning(piece.attempt) {
            record(.textAppended(piece))
        }
        gathered.pieces.removeAll(keepingCapacity: true)
        // Text costs while it streams: a budget need not wait for the end of the call.
        if !state.budget.isUnlimited { advance() }
    }

    /// The timer is over, or went with the process that had set it.
    mutating func forgetGatheringTimer() {
        gathered.isTimerSet = false
    }
}
