import PodiumConfiguration
import Testing

/// A file with several mistakes tells each that does not follow from another.
struct SeveralMistakesTests {
    private func mistakes(_ text: String) -> [String] {
        do {
            _ = try read(text)
            return []
        } catch let error as ConfigurationError {
            // Told together as one after the other.
            #expect(
                error.description == error.mistakes.map(\.description).joined(separator: "\n")
            )
            return error.mistakes.map { mistake in
                "\(mistake.line ?? 0) \(mistake.keyPath ?? "") \(mistake.code.rawValue)"
            }
        } catch {
            return ["\(error)"]
        }
    }

    @Test func `independent mistakes are all told, in the order of the file`() {
        let text = """
            thme: dusk
            limits: {steps: 0}
            providers:
              a: {base_url: "http://127.0.0.1:1/v1"}
              b: {base_url: "ftp://127.0.0.1"}
            workers:
              - {name: one, provider: a, model: m, temprature: 1}
              - {name: two, provider: c, model: m}
            pools:
              x: [one, nobody]
            """
        #expect(
            mistakes(text) == [
                "1 thme unknownKey", "2 limits.steps badValue", "5 providers.b.base_url badValue",
                "7 workers[0].temprature unknownKey", "8 workers[1].provider unknownName",
                "10 pools.x[1] unknownName",
            ]
        )
    }

    @Test func `what names a provider or worker that cannot be read is not wrong too`() {
        let text = """
            providers:
              b: {base_url: "ftp://127.0.0.1"}
            workers:
              - {name: one, provider: b, model: m, fallbacks: [two]}
              - {name: two, provider: b, model: m, top_p: 9}
            pools: {x: [one, two]}
            conductor: two
            """
        #expect(
            mistakes(text) == ["2 providers.b.base_url badValue", "5 workers[1].top_p badValue"]
        )
    }

    @Test(arguments: [
        ("provders", "workers"), ("providers", "wokers"),
    ])
    func `a section under a misspelt name has no one who is unknown in the others`(
        providers: String,
        workers: String
    ) {
        let text = """
            \(providers): {b: {base_url: "http://127.0.0.1:1/v1"}}
            \(workers): [{name: one, provider: b, model: m}]
            pools: {x: [one]}
            conductor: one
            """
        #expect(mistakes(text).count == 1)
    }

    @Test(arguments: [
        "providers: []", "providers: {[a]: b}",
    ])
    func `a section of providers that is none is one mistake`(section: String) {
        let text = section + "\nworkers: [{name: one, provider: b, model: m}]\nconductor: one\n"
        #expect(mistakes(text).count == 1)
    }

    @Test func `a worker with a misspelt name is one mistake`() {
        let text = """
            providers: {b: {base_url: "http://127.0.0.1:1/v1"}}
            workers: [{nmae: one, provider: b, model: m}]
            pools: {x: [one]}
            """
        #expect(mistakes(text) == ["2 workers[0].nmae unknownKey"])
    }

    @Test func `each wrong key of a mapping is told`() {
        #expect(
            mistakes("limits: {stpes: 1, retires: 2, rounds: 99}") == [
                "1 limits.stpes unknownKey", "1 limits.retires unknownKey",
            ]
        )
    }

    @Test func `text that is no YAML is one mistake`() {
        #expect(mistakes("limits: {steps: 0}\nproviders: {a: [}\n") == ["2  syntax"])
    }

    @Test func `a file of mistakes is refused soon, with the first of them`() {
        let names = (0..<900).map {
            "x\($0): [" + String(repeating: "nobody-\($0)", count: 9) + "]"
        }
        let workers = (0..<900).map { "{name: w\($0), provider: embedded, model: reckoner}" }
        let text = """
            workers: [\(workers.joined(separator: ", "))]
            pools: {\(names.joined(separator: ", "))}
            """
        #expect(mistakes(text).count == 20)
    }
}
