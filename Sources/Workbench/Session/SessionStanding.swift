import CellUI
import PodiumCore

/// How a session stands, in a sign and a word.
struct SessionStanding {
    let sign: String
    let word: String
    let node: NodeState
    /// Whether a person is waited for, or has held it: that must not be overlooked.
    let isUrgent: Bool

    init(_ screen: SessionScreen, look: Look, now: Timestamp, frame: Int) {
        let waiting = screen.isRunning ? Self.waiting(screen) : nil
        isUrgent = waiting != nil
        if let replay = screen.replay {
            node = .finished
            let play = look.unicode ? "▶" : ">"
            let pause = look.unicode ? "⏸" : "="
            (sign, word) =
                if replay.isAtEnd {
                    (look.unicode ? "⏹" : "]", "replay, end")
                } else {
                    replay.isPlaying ? (play, "replay") : (pause, "replay, paused")
                }
            return
        }
        if screen.broken != nil {
            (node, word) = (.brokenOff, "broken off")
        } else {
            switch screen.state.closed?.outcome {
            case .answered where screen.isAnswerCutOff: (node, word) = (.cutOff, "answer cut off")
            case .answered: (node, word) = (.finished, "answered")
            case .failed: (node, word) = (.failed, "no answer")
            case .cancelled: (node, word) = (.cancelled, "cancelled")
            case .budget: (node, word) = (.failed, "budget spent")
            case nil:
                (node, word) =
                    waiting.map { (.asking, $0) } ?? (.running, Self.running(screen, at: now))
            }
        }
        sign = look.sign(node, frame: frame)
    }

    /// Where all that run say nothing, for how long.
    private static func running(_ screen: SessionScreen, at now: Timestamp) -> String {
        let silences = screen.state.runningAttempts.map { $0.silence(at: now) }
        guard let shortest = silences.min(), shortest >= longSilence else { return "running" }
        return "silent for \(Format.duration(shortest))"
    }

    private static let longSilence = Duration.seconds(10)

    /// What the run waits for a person for, if it does.
    private static func waiting(_ screen: SessionScreen) -> String? {
        if screen.state.isHeld { return screen.awaitsApproval ? "held, approve?" : "held" }
        if screen.awaitsApproval { return "approve?" }
        return screen.asksPerson ? "waits for you" : reserved(screen)
    }

    /// What would go on but for a decision that is being taken.
    private static func reserved(_ screen: SessionScreen) -> String? {
        guard let reservation = screen.reservation, let round = screen.state.currentRound else {
            return nil
        }
        let steps = screen.state.steps(of: round.id)
        if !steps.isEmpty, steps.allSatisfy(\.isSettled) { return "end waits for you" }
        guard let step = reservation.step.flatMap(screen.state.step), step.status == .waiting,
            step.step.access.allSatisfy({ screen.state.step($0)?.isSettled ?? true })
        else { return nil }
        return "step waits for you"
    }
}

extension AttemptState {
    /// Since when nothing has come of a call that runs.
    func silence(at now: Timestamp) -> Duration {
        now - (lastTextAt ?? sentAt ?? startedAt)
    }
}

extension SessionScreen {
    /// Whether the answer stops in the middle.
    var isAnswerCutOff: Bool {
        state.answeringAttempt.flatMap { state.attempt($0) }?.isCutOff ?? false
    }

    /// What it has cost so far.
    var cost: String {
        let spent = state.spent
        let isNominal = state.pool.allSatisfy { $0.price?.currency == .nominal }
        return spent.cost == .zero && isNominal
            ? "0 u" : Format.cost(spent.cost, isEstimate: spent.isEstimate)
    }
}
