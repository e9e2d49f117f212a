import PodiumConfiguration
import PodiumCore
import Testing

/// `run`, `budget`, the bounds that follow from a variant, and fallbacks.
struct PolicyTests {
    // MARK: Policy

    @Test func `without run the usual policy holds`() throws {
        #expect(try read("theme: x").policy == RunPolicy())
        #expect(try read("run: {ask: false}").policy == RunPolicy())
        #expect(try read("run: {on_failure: stop}").policy == RunPolicy(onFailure: .stop))
    }

    @Test func `ultra has a second round and a workflow inside a step`() throws {
        let ultra = try read("run: {variant: ultra}")
        #expect(ultra.limits == RunLimits(rounds: 2, nesting: 1))
        #expect(ultra.limits(for: .plan) == RunLimits())
        #expect(try read("theme: x").limits(for: .ultra) == RunLimits(rounds: 2, nesting: 1))
    }

    @Test func `written limits go before what ultra implies`() throws {
        let text = "run: {variant: ultra}\nlimits: {rounds: 1, nesting: 0, steps: 7}"
        #expect(try read(text).limits == RunLimits(steps: 7))
        #expect(
            try read("run: {variant: ultra}\nlimits: {rounds: 4}").limits
                == RunLimits(rounds: 4, nesting: 1)
        )
    }

    @Test func `a misspelt choice of a policy is answered with the nearest`() {
        expectMistake(
            .badValue,
            in: "run: {variant: utlra}",
            """
            config.yaml:1:16: run.variant: Expected plan, mini or ultra, found utlra.
            Did you mean `ultra`?
            """
        )
        expectMistake(
            .badValue,
            in: "run: {on_failure: continue}",
            """
            config.yaml:1:19: run.on_failure: Expected proceed, ask or stop, found continue.
            """
        )
        expectMistake(
            .badValue,
            in: "run: {on_budget: degarde}",
            """
            config.yaml:1:18: run.on_budget: Expected stop or degrade, found degarde.
            Did you mean `degrade`?
            """
        )
        expectMistake(
            .badValue,
            in: "run: {ask: always}",
            "config.yaml:1:12: run.ask: Expected true or false, found always."
        )
        expectMistake(
            .unknownKey,
            in: "run: {onfailure: ask}",
            """
            config.yaml:1:7: run.onfailure: There is no such key.
            Did you mean `on_failure`?
            """
        )
    }

    @Test func `a fixed conductor leaves nothing for mini`() {
        expectMistake(
            .conflict,
            in: "conductor: plan.yaml\nrun: {variant: mini}",
            """
            config.yaml:2:16: run.variant: A fixed conductor leaves nothing to choose, and `mini` \
            chooses turn by turn.
            Choose another variant, or another conductor.
            """
        )
    }

    // MARK: Budget

    @Test(arguments: [
        ("usd: 0", 14), ("usd: 1e-13", 14), ("tokens: 0", 17), ("steps: 0", 16), ("time: 0s", 15),
        ("time: 0", 15), ("time: 0h0m", 15),
    ])
    func `a budget of zero is refused`(text: String, column: Int) {
        let key = text.prefix { $0 != ":" }
        expectMistake(
            .badValue,
            in: "budget: {\(text)}",
            """
            config.yaml:1:\(column + 1): budget.\(key): A budget must be greater than zero.
            Raise it, or delete the key: without it there is no limit.
            """
        )
    }

    @Test func `a budget is within bounds`() {
        for dollars in ["-1", "1e9", "much"] {
            expectMistake(
                .badValue,
                in: "budget: {usd: \(dollars)}",
                """
                config.yaml:1:15: budget.usd: Expected US dollars, more than 0 and at most \
                1000000, found \(dollars).
                """
            )
        }
        expectMistake(
            .badValue,
            in: "budget: {steps: -1}",
            "config.yaml:1:17: budget.steps: Expected a whole number from 1 to 1000000, found -1."
        )
        expectMistake(
            .badValue,
            in: "budget: {time: 90}",
            """
            config.yaml:1:16: budget.time: Expected a time such as 500ms, 10s or 1m30s, at most \
            24h, found 90.
            """
        )
    }

    @Test(arguments: [
        ("rounds: 0", "limits.rounds: Expected a whole number from 1 to 10, found 0."),
        ("rounds: 11", "limits.rounds: Expected a whole number from 1 to 10, found 11."),
        ("nesting: 6", "limits.nesting: Expected a whole number from 0 to 5, found 6."),
        ("turns: 0", "limits.turns: Expected a whole number from 1 to 20, found 0."),
        ("turns: 21", "limits.turns: Expected a whole number from 1 to 20, found 21."),
        ("fallbacks: 6", "limits.fallbacks: Expected a whole number from 0 to 5, found 6."),
    ])
    func `the bounds of rounds, nesting, turns and fallbacks are checked`(
        text: String,
        message: String
    ) {
        let column = text.prefix { $0 != ":" }.count + 12
        expectMistake(.badValue, in: "limits: {\(text)}", "config.yaml:1:\(column): \(message)")
    }

    // MARK: Fallbacks

    @Test func `a worker may name who takes its steps over`() throws {
        let configuration = try read(fullConfiguration)
        #expect(configuration.worker(named: "sage")?.fallbacks == ["smol", "checker"])
        #expect(configuration.worker(named: "smol")?.fallbacks == nil)
        #expect(try configuration.pool(named: "default")[1].fallbacks == ["smol", "checker"])
    }

    @Test func `a fallback may be a later worker, and none is a choice`() throws {
        let workers = try read(
            """
            providers: {a: {base_url: "https://a.example"}}
            workers:
              - {provider: a, model: m1, fallbacks: [M2]}
              - {provider: a, model: m2, fallbacks: []}
            """
        ).workers
        #expect(workers.map(\.fallbacks) == [["m2"], []])
    }

    @Test func `a fallback is another worker that there is`() {
        expectMistake(
            .unknownName,
            in: worker(with: "fallbacks: [rekoner]"),
            """
            config.yaml:5:17: workers[0].fallbacks[0]: There is no worker "rekoner".
            Did you mean `reckoner`?
            """
        )
        expectMistake(
            .conflict,
            in: worker(with: "fallbacks: [M]"),
            """
            config.yaml:5:17: workers[0].fallbacks[0]: A worker cannot be its own fallback.
            Name another, or write `[]` for none.
            """
        )
        expectMistake(
            .duplicate,
            in: worker(with: "fallbacks: [checker, Checker]"),
            """
            config.yaml:5:26: workers[0].fallbacks[1]: The worker "checker" is in this list already.
            Keep one of them.
            """
        )
        expectMistake(
            .badValue,
            in: worker(with: "fallbacks: checker"),
            """
            config.yaml:5:16: workers[0].fallbacks: Expected a list of workers' names, found checker.
            """
        )
    }

    @Test(arguments: [("Person", "a person"), ("conductor", "who writes the plan")])
    func `a name that means somebody else is no worker's`(name: String, meaning: String) {
        expectMistake(
            .conflict,
            in: worker(with: "name: \(name)"),
            """
            config.yaml:5:11: workers[0].name: A worker cannot be called `\(name.lowercased())`: \
            in a session that is \(meaning).
            Choose another name: `name: NAME`.
            """
        )
    }
}
