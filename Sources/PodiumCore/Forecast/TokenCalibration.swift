/// How a worker's own counts relate to our estimates, learned from its past calls.
///
/// Integers, so that a session folds to the same figures everywhere.
public struct TokenCalibration: Hashable, Sendable, Codable {
    /// One call whose provider counted.
    public struct Sample: Hashable, Sendable {
        /// Our estimate of the input's tokens, and the provider's count.
        public var estimatedInput: Int
        public var input: Int
        /// The same of the answer and the reasoning.
        public var estimatedOutput: Int
        public var output: Int

        public init(estimatedInput: Int, input: Int, estimatedOutput: Int, output: Int) {
            self.estimatedInput = estimatedInput
            self.input = input
            self.estimatedOutput = estimatedOutput
            self.output = output
        }
    }

    /// Fewer calls than this say nothing.
    public static let leastCalls = 3

    /// Tokens of output for a thousand estimated.
    public var outputPermille: Int
    /// What the worker's messages cost beside what is estimated: its template and system prompt.
    public var inputOffset: Int
    /// Tokens of input for a thousand estimated.
    public var inputPermille: Int

    public init(outputPermille: Int, inputOffset: Int, inputPermille: Int) {
        self.outputPermille = outputPermille
        self.inputOffset = inputOffset
        self.inputPermille = inputPermille
    }

    /// Nil when the samples are too few to say anything.
    public init?(_ samples: [Sample]) {
        let counted = samples.filter { $0.output > 0 && $0.estimatedOutput > 0 && $0.input > 0 }
        guard counted.count >= Self.leastCalls else { return nil }
        let estimated = counted.reduce(0.0) { $0 + Double($1.estimatedOutput) }
        let tokens = counted.reduce(0.0) { $0 + Double($1.output) }
        // What lies beyond a quarter and four times is a fault of somebody's counting.
        outputPermille = Int((min(max(tokens / estimated, 0.25), 4) * 1_000).rounded())
        let slope = Self.slope(counted)
        let count = Double(counted.count)
        let offset = counted.reduce(0.0) {
            $0 + Double($1.input) - slope * Double($1.estimatedInput)
        }
        inputPermille = Int((slope * 1_000).rounded())
        inputOffset = Int(min(max(offset / count, -1e6), 1e6))
    }

    /// Least squares, kept near the usual four bytes a token: few calls of one length say little.
    private static func slope(_ samples: [Sample]) -> Double {
        let count = Double(samples.count)
        let meanX = samples.reduce(0.0) { $0 + Double($1.estimatedInput) } / count
        let meanY = samples.reduce(0.0) { $0 + Double($1.input) } / count
        var covariance = 0.0
        var variance = 0.0
        for sample in samples {
            let x = Double(sample.estimatedInput) - meanX
            covariance += x * (Double(sample.input) - meanY)
            variance += x * x
        }
        guard variance > 0 else { return 1 }
        return min(max(covariance / variance, 0.5), 2)
    }

    /// Tokens of output for as many estimated, rounded to the nearest, and one at least if any.
    public func output(estimated: Int) -> Int {
        guard estimated > 0 else { return 0 }
        let scaled = estimated.multipliedReportingOverflow(by: outputPermille)
        guard !scaled.overflow else { return estimated }
        return max(1, scaled.partialValue / 1_000 + (scaled.partialValue % 1_000 >= 500 ? 1 : 0))
    }

    /// Tokens of input for as many estimated.
    public func input(estimated: Int) -> Int {
        let scaled = estimated.multipliedReportingOverflow(by: inputPermille)
        guard !scaled.overflow else { return estimated }
        return max(0, scaled.partialValue / 1_000 &+ inputOffset)
    }
}
