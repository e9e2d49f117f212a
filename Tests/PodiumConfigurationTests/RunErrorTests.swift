import PodiumConfiguration
import Testing

struct RunErrorTests {
    @Test func `a pool names workers there are`() {
        expectMistake(
            .unknownName,
            in: configuration(with: "pools: {x: [minu]}"),
            """
            config.yaml:4:13: pools.x[0]: There is no worker "minu".
            Did you mean `mini`?
            """
        )
        expectMistake(
            .unknownName,
            in: configuration(with: "pools: {x: [nobody]}"),
            """
            config.yaml:4:13: pools.x[0]: There is no worker "nobody".
            The workers are `mini`, `reckoner` and `checker`.
            """
        )
        expectMistake(
            .badValue,
            in: configuration(with: "pools: {x: [[mini]]}"),
            "config.yaml:4:13: pools.x[0]: Expected a worker's name, found a list."
        )
    }

    @Test func `a pool is a list with a worker`() {
        expectMistake(
            .badValue,
            in: configuration(with: "pools: {x: []}"),
            "config.yaml:4:12: pools.x: A pool needs a worker."
        )
        expectMistake(
            .badValue,
            in: configuration(with: "pools: {x: mini}"),
            "config.yaml:4:12: pools.x: Expected a list of workers' names, found mini."
        )
    }

    @Test func `a pool names a worker once`() {
        expectMistake(
            .duplicate,
            in: configuration(with: "pools: {x: [mini, MINI]}"),
            """
            config.yaml:4:19: pools.x[1]: The worker "mini" is in this pool already.
            Keep one of them.
            """
        )
    }

    @Test func `the embedded pool cannot be set up`() {
        expectMistake(
            .conflict,
            in: configuration(with: "pools: {embedded: [mini]}"),
            """
            config.yaml:4:9: pools.embedded: The pool `embedded` is always there and cannot be set up.
            Choose another name.
            """
        )
    }

    @Test func `a conductor has a kind`() {
        expectMistake(
            .badValue,
            in: "conductor: {kind: promted}",
            """
            config.yaml:1:19: conductor.kind: Expected embedded, rules, prompted, checkpoint or fixed, found \
            promted.
            Did you mean `prompted`?
            """
        )
        expectMistake(
            .missingKey,
            in: "conductor: {worker: x}",
            """
            config.yaml:1:12: conductor: The key `kind` is missing.
            Write it like `kind: embedded`.
            """
        )
        expectMistake(
            .badValue,
            in: "conductor: []",
            """
            config.yaml:1:12: conductor: Expected a mapping with the keys kind, worker, file, template, \
            system, prefill, examples or max_tokens, found a list.
            """
        )
    }

    @Test func `a prompted conductor is a language model of the file`() {
        expectMistake(
            .missingKey,
            in: configuration(with: "conductor: {kind: prompted}"),
            """
            config.yaml:4:12: conductor: The key `worker` is missing.
            Write it like `worker: mini`.
            """
        )
        expectMistake(
            .unknownName,
            in: configuration(with: "conductor: {kind: prompted, worker: minu}"),
            """
            config.yaml:4:37: conductor.worker: There is no worker "minu".
            Did you mean `mini`?
            """
        )
        expectMistake(
            .badValue,
            in: configuration(with: "conductor: {kind: prompted, worker: reckoner}"),
            """
            config.yaml:4:37: conductor.worker: The embedded worker "reckoner" cannot write a plan.
            Name a worker that is a language model, or `embedded` for Podium's own.
            """
        )
        expectMistake(
            .unknownName,
            in: "conductor: {kind: prompted, worker: x}",
            """
            config.yaml:1:37: conductor.worker: There is no worker "x".
            There are no workers that can conduct.
            """
        )
    }

    @Test func `a fixed conductor has a file and no worker`() {
        expectMistake(
            .missingKey,
            in: "conductor: {kind: fixed}",
            """
            config.yaml:1:12: conductor: The key `file` is missing.
            Write it like `file: plan.yaml`.
            """
        )
        expectMistake(
            .conflict,
            in: "conductor: {kind: fixed, file: a, worker: b}",
            "config.yaml:1:43: conductor.worker: A fixed conductor asks no worker."
        )
    }

    @Test func `an embedded conductor has neither worker nor file`() {
        expectMistake(
            .conflict,
            in: "conductor: {kind: embedded, worker: b}",
            "config.yaml:1:37: conductor.worker: The embedded conductor has no worker."
        )
        expectMistake(
            .conflict,
            in: "conductor: {kind: embedded, file: b}",
            "config.yaml:1:35: conductor.file: The embedded conductor reads no file."
        )
    }

    @Test func `the short form of a conductor is checked too`() {
        expectMistake(
            .unknownName,
            in: configuration(with: "conductor: embeded"),
            """
            config.yaml:4:12: conductor: There is no conductor "embeded".
            Did you mean `embedded`?
            """
        )
        expectMistake(
            .unknownName,
            in: "conductor: nobody",
            """
            config.yaml:1:12: conductor: There is no conductor "nobody".
            Give `embedded`, `rules`, a worker's name or a plan file. There are no workers that can conduct.
            """
        )
    }

    @Test func `a limit is a whole number within bounds`() {
        expectMistake(
            .badValue,
            in: "limits: {steps: 0}",
            "config.yaml:1:17: limits.steps: Expected a whole number from 1 to 50, found 0."
        )
        expectMistake(
            .badValue,
            in: "limits: {retries: 99}",
            "config.yaml:1:19: limits.retries: Expected a whole number from 0 to 10, found 99."
        )
        expectMistake(
            .badValue,
            in: "limits: {repairs: 6}",
            "config.yaml:1:19: limits.repairs: Expected a whole number from 0 to 5, found 6."
        )
        expectMistake(
            .badValue,
            in: "limits: {steps: [1]}",
            "config.yaml:1:17: limits.steps: Expected a whole number from 1 to 50, found a list."
        )
    }

    @Test func `a theme has a name`() {
        expectMistake(
            .badValue,
            in: "theme: ''",
            #"config.yaml:1:8: theme: Expected the name of a theme, found ""."#
        )
    }

    @Test func `a list of thousands is refused`() {
        expectMistake(
            .tooLarge,
            in: "theme: a\nworkers: [" + String(repeating: "a,", count: 1001) + "]",
            "config.yaml:2:10: workers: There are 1001 entries here; at most 1000 are allowed."
        )
    }
}
