/// Something of a run that waits because a person is about to decide about it.
///
/// It is no fact of the session: a machine that is rebuilt from its events has lost it, as the process
/// has in which the person was deciding.
struct Reservation: Sendable {
    /// How long a run waits at most.
    static let longest = Duration.seconds(60)

    /// The step that is not begun meanwhile; nil when the decision is about the run. Its end waits in
    /// either case.
    var step: StepID?
    var until: Timestamp
}

extension RunMachine {
    mutating func reserve(_ step: StepID?) {
        guard state.isOpened else { return }
        let until = now + Reservation.longest
        reservation = Reservation(step: step, until: until)
        act(.setTimer(.reservation, due: until))
        // What was reserved before waits no longer.
        advance()
    }

    mutating func release() {
        guard reservation != nil else { return }
        reservation = nil
        advance()
    }

    /// Whether the step waits for a person's word.
    func isReserved(_ step: StepID) -> Bool { isReserved && reservation?.step == step }

    /// Whether a person is about to decide something.
    var isReserved: Bool { reservation.map { now < $0.until } ?? false }
}
