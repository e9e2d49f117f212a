import Testing

@testable import PodiumEvaluation

struct SharesTests {
    @Test func `entropy is in bits of shares or of counts`() throws {
        #expect(try entropy(ofShares: [0.5, 0.25, 0.125, 0.125]) == 1.75)
        #expect(try isClose(entropy(ofShares: [3, 1, 4, 1, 5]), 2.0670314951575843))
        #expect(try entropy(ofShares: [0, 4, 0]) == 0)
        #expect(throws: StatisticsError.empty(what: "shares above 0")) {
            try entropy(ofShares: [0, 0])
        }
        #expect(throws: StatisticsError.self) { try entropy(ofShares: [0.5, -0.5]) }
    }

    @Test func `a histogram counts the lengths of plans`() {
        let histogram = Histogram([3, 1, 3, 2, 3, 1, 3, 2])
        #expect(histogram.bins.map(\.value) == [1, 2, 3])
        #expect(histogram.bins.map(\.count) == [2, 2, 4])
        #expect(histogram.share(of: 3) == 0.5 && histogram.share(of: 9) == 0)
        #expect(histogram.mean == 2.25)
        #expect(histogram.entropy == 1.5)
        #expect(Histogram([]).mean == nil && Histogram([]).entropy == 0)
        #expect(Histogram([]).share(of: 1) == 0)
    }

    @Test func `only what nothing beats is on the front`() {
        let points: [(name: String, cost: Double, accuracy: Double)] = [
            ("dear", 9, 0.9), ("beaten", 5, 0.6), ("cheap", 1, 0.5), ("middle", 4, 0.7),
            ("twin", 4, 0.7), ("dearer for the same", 6, 0.7), ("unknown", 0.5, .nan),
        ]
        let front = points.paretoFront(cost: \.cost, accuracy: \.accuracy)
        #expect(front.map(\.name) == ["cheap", "middle", "twin", "dear"])
    }

    @Test func `every element off the front is beaten by one on it`() {
        var generator = SplitMix64(seed: 11)
        for _ in 0..<50 {
            let points = (0..<20).map { _ in
                [Int.random(in: 0..<8, using: &generator), .random(in: 0..<8, using: &generator)]
            }
            func beats(_ one: [Int], _ other: [Int]) -> Bool {
                one[0] <= other[0] && one[1] >= other[1] && one != other
            }
            let front = points.paretoFront(cost: { Double($0[0]) }, accuracy: { Double($0[1]) })
            let expected = points.filter { point in !points.contains { beats($0, point) } }
            #expect(front.count == expected.count)
            #expect(front.allSatisfy { expected.contains($0) })
        }
    }

    @Test func `a share of the way is nil where there is no way`() {
        #expect(isClose(0.8.shareOfTheWay(from: 0.6, to: 1.0) ?? .nan, 0.5))
        #expect(isClose(0.5.shareOfTheWay(from: 0.6, to: 1.0) ?? .nan, -0.25))
        #expect(0.5.shareOfTheWay(from: 1, to: 1) == nil)
        #expect(0.5.shareOfTheWay(from: .nan, to: 1) == nil)
        #expect(0.5.shareOfTheWay(from: 0, to: .infinity) == nil)
    }
}
