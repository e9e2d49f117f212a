/// How the workers of a session did.
extension SessionState {
    /// How each worker did, in the order in which they first gave an output; empty before the end.
    ///
    /// - Parameter kind: of the session's question; see `QuestionKinds`.
    public func outcomes(kind: String, verdict: AnswerVerdict.Value?) -> [WorkerOutcome] {
        contributions.map { WorkerOutcome($0, to: id, kind: kind, verdict: verdict) }
    }

    /// What each worker that gave an output has contributed; empty before the end.
    ///
    /// A call that failed, was broken off or declined gave no output, and is no wrong answer. Of a
    /// worker with several outputs, one that a check found wrong makes it wrong, and else one that a
    /// check found right makes it right.
    public var contributions: [Contribution] {
        guard isClosed else { return [] }
        let judged = checkedAttempts
        let bearing = bearingAttempts(judged)
        var found: [Contribution] = []
        for attempt in attempts where isWork(attempt) && attempt.gaveOutput {
            let checked = judged[attempt.id] ?? .unjudged
            let bears = bearing.contains(attempt.id)
            guard let place = found.firstIndex(where: { $0.worker == attempt.worker }) else {
                found.append(
                    Contribution(worker: attempt.worker, bearsAnswer: bears, checked: checked)
                )
                continue
            }
            found[place].bearsAnswer = found[place].bearsAnswer || bears
            found[place].checked = found[place].checked.joined(with: checked)
        }
        return found
    }

    /// What is known of single outputs, and who said so.
    func judgements(
        verdict: AnswerVerdict.Value?
    ) -> [AttemptID: (isRight: Bool, isFromPerson: Bool)] {
        let checked = checkedAttempts
        let bearing = bearingAttempts(checked).filter { id in
            attempt(id).map { isWork($0) && !isCheck($0) && $0.gaveOutput } ?? false
        }
        var judged: [AttemptID: (isRight: Bool, isFromPerson: Bool)] = [:]
        for (id, outcome) in checked where outcome != .unjudged {
            judged[id] = (outcome == .right, false)
        }
        switch verdict {
        case .right: for id in bearing { judged[id] = (true, true) }
        case .wrong:
            // Of several, what a check said of one of them may well be the fault that it missed.
            for id in bearing { judged[id] = bearing.count == 1 ? (false, true) : nil }
        case nil: break
        }
        return judged
    }

    private func isWork(_ attempt: AttemptState) -> Bool {
        guard case .step = attempt.agent else { return false }
        return attempt.worker != Worker.personName
    }

    // MARK: What the answer rests on

    /// The attempt that gave the answer and, through what each was shown, all it rests on.
    ///
    /// A turn of a mini session is shown all before it. It does not rest on those that a verifier
    /// had rejected.
    private func bearingAttempts(_ judged: [AttemptID: Outcome]) -> Set<AttemptID> {
        var bearing: Set<AttemptID> = []
        var open = answeringAttempt.map { [$0] } ?? []
        while let next = open.popLast() {
            guard bearing.insert(next).inserted, let attempt = attempt(next) else { continue }
            open += attempt.saw.map(\.attempt).filter {
                policy.variant != .mini || judged[$0] != .wrong
            }
        }
        return bearing
    }

    /// The whole text of the output that holds the answer.
    public var answeringText: String? { answeringAttempt.flatMap { attempt($0)?.text } }

    /// The call that wrote the output which holds the answer; nil where there is no answer.
    public var answeringAttempt: AttemptID? {
        guard closed?.answer != nil else { return nil }
        return rounds.reversed().lazy.compactMap { answerAttempt(of: $0.id) }.first
            ?? bestAnswer.flatMap { step($0.step)?.output }
    }

    // MARK: Checks

    /// What checks say of the attempts they were shown. The first check of an attempt stands: in a
    /// mini session a later verifier is shown the turns that were rejected before, too.
    private var checkedAttempts: [AttemptID: Outcome] {
        var judged: [AttemptID: Outcome] = [:]
        for check in attempts where isCheck(check) {
            guard let outcome = Self.outcome(of: check) else { continue }
            // Where a person has written a part, the fault may be theirs.
            guard outcome != .wrong || !restsOnPerson(check) else { continue }
            for seen in check.saw {
                guard let attempt = attempt(seen.attempt), !isCheck(attempt) else { continue }
                judged[attempt.id] = judged[attempt.id] ?? outcome
            }
        }
        return judged
    }

    /// Whether an attempt was shown something that a person wrote, or that rests on it.
    private func restsOnPerson(_ attempt: AttemptState) -> Bool {
        var known: Set<AttemptID> = []
        var open = attempt.saw.map(\.attempt)
        while let next = open.popLast() {
            guard known.insert(next).inserted, let seen = self.attempt(next) else { continue }
            if seen.worker == Worker.personName { return true }
            open += seen.saw.map(\.attempt)
        }
        return false
    }

    /// Whether an attempt is a verifier's turn, or the step of a worker that its name or a tag tells
    /// to be a checker.
    private func isCheck(_ attempt: AttemptState) -> Bool {
        guard case .step(let id) = attempt.agent, isWork(attempt) else { return false }
        if let role = step(id)?.step.role { return role == .verifier }
        let tags = worker(named: attempt.worker)?.tags ?? []
        return Self.checkerNames.contains(attempt.worker.lowercased())
            || tags.contains { Self.checkerNames.contains($0.lowercased()) }
    }

    private static let checkerNames: Set<String> = [
        "checker", "checking", "verifier", "verification",
    ]

    /// What a check came to; nil when it could not tell.
    ///
    /// It objects where it says REVISE and not ACCEPT after that. Otherwise a check that gave an
    /// output found nothing wrong, while one that declined could not check: an embedded checker
    /// that objects declines as well, but says REVISE.
    private static func outcome(of check: AttemptState) -> Outcome? {
        guard case .finished(let reason) = check.status, reason != .contentFilter else {
            return nil
        }
        if Verdict(in: check.text) == .revise { return .wrong }
        return check.gaveOutput ? .right : nil
    }
}

extension Outcome {
    /// That of several outputs together.
    fileprivate func joined(with other: Outcome) -> Outcome {
        if self == .wrong || other == .wrong { return .wrong }
        return self == .right || other == .right ? .right : .unjudged
    }
}
