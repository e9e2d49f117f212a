import Testing

@testable import PodiumCore

struct WorkerRankingTests {
    private func worker(_ name: String, _ price: Price? = nil, tags: [String] = []) -> Worker {
        Worker(name: name, provider: "p", model: name, tags: tags, price: price)
    }

    private func sold(_ output: Int64) -> Price { Price(input: 1, output: output) }
    private func nominal(_ output: Int64) -> Price {
        Price(currency: .nominal, input: 1, output: output)
    }

    private func names(_ pool: [Worker], _ order: (([Worker]) -> [Int])) -> [String] {
        order(pool).map { pool[$0].name }
    }

    private var pool: [Worker] {
        [
            worker("unknown"), worker("dear specialist", nominal(99)), worker("cheap", sold(2)),
            worker("dear", sold(9)), worker("as dear", sold(9)), worker("free", sold(0)),
            worker("specialist", nominal(1)), worker("chosen", tags: ["strongest"]),
        ]
    }

    @Test func `the strongest are those tagged so, then the dearest, then the others in order`() {
        #expect(
            names(pool, \.byStrength) == [
                "chosen", "dear", "as dear", "cheap", "free", "unknown", "dear specialist",
                "specialist",
            ]
        )
        #expect([Worker]().byStrength.isEmpty)
    }

    @Test func `the cheapest are those sold for money, then specialists, then those unknown`() {
        #expect(
            names(pool, \.byPrice) == [
                "free", "cheap", "dear", "as dear", "specialist", "dear specialist", "unknown",
                "chosen",
            ]
        )
    }

    @Test func `the strongest allowed is the first of the order that is allowed`() {
        #expect(pool.strongest { _ in true } == 7)
        #expect(pool.strongest { $0.tags.isEmpty } == 3)
        #expect(pool.strongest { $0.price == nil && $0.tags.isEmpty } == 0)
        #expect(pool.strongest { _ in false } == nil)
    }
}
