import PodiumConfiguration
import PodiumCore
import Testing

struct ResolutionTests {
    private let configuration: Configuration

    init() throws { configuration = try read(fullConfiguration) }

    // MARK: Pools

    @Test func `a pool is found by its name`() throws {
        #expect(try configuration.pool(named: "default").map(\.name) == ["smol", "sage"])
        #expect(try configuration.pool(named: "embedded") == embeddedWorkers)
    }

    @Test func `an unknown pool is answered with those there are`() {
        expectMistake(
            .unknownName,
            """
            There is no pool "x".
            The pools are `default`, `cheap` and `embedded`.
            """
        ) { _ = try configuration.pool(named: "x") }
        expectMistake(
            .unknownName,
            """
            There is no pool "chaep".
            Did you mean `cheap`?
            """
        ) { _ = try configuration.pool(named: "chaep") }
    }

    // MARK: Workers

    @Test func `a worker is found without regard to case`() {
        #expect(configuration.worker(named: "SMOL")?.model == "SmolLM2-135M-Instruct")
        #expect(configuration.worker(named: "checker") == embeddedWorkers[1])
        #expect(configuration.worker(named: "nobody") == nil)
    }

    @Test func `a worker of the file hides an embedded one of the same name`() throws {
        let configuration = try read(
            """
            providers: {a: {base_url: "https://a.example"}}
            workers: [{provider: a, model: m, name: Checker}]
            pools: {x: [checker]}
            """
        )
        #expect(configuration.worker(named: "checker")?.provider == "a")
        #expect(try configuration.pool(named: "x").map(\.provider) == ["a"])
        #expect(try configuration.pool(named: "embedded") == embeddedWorkers)
    }

    // MARK: Conductors

    @Test(arguments: [
        ("embedded", ConductorSettings.embedded),
        ("sage", .prompted(worker: "sage")),
        ("SAGE", .prompted(worker: "sage")),
        ("prompted:smol", .prompted(worker: "smol")),
        ("fixed:chain", .fixed(file: "chain")),
        ("chain.yaml", .fixed(file: "chain.yaml")),
        ("/plans/chain.yml", .fixed(file: "/plans/chain.yml")),
        ("plan.txt", .fixed(file: "plan.txt")),
    ])
    func `a conductor can be given in a word`(text: String, conductor: ConductorSettings) throws {
        #expect(try configuration.conductor(from: text) == conductor)
    }

    @Test func `a worker whose name ends like a file is a worker`() throws {
        let configuration = try read(
            """
            providers: {a: {base_url: "https://a.example"}}
            workers: [{provider: a, model: m.yaml}]
            """
        )
        #expect(try configuration.conductor(from: "m.yaml") == .prompted(worker: "m.yaml"))
        #expect(try configuration.conductor(from: "fixed:m.yaml") == .fixed(file: "m.yaml"))
    }

    @Test func `the configuration takes the same words`() throws {
        #expect(
            try read("conductor: chain.yaml", file: "/etc/podium/c.yaml").conductor
                == .fixed(file: "/etc/podium/chain.yaml")
        )
        #expect(try read("conductor: embedded").conductor == .embedded)
    }

    @Test func `an unknown conductor is answered with those there are`() {
        expectMistake(
            .unknownName,
            """
            There is no conductor "maestro".
            Give `embedded`, `rules`, a worker's name or a plan file. \
            The workers that can conduct are `smol` and `sage`.
            """
        ) { _ = try configuration.conductor(from: "maestro") }
        expectMistake(
            .unknownName,
            """
            There is no worker "sgae".
            Did you mean `sage`?
            """
        ) { _ = try configuration.conductor(from: "prompted:sgae") }
        expectMistake(
            .unknownName,
            """
            There is no conductor "".
            Give `embedded`, `rules`, a worker's name or a plan file. \
            The workers that can conduct are `smol` and `sage`.
            """
        ) { _ = try configuration.conductor(from: "") }
    }

    @Test func `an embedded worker cannot conduct`() {
        expectMistake(
            .badValue,
            """
            The embedded worker "checker" cannot write a plan.
            Name a worker that is a language model, or `embedded` for Podium's own.
            """
        ) { _ = try configuration.conductor(from: "checker") }
    }
}
