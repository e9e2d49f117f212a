import PodiumConfiguration
import Testing

struct ShapeErrorTests {
    @Test func `the file must be a mapping`() {
        expectMistake(
            .badValue,
            in: "[1, 2]",
            """
            config.yaml:1:1: Expected a mapping with the keys providers, workers, pools, conductor, \
            learning, run, budget, limits, theme, interface or keys, found a list.
            """
        )
        expectMistake(
            .badValue,
            in: "just text",
            """
            config.yaml:1:1: Expected a mapping with the keys providers, workers, pools, conductor, \
            learning, run, budget, limits, theme, interface or keys, found just text.
            """
        )
    }

    @Test func `a section of the wrong type is refused`() {
        expectMistake(
            .badValue,
            in: "providers: [a]",
            """
            config.yaml:1:12: providers: Expected a mapping from names to providers, found a list.
            """
        )
        expectMistake(
            .badValue,
            in: "workers: {a: b}",
            "config.yaml:1:10: workers: Expected a list of workers, found a mapping."
        )
        expectMistake(
            .badValue,
            in: "pools: [a]",
            """
            config.yaml:1:8: pools: Expected a mapping from names to lists of workers, found a list.
            """
        )
        expectMistake(
            .badValue,
            in: "budget: 3",
            """
            config.yaml:1:9: budget: Expected a mapping with the keys usd, tokens, steps or time, \
            found 3.
            """
        )
        expectMistake(
            .badValue,
            in: "theme: []",
            "config.yaml:1:8: theme: Expected the name of a theme, found a list."
        )
    }

    @Test func `a worker must be a mapping`() {
        expectMistake(
            .badValue,
            in: "workers: [a]",
            """
            config.yaml:1:11: workers[0]: Expected a mapping with the keys name, provider, model, strengths, tags, \
            takes, price, fallbacks, temperature, stop, seed, system, …, found a.
            """
        )
    }

    @Test func `a key must be plain text`() {
        expectMistake(
            .badValue,
            in: """
                ? [a]
                : b
                """,
            "config.yaml:1:3: Expected a key that is plain text, found a list."
        )
    }

    @Test func `a misspelt key is refused with what was meant`() {
        expectMistake(
            .unknownKey,
            in: "wrokers: []",
            """
            config.yaml:1:1: wrokers: There is no such key.
            Did you mean `workers`?
            """
        )
        expectMistake(
            .unknownKey,
            in: worker(with: "modle: x"),
            """
            config.yaml:5:5: workers[0].modle: There is no such key.
            Did you mean `model`?
            """
        )
        expectMistake(
            .unknownKey,
            in: provider(with: "hedaers: {}"),
            """
            config.yaml:4:5: providers.a.hedaers: There is no such key.
            Did you mean `headers`?
            """
        )
        expectMistake(
            .unknownKey,
            in: provider(with: "baseUrl: x"),
            """
            config.yaml:4:5: providers.a.baseUrl: There is no such key.
            Did you mean `base_url`?
            """
        )
    }

    @Test func `an unknown key is refused with those there are`() {
        expectMistake(
            .unknownKey,
            in: "colour: red",
            """
            config.yaml:1:1: colour: There is no such key.
            The keys here are `providers`, `workers`, `pools`, `conductor`, `learning`, `run`, \
            `budget`, `limits`, `theme`, `interface` and `keys`.
            """
        )
        expectMistake(
            .unknownKey,
            in: "budget: {euros: 3}",
            """
            config.yaml:1:10: budget.euros: There is no such key.
            The keys here are `usd`, `tokens`, `steps` and `time`.
            """
        )
    }

    @Test func `a merge key is no key`() {
        expectMistake(
            .unknownKey,
            in: "limits: {<<: {steps: 3}}",
            """
            config.yaml:1:10: limits.<<: There is no such key.
            The keys here are `steps`, `retries`, `repairs`, `rounds`, `replans`, `nesting`, `turns` and \
            `fallbacks`.
            """
        )
    }
}
