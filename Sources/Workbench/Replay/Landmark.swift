import CellUI
import PodiumCore

/// What stands out in a session: the signs on the time line, and where jumps lead. The weightiest last.
enum Landmark: UInt8, Hashable, Sendable, CaseIterable {
    case began
    case finished
    /// Cancelled or left out.
    case stopped
    /// Another plan for what is asked, or another round.
    case round
    /// The same once more, or by another worker.
    case retry
    /// What a person decided.
    case override
    case failure
    case answer

    /// Nil for what goes on, or follows from what stands out.
    init?(_ fact: Fact) {
        switch fact {
        case .attemptStarted(let fact) where fact.worker == Worker.personName: return nil
        case .attemptStarted: self = .began
        case .attemptFinished(let fact):
            // What declines, or stops in the middle, is not what was asked for.
            self = fact.reason.shortfall == nil && fact.reason != .declined ? .finished : .failure
        case .attemptCancelled, .stepSkipped: self = .stopped
        case .workflowBegun(let fact):
            if case .question = fact.parent, fact.remark == nil { return nil }
            self = .round
        case .retryScheduled, .stepRerouted: self = .retry
        case .overrideApplied, .overrideRefused, .sessionResumed: self = .override
        case .attemptFailed, .planRejected, .stepFailed, .stepAsked, .workerLeft, .budgetReached:
            self = .failure
        case .sessionClosed(let fact):
            switch fact.outcome {
            case .answered: self = .answer
            case .cancelled: self = .stopped
            case .failed, .budget: self = .failure
            }
        case .sessionOpened, .planAccepted, .textAppended, .stepFinished, .answerKept,
            .forecastMade, .stepSelected, .workerReturned, .attemptQueued, .attemptSent, .unknown:
            return nil
        }
    }

    /// For the help.
    var legend: String {
        switch self {
        case .began: "An agent begins"
        case .finished: "It is finished"
        case .stopped: "Cancelled or left out"
        case .round: "Another round, or another plan"
        case .retry: "Tried again, or by another worker"
        case .override: "Decided by a person"
        case .failure: "Something failed, or was cut off"
        case .answer: "The answer"
        }
    }
}

extension Look {
    /// A sign of its own for every landmark, so that colour alone never tells.
    func sign(_ landmark: Landmark) -> String {
        switch landmark {
        case .began: unicode ? "▸" : ">"
        case .finished: unicode ? "✓" : "v"
        case .stopped: unicode ? "■" : "#"
        case .round: unicode ? "╋" : "+"
        case .retry: unicode ? "↻" : "~"
        case .override: "@"
        case .failure: unicode ? "✗" : "x"
        case .answer: unicode ? "★" : "A"
        }
    }

    func style(_ landmark: Landmark) -> Style {
        switch landmark {
        case .began: theme.running
        case .finished: theme.succeeded
        case .stopped: theme.cancelled
        case .round: theme.conductor
        case .retry: theme.warning
        case .override: theme.overridden
        case .failure: theme.failed
        case .answer: theme.accent.bold()
        }
    }
}

/// A landmark and where it stands.
struct Marker: Hashable, Sendable {
    let time: Timestamp
    /// How many events there are up to it, itself included: the position of a replay that shows it last.
    let position: Int
    let landmark: Landmark

    init?(_ event: Event, at position: Int) {
        guard let landmark = Landmark(event.fact) else { return nil }
        self.landmark = landmark
        self.position = position
        time = event.time
    }
}
