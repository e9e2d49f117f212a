import PodiumConfiguration
import Testing

struct WorkerErrorTests {
    @Test func `a worker needs a provider and a model`() {
        expectMistake(
            .missingKey,
            in: "workers: [{model: m}]",
            """
            config.yaml:1:11: workers[0]: The key `provider` is missing.
            Write it like `provider: embedded`.
            """
        )
        expectMistake(
            .missingKey,
            in: """
                providers: {a: {base_url: "https://a.example"}}
                workers: [{provider: a}]
                """,
            """
            config.yaml:2:11: workers[0]: The key `model` is missing.
            Write it like `model: gpt-5-mini`.
            """
        )
    }

    @Test func `a worker's provider must exist`() {
        expectMistake(
            .unknownName,
            in: "workers: [{provider: nope, model: m}]",
            """
            config.yaml:1:22: workers[0].provider: There is no provider "nope".
            There is only `embedded`.
            """
        )
        expectMistake(
            .unknownName,
            in: """
                providers: {a: {base_url: "https://a.example"}}
                workers: [{provider: embeded, model: m}]
                """,
            """
            config.yaml:2:22: workers[0].provider: There is no provider "embeded".
            Did you mean `embedded`?
            """
        )
        expectMistake(
            .unknownName,
            in: """
                providers: {a: {base_url: "https://a.example"}}
                workers: [{provider: b, model: m}]
                """,
            """
            config.yaml:2:22: workers[0].provider: There is no provider "b".
            The providers are `a` and `embedded`.
            """
        )
    }

    @Test func `two workers cannot share a name`() {
        expectMistake(
            .duplicate,
            in: """
                providers: {a: {base_url: "https://a.example"}}
                workers:
                  - {provider: a, model: mini}
                  - {name: Mini, provider: a, model: other}
                """,
            """
            config.yaml:4:12: workers[1].name: There is another worker "Mini" before this one.
            Give each worker a name of its own.
            """
        )
    }

    @Test func `a number cannot be a worker's name`() {
        expectMistake(
            .badValue,
            in: worker(with: "name: 7"),
            """
            config.yaml:5:11: workers[0].name: A number cannot be a worker's name: in a plan it is a position.
            Choose a name with a letter in it.
            """
        )
    }

    @Test func `a worker cannot be called embedded`() {
        expectMistake(
            .conflict,
            in: worker(with: "name: Embedded"),
            """
            config.yaml:5:11: workers[0].name: A worker cannot be called `embedded`: that is the embedded conductor.
            Choose another name.
            """
        )
    }

