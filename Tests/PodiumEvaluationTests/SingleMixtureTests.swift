import PodiumEvaluation
import Testing

@Suite struct SingleMixtureTests {
    private static let singles = [
        SingleMixture.Single(name: "cheap", accuracy: 0.2, cost: 1),
        // Below the line from `cheap` to `best`, and dearer than it is worth.
        SingleMixture.Single(name: "middling", accuracy: 0.3, cost: 4),
        SingleMixture.Single(name: "best", accuracy: 0.8, cost: 5),
        SingleMixture.Single(name: "dear", accuracy: 0.7, cost: 9),
    ]

    private static let mixtures: [(budget: Double, shares: [String: Double])] = [
        (0.5, ["cheap": 1]), (1, ["cheap": 1]), (2, ["cheap": 0.75, "best": 0.25]),
        (5, ["best": 1]), (100, ["best": 1]),
    ]

    @Test(arguments: mixtures)
    func `the two workers beside a cost on the hull share the questions`(
        _ budget: Double,
        _ shares: [String: Double]
    ) throws {
        let mixture = try #require(SingleMixture(Self.singles, at: budget))
        #expect(
            Dictionary(uniqueKeysWithValues: mixture.shares.map { ($0.name, $0.share) }) == shares
        )
    }

    @Test func `without workers there is nothing to mix, and of equals the better is taken`() throws
    {
        #expect(SingleMixture([], at: 1) == nil)
        let equals = [0.1, 0.4, 0.3].enumerated().map {
            SingleMixture.Single(name: "\($0.offset)", accuracy: $0.element, cost: 0)
        }
        #expect(try #require(SingleMixture(equals, at: 0)).shares.map(\.name) == ["1"])
    }

    @Test func `what it comes to is near its point on the line`() throws {
        let mixture = try #require(SingleMixture(Self.singles, at: 3))
        func outcomes(_ every: Int, _ cost: Double) -> [ItemOutcome] {
            (0..<4_000).map {
                ItemOutcome(
                    item: "\($0)",
                    worth: $0 % 5 < every ? 1 : 0,
                    cost: cost,
                    workers: ["w"]
                )
            }
        }
        let mixed = mixture.outcomes(["cheap": outcomes(1, 1), "best": outcomes(4, 5)])
        #expect(mixed.count == 4_000)
        let right = mixed.reduce(0) { $0 + $1.worth } / 4_000
        let cost = mixed.reduce(0) { $0 + ($1.cost ?? 0) } / 4_000
        #expect(abs(right - 0.5) < 0.03 && abs(cost - 3) < 0.1, "\(right) \(cost)")
    }
}
