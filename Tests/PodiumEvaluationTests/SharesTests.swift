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
        #expect(Histogram([]).share(of: 1) == 0)
    }

    @Test func `a share of the way is nil where there is no way`() {
        #expect(isClose(0.8.shareOfTheWay(from: 0.6, to: 1.0) ?? .nan, 0.5))
        #expect(isClose(0.5.shareOfTheWay(from: 0.6, to: 1.0) ?? .nan, -0.25))
        #expect(0.5.shareOfTheWay(from: 1, to: 1) == nil)
        #expect(0.5.shareOfTheWay(from: .nan, to: 1) == nil)
        #expect(0.5.shareOfTheWay(from: 0, to: .infinity) == nil)
    }
}
