import PodiumConfiguration
import PodiumCore
import Testing

struct ConfigurationTests {
    // MARK: What is read

    @Test func `every key is read`() throws {
        let configuration = try read(fullConfiguration, file: "/etc/podium/config.yaml")
        #expect(configuration.file == "/etc/podium/config.yaml")
        #expect(configuration.interface.theme == "podium-dark")
        #expect(configuration.conductor == .prompted(worker: "sage"))
        #expect(
            configuration.limits
                == RunLimits(
                    steps: 4,
                    retries: 1,
                    repairs: 0,
                    rounds: 3,
                    nesting: 0,
                    turns: 7,
                    fallbacks: 2,
                    budget: Budget(
                        picodollars: 100_000_000_000,
                        tokens: 20_000,
                        steps: 12,
                        milliseconds: 90_000
                    )
                )
        )
        #expect(
            configuration.policy
                == RunPolicy(
                    variant: .ultra,
                    onFailure: .ask,
                    onBudget: .degrade,
                    asksApproval: true
                )
        )
        #expect(configuration.providers.map(\.name) == ["local", "cloud", "office"])
        #expect(configuration.workers.map(\.name) == ["smol", "sage", "reckoner"])
    }

    @Test func `a provider keeps its address, key source, headers and times`() throws {
        let configuration = try read(fullConfiguration)
        let local = try #require(configuration.provider(named: "local"))
        #expect(local.baseURL?.text == "http://127.0.0.1:8080/v1")
        #expect(local.key == .none)
        #expect(local.timeouts == ProviderSettings.Timeouts())
        let cloud = try #require(configuration.provider(named: "cloud"))
        #expect(cloud.dialect == .openAIChat)
        #expect(cloud.key == .environment(["EXAMPLE_API_KEY"]))
        #expect(
            cloud.headers == [
                .init(name: "X-Title", value: "podium"), .init(name: "X-Count", value: "3"),
            ]
        )
        #expect(
            cloud.timeouts
                == .init(connect: .milliseconds(500), idle: .seconds(120), total: .seconds(90))
        )
        let office = try #require(configuration.provider(named: "office"))
        #expect(office.key == .command("pass show office"))
        #expect(office.allowsInsecure)
    }

    @Test func `prices are dollars per million tokens, held as picodollars a token`() throws {
        let sage = try #require(try read(fullConfiguration).worker(named: "sage"))
        #expect(
            sage.price
                == Price(
                    input: 250_000,
                    output: 2_000_000,
                    cacheRead: 25_000,
                    cacheWriteShort: 300_000,
                    cacheWriteLong: 500_000
                )
        )
    }

    @Test func `a worker is local when its provider is on this machine`() throws {
        let configuration = try read(fullConfiguration)
        #expect(configuration.worker(named: "smol")?.isLocal == true)
        #expect(configuration.worker(named: "sage")?.isLocal == false)
        #expect(configuration.worker(named: "reckoner")?.isLocal == true)
    }

    @Test func `sampling stays with the worker`() throws {
        let sage = try read(fullConfiguration).workers[1]
        #expect(sage.options?.temperature == 0.2)
        #expect(sage.options?.maxTokens == 4096)
    }

    @Test func `an embedded worker brings its description, and the file may change it`() throws {
        let reckoner = try read(fullConfiguration).workers[2]
        #expect(reckoner.strengths == "sums")
        #expect(reckoner.tags == ["embedded"])
        #expect(reckoner.price?.currency == .nominal)
    }

    // MARK: What follows when nothing is said

    @Test(arguments: ["", "# only a comment\n", "---\n", "null"])
    func `an empty file is the built-in configuration`(text: String) throws {
        var expected = Configuration.builtIn(embeddedWorkers: embeddedWorkers)
        expected.file = "config.yaml"
        #expect(try read(text) == expected)
    }

    @Test func `an emptied section is as if it were not written`() throws {
        #expect(try read("workers:\npools:\nconductor: ~\n") == (try read("")))
    }

    @Test func `without workers the default pool is the embedded one`() throws {
        let configuration = try read("theme: dusk")
        #expect(try configuration.pool(named: "default") == embeddedWorkers)
        #expect(try configuration.pool(named: "embedded") == embeddedWorkers)
        #expect(configuration.conductor == .embedded)
    }

    @Test func `without a default pool it holds every worker of the file`() throws {
        let configuration = try read(
            """
            providers: {a: {base_url: "https://a.example"}}
            workers: [{provider: a, model: m1}, {provider: a, model: m2}]
            pools: {small: [m1]}
            """
        )
        #expect(configuration.pools.map(\.name) == ["default", "small", "embedded"])
        #expect(try configuration.pool(named: "default").map(\.name) == ["m1", "m2"])
        #expect(try configuration.pool(named: "embedded") == embeddedWorkers)
    }

    @Test func `a pool may mix configured and embedded workers`() throws {
        let cheap = try read(fullConfiguration).pool(named: "cheap")
        #expect(cheap.map(\.name) == ["smol", "reckoner", "checker"])
    }

    @Test func `anchors and aliases save writing`() throws {
        let configuration = try read(
            """
            providers: {a: {base_url: "https://a.example"}}
            workers:
              - {provider: a, model: m1, price: &cheap {input: 1, output: 2}}
              - {provider: a, model: m2, price: *cheap}
            """
        )
        #expect(configuration.workers[0].price == configuration.workers[1].price)
    }

    @Test func `a plan file is looked for beside the configuration`() throws {
        let text = "conductor: {kind: fixed, file: plans/chain.yaml}"
        #expect(
            try read(text, file: "/etc/podium/config.yaml").conductor
                == .fixed(file: "/etc/podium/plans/chain.yaml")
        )
        #expect(try read(text).conductor == .fixed(file: "plans/chain.yaml"))
        #expect(
            try read("conductor: {kind: fixed, file: /p.yaml}", file: "/a/c.yaml").conductor
                == .fixed(file: "/p.yaml")
        )
    }
}
