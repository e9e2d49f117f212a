internal import PodiumCore

private enum BudgetKey: String, CaseIterable {
    case usd, tokens, steps, time
}

private enum LimitKey: String, CaseIterable {
    case steps, retries, repairs, rounds, replans, nesting, turns, fallbacks
}

private enum RunKey: String, CaseIterable {
    case variant
    case onFailure = "on_failure"
    case onBudget = "on_budget"
    case ask
}

// MARK: Bounds

extension ConfigurationReader {
    func readLimits(_ value: YAMLValue?) throws(ConfigurationError) -> WrittenLimits {
        var written = WrittenLimits()
        guard let value else { return written }
        let fields = try YAMLFields<LimitKey>(value)
        if let steps = fields[.steps] { written.limits.steps = try steps.integer(in: 1...50) }
        if let retries = fields[.retries] {
            written.limits.retries = try retries.integer(in: 0...10)
        }
        if let repairs = fields[.repairs] {
            written.limits.repairs = try repairs.integer(in: 0...5)
        }
        written.rounds = try fields[.rounds]?.integer(in: 1...10)
        written.replans = try fields[.replans]?.integer(in: 0...9)
        written.nesting = try fields[.nesting]?.integer(in: 0...5)
        if let turns = fields[.turns] { written.limits.turns = try turns.integer(in: 1...20) }
        if let fallbacks = fields[.fallbacks] {
            written.limits.fallbacks = try fallbacks.integer(in: 0...5)
        }
        return written
    }

    func readBudget(_ value: YAMLValue?) throws(ConfigurationError) -> Budget {
        guard let value else { return Budget() }
        let fields = try YAMLFields<BudgetKey>(value)
        return Budget(
            picodollars: try fields[.usd]?.picodollars(),
            tokens: try fields[.tokens]?.positive(upTo: 1_000_000_000_000),
            steps: try fields[.steps]?.positive(upTo: 1_000_000),
            milliseconds: try fields[.time]?.milliseconds()
        )
    }
}

// MARK: Policy

extension ConfigurationReader {
    func readPolicy(
        _ value: YAMLValue?,
        conductor: ConductorSettings,
        interface: InterfaceSettings
    ) throws(ConfigurationError) -> RunPolicy {
        var policy = RunPolicy()
        guard let value else { return policy }
        let fields = try YAMLFields<RunKey>(value)
        if let variant = fields[.variant] {
            policy.variant = try variant.choice(of: RunPolicy.Variant.self)
            if policy.variant == .mini, case .fixed = conductor {
                throw variant.error(
                    .conflict,
                    "A fixed conductor leaves nothing to choose, and `mini` chooses turn by turn.",
                    advice: "Choose another variant, or another conductor."
                )
            }
        }
        if let failure = fields[.onFailure] {
            policy.onFailure = try failure.choice(of: RunPolicy.Failure.self)
        }
        if let exhaustion = fields[.onBudget] {
            policy.onBudget = try exhaustion.choice(of: RunPolicy.Exhaustion.self)
        }
        if let ask = fields[.ask] {
            guard interface.asksApproval == nil else {
                throw ask.error(
                    .conflict,
                    "`ask` stands in `interface` too, and means the same there.",
                    advice: "Keep one of them."
                )
            }
            policy.asksApproval = try ask.bool()
        }
        return policy
    }
}

extension YAMLValue {
    func picodollars() throws(ConfigurationError) -> Int64 {
        let expected = "US dollars, more than 0 and at most 1000000"
        let picodollars = (try number(in: 0...1_000_000, expected) * 1e12).rounded()
        guard picodollars > 0 else { throw zero }
        return Int64(picodollars)
    }

    fileprivate func positive(upTo most: Int) throws(ConfigurationError) -> Int {
        if plainInteger == 0 { throw zero }
        return try integer(in: 1...most)
    }

    fileprivate func milliseconds() throws(ConfigurationError) -> Int {
        if isZeroDuration { throw zero }
        return Int(try duration() / .milliseconds(1))
    }

    private var zero: ConfigurationError {
        error(
            .badValue,
            "A budget must be greater than zero.",
            advice: "Raise it, or delete the key: without it there is no limit."
        )
    }
}