    @Test func `a price must be a number of dollars`() {
        expectMistake(
            .badValue,
            in: worker(with: "price: {input: cheap, output: 1}"),
            """
            config.yaml:5:20: workers[0].price.input: Expected US dollars per million tokens, from 0 to 1000000, found cheap.
            """
        )
        expectMistake(
            .badValue,
            in: worker(with: "price: {input: -1, output: 1}"),
            """
            config.yaml:5:20: workers[0].price.input: Expected US dollars per million tokens, from 0 to 1000000, found -1.
            """
        )
        expectMistake(
            .badValue,
            in: worker(with: #"price: {input: "1", output: 1}"#),
            """
            config.yaml:5:20: workers[0].price.input: Expected US dollars per million tokens, from 0 to 1000000, found "1".
            """
        )
        expectMistake(
            .badValue,
            in: worker(with: "price: {input: .nan, output: 1}"),
            """
            config.yaml:5:20: workers[0].price.input: Expected US dollars per million tokens, from 0 to 1000000, found .nan.
            """
        )
        expectMistake(
            .badValue,
            in: worker(with: "price: {input: 0x10, output: 1}"),
            """
            config.yaml:5:20: workers[0].price.input: Expected US dollars per million tokens, from 0 to 1000000, found 0x10.
            """
        )
        expectMistake(
            .badValue,
            in: worker(with: "price: {input: 2000000, output: 1}"),
            """
            config.yaml:5:20: workers[0].price.input: Expected US dollars per million tokens, from 0 to 1000000, found 2000000.
            """
        )
    }

    @Test func `a price has an input and an output`() {
        expectMistake(
            .missingKey,
            in: worker(with: "price: {input: 1}"),
            """
            config.yaml:5:12: workers[0].price: The key `output` is missing.
            Write it like `output: 2`.
            """
        )
        expectMistake(
            .badValue,
            in: worker(with: "price: 3"),
            """
            config.yaml:5:12: workers[0].price: Expected a mapping with the keys input, output, cache_read, cache_write_short or cache_write_long, found 3.
            """
        )
        expectMistake(
            .unknownKey,
            in: worker(with: "price: {input: 1, output: 2, cached: 3}"),
            """
            config.yaml:5:34: workers[0].price.cached: There is no such key.
            The keys here are `input`, `output`, `cache_read`, `cache_write_short` and `cache_write_long`.
            """
        )
    }

    @Test func `a temperature is from 0 to 2`() {
        expectMistake(
            .badValue,
            in: worker(with: "temperature: 3"),
            "config.yaml:5:18: workers[0].temperature: Expected a number from 0 to 2, found 3."
        )
    }

    @Test func `a limit of tokens is a whole number`() {
        expectMistake(
            .badValue,
            in: worker(with: "max_tokens: 0"),
            """
            config.yaml:5:17: workers[0].max_tokens: Expected a whole number from 1 to 10000000, found 0.
            """
        )
        expectMistake(
            .badValue,
            in: worker(with: "max_tokens: 1.5"),
            """
            config.yaml:5:17: workers[0].max_tokens: Expected a whole number from 1 to 10000000, found 1.5.
            """
        )
        expectMistake(
            .badValue,
            in: worker(with: "max_tokens: 99999999999999999999"),
            """
            config.yaml:5:17: workers[0].max_tokens: Expected a whole number from 1 to 10000000, found 99999999999999999999.
            """
        )
    }

    @Test func `tags are a list of texts`() {
        expectMistake(
            .badValue,
            in: worker(with: "tags: small"),
            "config.yaml:5:11: workers[0].tags: Expected a list of tags, found small."
        )
        expectMistake(
            .badValue,
            in: worker(with: "tags: [[a]]"),
            "config.yaml:5:12: workers[0].tags[0]: Expected a text, found a list."
        )
    }

    @Test func `strengths are not empty`() {
        expectMistake(
            .badValue,
            in: worker(with: #"strengths: """#),
            #"config.yaml:5:16: workers[0].strengths: Expected a text, found ""."#
        )
    }

    @Test func `an embedded worker must exist`() {
        expectMistake(
            .unknownName,
            in: "workers: [{provider: embedded, model: reckonr}]",
            """
            config.yaml:1:39: workers[0].model: There is no embedded worker "reckonr".
            Did you mean `reckoner`?
            """
        )
        expectMistake(
            .unknownName,
            in: "workers: [{provider: embedded, model: poet}]",
            """
            config.yaml:1:39: workers[0].model: There is no embedded worker "poet".
            The embedded workers are `reckoner` and `checker`.
            """
        )
    }

    @Test func `an embedded worker has no price and no sampling`() {
        expectMistake(
            .conflict,
            in: "workers: [{provider: embedded, model: checker, price: {input: 1, output: 1}}]",
            "config.yaml:1:55: workers[0].price: An embedded worker costs nothing real."
        )
        expectMistake(
            .conflict,
            in: "workers: [{provider: embedded, model: checker, temperature: 1}]",
            "config.yaml:1:61: workers[0].temperature: An embedded worker is no language model."
        )
        expectMistake(
            .conflict,
            in: "workers: [{provider: embedded, model: checker, max_tokens: 1}]",
            "config.yaml:1:60: workers[0].max_tokens: An embedded worker is no language model."
        )
    }
}
