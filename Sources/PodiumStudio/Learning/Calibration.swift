import PodiumCore

/// Whether workers are right as often as the policy expected, by what persons and checks said.
public struct Calibration: Hashable, Sendable {
    /// Steps of which about the same was expected.
    public struct Bin: Hashable, Sendable {
        /// From 0 to 1.
        public var range: Range<Double>
        public var count: Int
        /// The mean of what was expected.
        public var expected: Double
        /// The share that was right.
        public var right: Double
    }

    /// Those with any steps, the least expected first.
    public let bins: [Bin]

    private static let bounds: [Double] = [0, 0.5, 0.7, 0.9, 0.97, 1.01]

    public init(_ examples: [LearnedExamples.Example]) {
        let told = examples.compactMap(\.lesson).compactMap { lesson in
            lesson.expected.map { (expected: $0, isRight: lesson.isRight) }
        }
        bins = zip(Self.bounds, Self.bounds.dropFirst()).compactMap { low, high in
            let steps = told.filter { (low..<high).contains($0.expected) }
            guard !steps.isEmpty else { return nil }
            return Bin(
                range: low..<high,
                count: steps.count,
                expected: steps.reduce(0) { $0 + $1.expected } / Double(steps.count),
                right: Double(steps.count { $0.isRight }) / Double(steps.count)
            )
        }
    }
}
