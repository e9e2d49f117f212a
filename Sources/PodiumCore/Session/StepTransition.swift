/// What can happen to a step. `row` is the table of where it may stand before, and stands then.
///
/// The fold, the changes that a person, a budget or a resumption makes, and `SessionAudit` all ask
/// this table; nothing else says what a status becomes.
enum StepTransition: Hashable, Sendable {
    // Facts of the run.
    case started(AttemptID)
    case retryScheduled(due: Timestamp)
    case nested(WorkflowID)
    case asked(String)
    case finished(AttemptID)
    case failed(String)
    case skipped(String)
    case rerouted

    // What comes to it from elsewhere.
    case callCancelled(AttemptID, String)
    case sessionClosed(String)

    // Decisions, as a `RunChange` records them.
    /// It is another step now, or a person writes its output.
    case redone
    /// A person wants it once more as it is.
    case retried
    /// What it rests on changed.
    case reset
    /// What the workflow inside it rests on changed.
    case reopened(WorkflowID)
    case cancelled(String)
    case leftOut(String)
    /// The budget runs low before it has begun.
    case spared(String)
    case deleted
    /// Its call was lost with the process.
    case lost(AttemptID)
    /// A change is applied, or taken back: what it says was decided by one of the rows before.
    case recorded(StepState.Status)

    struct Row {
        /// Where a step may stand when this happens to it.
        var from: StepState.StatusSet
        var to: StepState.Status
        var otherwise: Otherwise
    }

    /// What becomes of a step that stands elsewhere.
    enum Otherwise {
        /// The history is damaged. The fold believes the fact, and `SessionAudit` reports it.
        case believed
        /// It is no concern of the step.
        case ignored
        /// The decision is not made.
        case refused
    }

    var row: Row {
        func fact(_ from: StepState.StatusSet, _ to: StepState.Status) -> Row {
            Row(from: from, to: to, otherwise: .believed)
        }
        func news(_ from: StepState.StatusSet, _ to: StepState.Status) -> Row {
            Row(from: from, to: to, otherwise: .ignored)
        }
        func decision(_ from: StepState.StatusSet, _ to: StepState.Status) -> Row {
            Row(from: from, to: to, otherwise: .refused)
        }
        switch self {
        case .started(let attempt): return fact(.due, .running(attempt))
        case .retryScheduled(let due): return fact(.running, .retrying(due: due))
        case .nested(let workflow): return fact(.due, .nested(workflow))
        case .asked(let reason): return fact([.due, .running, .nested], .asking(reason))
        // A step of a plan in place of another may have been done already.
        case .finished(let attempt):
            return fact([.waiting, .running, .nested], .finished(attempt))
        case .failed(let reason): return fact([.due, .running, .nested], .failed(reason))
        case .skipped(let reason): return fact(.due, .skipped(reason))
        case .rerouted: return fact([.due, .running, .nested], .waiting)

        case .callCancelled(_, let reason): return news(.running, .cancelled(reason))
        case .sessionClosed(let reason): return news([.busy, .asking], .cancelled(reason))

        case .redone: return decision([.waiting, .busy, .asking, .settled], .waiting)
        case .retried: return decision([.retrying, .asking, .settled], .waiting)
        case .reset: return decision([.busy, .asking, .settled], .waiting)
        case .reopened(let workflow): return decision([.asking, .settled], .nested(workflow))
        case .cancelled(let reason): return decision(.busy, .cancelled(reason))
        case .leftOut(let reason): return decision([.waiting, .busy, .asking], .skipped(reason))
        case .spared(let reason): return decision(.waiting, .skipped(reason))
        case .deleted: return decision([.waiting, .busy, .asking, .settled], .deleted)
        case .lost: return decision(.running, .waiting)
        case .recorded(let status): return decision(.all, status)
        }
    }

    /// Whether the table has this for a step that stands there.
    func fits(_ status: StepState.Status) -> Bool {
        switch self {
        // Another call of the step may go on meanwhile.
        case .callCancelled(let attempt, _), .lost(let attempt): status == .running(attempt)
        default: row.from.contains(status.place)
        }
    }

    /// Where a step stands afterwards; nil when this does not concern it.
    func status(after status: StepState.Status) -> StepState.Status? {
        switch row.otherwise {
        case .believed: row.to
        case .ignored, .refused: fits(status) ? row.to : nil
        }
    }
}

extension StepState {
    /// Statuses without what they carry.
    struct StatusSet: OptionSet, Hashable, Sendable {
        let rawValue: Int

        static let waiting = StatusSet(rawValue: 1 << 0)
        static let running = StatusSet(rawValue: 1 << 1)
        static let retrying = StatusSet(rawValue: 1 << 2)
        static let nested = StatusSet(rawValue: 1 << 3)
        static let asking = StatusSet(rawValue: 1 << 4)
        static let finished = StatusSet(rawValue: 1 << 5)
        static let failed = StatusSet(rawValue: 1 << 6)
        static let skipped = StatusSet(rawValue: 1 << 7)
        static let cancelled = StatusSet(rawValue: 1 << 8)
        static let deleted = StatusSet(rawValue: 1 << 9)

        /// The run may turn to it.
        static let due: StatusSet = [.waiting, .retrying]
        /// It is being done.
        static let busy: StatusSet = [.running, .retrying, .nested]
        /// It has ended, and is part of its workflow.
        static let settled: StatusSet = [.finished, .failed, .skipped, .cancelled]
        static let all: StatusSet = [.waiting, .busy, .asking, .settled, .deleted]
    }
}

extension StepState.Status {
    var place: StepState.StatusSet {
        switch self {
        case .waiting: .waiting
        case .running: .running
        case .retrying: .retrying
        case .nested: .nested
        case .asking: .asking
        case .finished: .finished
        case .failed: .failed
        case .skipped: .skipped
        case .cancelled: .cancelled
        case .deleted: .deleted
        }
    }
}
