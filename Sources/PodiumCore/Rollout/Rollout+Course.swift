extension Rollout {
    /// A rollout on its way: the machine, and what will come to it in virtual time.
    struct Course {
        var machine: RunMachine
        var now: Timestamp
        var random: SeededGenerator
        let keepsEvents: Bool
        var events: [Event] = []
        /// In the order in which it was begun. Few things are under way at once.
        private var pending: [Pending] = []

        private struct Pending {
            enum Arrival {
                case reply(AttemptID, Reply)
                case timer(RunTimer)
            }

            var due: Timestamp
            var arrival: Arrival
        }

        init(machine: RunMachine, now: Timestamp, random: SeededGenerator, keepsEvents: Bool) {
            self.machine = machine
            self.now = now
            self.random = random
            self.keepsEvents = keepsEvents
        }

        mutating func run(_ opened: SessionOpened, _ reply: (ModelCall) -> Reply) {
            take(.open(opened), reply)
            while let next = takeNext() {
                now = max(now, next.due)
                switch next.arrival {
                case .timer(let timer): take(.timerFired(timer), reply)
                case .reply(let attempt, let whole):
                    take(whole.reasoning, on: .reasoning, of: attempt, reply)
                    take(whole.text, on: .answer, of: attempt, reply)
                    take(whole.toolCalls, on: .toolCalls, of: attempt, reply)
                    take(.ended(attempt, whole.end), reply)
                }
            }
        }

        private mutating func takeNext() -> Pending? {
            guard var first = pending.indices.first else { return nil }
            for index in pending.indices where pending[index].due < pending[first].due {
                first = index
            }
            return pending.remove(at: first)
        }

        private mutating func take(
            _ text: String,
            on channel: TextAppended.Channel,
            of attempt: AttemptID,
            _ reply: (ModelCall) -> Reply
        ) {
            guard !text.isEmpty else { return }
            take(.text(TextAppended(attempt: attempt, channel: channel, text: text)), reply)
        }

        private mutating func take(_ kind: Input.Kind, _ reply: (ModelCall) -> Reply) {
            machine.take(Input(at: now, entropy: random.next(), kind))
            if keepsEvents { events += machine.transition.events }
            for action in machine.transition.actions {
                switch action {
                case .call(let call):
                    let whole = reply(call)
                    begin(.reply(call.attempt, whole), due: now + whole.duration)
                case .cancel(let attempt):
                    pending.removeAll {
                        if case .reply(attempt, _) = $0.arrival { true } else { false }
                    }
                case .setTimer(let timer, let due):
                    pending.removeAll {
                        if case .timer(timer) = $0.arrival { true } else { false }
                    }
                    begin(.timer(timer), due: due)
                case .close: pending = []
                }
            }
        }

        private mutating func begin(_ arrival: Pending.Arrival, due: Timestamp) {
            pending.append(Pending(due: due, arrival: arrival))
        }
    }
}
