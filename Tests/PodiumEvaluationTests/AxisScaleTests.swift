import Testing

@testable import PodiumEvaluation

struct AxisScaleTests {
    private func labels(_ values: [Double], _ count: Int, _ scale: Chart.Scale = .linear)
        -> [String]
    {
        AxisScale(scale, values, ticks: count).ticks.map(\.label)
    }

    @Test func `marks are round numbers that hold all values`() {
        #expect(labels([0.32, 0.84], 6) == ["0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9"])
        #expect(labels([-3, 41], 4) == ["-20", "0", "20", "40", "60"])
        #expect(labels([0, 100], 5) == ["0", "20", "40", "60", "80", "100"])
        #expect(labels([0, 1_900_000], 5) == ["0", "0.5M", "1.0M", "1.5M", "2.0M"])
        #expect(labels([12_000, 19_000], 4) == ["12k", "14k", "16k", "18k", "20k"])
        #expect(labels([0, 4e-7], 3) == ["0", "2e-7", "4e-7"])
        #expect(labels([0.7], 3) == ["0.6", "0.7", "0.8"])
        #expect(labels([], 3) == ["0", "0.5", "1.0"])
    }

    @Test func `a logarithmic axis marks 1 2 and 5 or powers of ten`() {
        #expect(
            labels([0.003, 0.04], 9, .logarithmic) == ["0.002", "0.005", "0.01", "0.02", "0.05"]
        )
        #expect(labels([0.0003, 80_000], 9, .logarithmic).contains("10k"))
        #expect(labels([0.0003, 90], 4, .logarithmic) == ["0.001", "0.1", "10"])
        #expect(labels([1e-7, 1e-6], 9, .logarithmic) == ["1e-7", "2e-7", "5e-7", "1e-6"])
        #expect(labels([5], 9, .logarithmic) == ["2", "5", "10"])
        #expect(labels([], 9, .logarithmic) == ["1", "2", "5", "10"])
    }

    @Test func `whatever the values marks are few in order and told apart`() {
        var generator = SplitMix64(seed: 17)
        for _ in 0..<3_000 {
            let power = Double.random(in: -290...290, using: &generator)
            var size = 1.0
            for _ in 0..<Int(abs(power)) { size *= power < 0 ? 0.1 : 10 }
            let values = (0..<3).map { _ in generator.unit() * size }
            for scale in [Chart.Scale.linear, .logarithmic] {
                let values = values.filter(scale.holds)
                let axis = AxisScale(scale, values, ticks: 6)
                let places = axis.ticks.map(\.position)
                #expect((1...14).contains(places.count), "\(values)")
                #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 }, "\(values)")
                #expect(Set(axis.ticks.map(\.label)).count == places.count, "\(values)")
                #expect(values.allSatisfy { (0...1).contains(axis.position($0)) })
            }
        }
    }

    @Test func `numbers are rounded and short`() {
        #expect(2.675.fixed(2) == "2.68" && 0.05.fixed(1) == "0.1" && (-0.04).fixed(1) == "0.0")
        #expect((-12.5).fixed(3) == "-12.500" && 1e20.fixed(2) == "1e+20")
        #expect(0.0123456.short == "0.01235" && 1234567.0.short == "1234567")
        #expect(5.0.short == "5" && 0.0.short == "0" && 1e-9.short == "1e-09")
    }
}
