/// Inputs are written as one flat object, with the name of what it is:
/// `{"at": 1800000000000000, "attempt": 1, "text": "42", "type": "text"}`.
///
/// A run recorded by its inputs can be given to another machine. As with facts, a name is never used
/// for another meaning.
extension Input: Codable {
    private enum Name: String, Codable {
        case open, text, reasoning, toolCalls, queued, sent, ended, timerFired, override, workerLeft
        case workerReturned, reserve, release, resume, reopen, interrupt
    }

    private enum CodingKeys: String, CodingKey {
        case at, entropy, type
        case attempt, error, left, opened, program, reason, request, step, text, timer, usage, wait,
            worker
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        at = try container.decode(Timestamp.self, forKey: .at)
        entropy = try container.decodeIfPresent(UInt64.self, forKey: .entropy) ?? 0
        func value<Value: Decodable>(_ key: CodingKeys) throws -> Value {
            try container.decode(Value.self, forKey: key)
        }
        func piece(_ channel: TextAppended.Channel) throws -> TextAppended {
            TextAppended(attempt: try value(.attempt), channel: channel, text: try value(.text))
        }
        switch try container.decode(Name.self, forKey: .type) {
        case .open: kind = .open(try value(.opened))
        case .text: kind = .text(try piece(.answer))
        case .reasoning: kind = .text(try piece(.reasoning))
        case .toolCalls: kind = .text(try piece(.toolCalls))
        case .queued: kind = .queued(try value(.attempt), try value(.wait))
        case .sent: kind = .sent(try value(.attempt))
        case .ended:
            let usage = try container.decodeIfPresent(Usage.self, forKey: .usage)
            let end: ReplyEnd =
                if container.contains(.error) {
                    .failed(try value(.error), usage)
                } else {
                    .finished(try value(.reason), usage)
                }
            kind = .ended(try value(.attempt), end)
        case .timerFired: kind = .timerFired(try value(.timer))
        case .override: kind = .override(try value(.request))
        case .workerLeft: kind = .workerLeft(try value(.left))
        case .workerReturned: kind = .workerReturned(try value(.worker))
        case .reserve:
            kind = .reserve(try container.decodeIfPresent(StepID.self, forKey: .step))
        case .release: kind = .release
        case .resume: kind = .resume(program: try value(.program))
        case .reopen: kind = .reopen(program: try value(.program), try value(.request))
        case .interrupt: kind = .interrupt(reason: try value(.reason))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(at, forKey: .at)
        if entropy != 0 { try container.encode(entropy, forKey: .entropy) }
        func name(_ name: Name) throws { try container.encode(name, forKey: .type) }
        switch kind {
        case .open(let opened):
            try name(.open)
            try container.encode(opened, forKey: .opened)
        case .text(let piece):
            switch piece.channel {
            case .answer: try name(.text)
            case .reasoning: try name(.reasoning)
            case .toolCalls: try name(.toolCalls)
            }
            try container.encode(piece.attempt, forKey: .attempt)
            try container.encode(piece.text, forKey: .text)
        case .queued(let attempt, let wait):
            try name(.queued)
            try container.encode(attempt, forKey: .attempt)
            try container.encode(wait, forKey: .wait)
        case .sent(let attempt):
            try name(.sent)
            try container.encode(attempt, forKey: .attempt)
        case .ended(let attempt, .finished(let reason, let usage)):
            try name(.ended)
            try container.encode(attempt, forKey: .attempt)
            try container.encode(reason, forKey: .reason)
            try container.encodeIfPresent(usage, forKey: .usage)
        case .ended(let attempt, .failed(let error, let usage)):
            try name(.ended)
            try container.encode(attempt, forKey: .attempt)
            try container.encode(error, forKey: .error)
            try container.encodeIfPresent(usage, forKey: .usage)
        case .timerFired(let timer):
            try name(.timerFired)
            try container.encode(timer, forKey: .timer)
        case .override(let request):
            try name(.override)
            try container.encode(request, forKey: .request)
        case .workerLeft(let left):
            try name(.workerLeft)
            try container.encode(left, forKey: .left)
        case .workerReturned(let worker):
            try name(.workerReturned)
            try container.encode(worker, forKey: .worker)
        case .reserve(let step):
            try name(.reserve)
            try container.encodeIfPresent(step, forKey: .step)
        case .release: try name(.release)
        case .resume(let program):
            try name(.resume)
            try container.encode(program, forKey: .program)
        case .reopen(let program, let request):
            try name(.reopen)
            try container.encode(program, forKey: .program)
            try container.encode(request, forKey: .request)
        case .interrupt(let reason):
            try name(.interrupt)
            try container.encode(reason, forKey: .reason)
        }
    }
}

extension RunTimer: Codable {
    private enum Name: String, Codable {
        case retry, workerReturn, budget, reservation, gather
    }

    private enum CodingKeys: String, CodingKey {
        case attempt, type, worker
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        switch try container.decode(Name.self, forKey: .type) {
        case .retry: self = .retry(try container.decode(AttemptID.self, forKey: .attempt))
        case .workerReturn:
            self = .workerReturn(try container.decode(String.self, forKey: .worker))
        case .budget: self = .budget
        case .reservation: self = .reservation
        case .gather: self = .gather
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .retry(let attempt):
            try container.encode(Name.retry, forKey: .type)
            try container.encode(attempt, forKey: .attempt)
        case .workerReturn(let worker):
            try container.encode(Name.workerReturn, forKey: .type)
            try container.encode(worker, forKey: .worker)
        case .budget: try container.encode(Name.budget, forKey: .type)
        case .reservation: try container.encode(Name.reservation, forKey: .type)
        case .gather: try container.encode(Name.gather, forKey: .type)
        }
    }
}
