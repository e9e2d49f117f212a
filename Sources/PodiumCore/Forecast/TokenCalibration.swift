/// How a worker's own counts relate to our estimates, learned from its past calls.
///
/// Integers, so that a session folds to the same figures everywhere.
public struct TokenCalibration: Hashable, Sendable, Codable {
    /// One call whose provider counted.
    public struct Sample: Hashable, Sendable {
        /// Our estimate of the input's tokens, and the provider's count.
        public var estimatedInput: Int
        public var input: Int
        /// UTF-8 bytes of the answer and the reasoning, and the provider's count of tokens.
        public var outputBytes: Int
        public var output: Int

        public init(estimatedInput: Int, input: Int, outputBytes: Int, output: Int) {
            self.estimatedInput = estimatedInput
            self.input = input
            self.outputBytes = outputBytes
            self.output = output
        }
    }

    /// Fewer calls than this say nothing.
    public static let leastCalls = 3

    /// UTF-8 bytes that come to a thousand tokens of output.
    public var bytesPerThousandTokens: Int
    /// What the worker's messages cost beside what is estimated: its template and system prompt.
    public var inputOffset: Int
    /// Tokens of input for a thousand estimated.
    public var inputPermille: Int

    public init(bytesPerThousandTokens: Int, inputOffset: Int, inputPermille: Int) {
        self.bytesPerThousandTokens = bytesPerThousandTokens
        self.inputOffset = inputOffset
        self.inputPermille = inputPermille
    }

    /// Nil when the samples are too few to say anything.
    public init?(_ samples: [Sample]) {
        let counted = samples.filter { $0.output > 0 && $0.outputBytes > 0 && $0.input > 0 }
        guard counted.count >= Self.leastCalls else { return nil }
        let bytes = counted.reduce(0.0) { $0 + Double($1.outputBytes) }
        let tokens = counted.reduce(0.0) { $0 + Double($1.output) }
        // From a byte a token to sixteen: what lies beyond is a fault of somebody's counting.
        bytesPerThousandTokens = Int(min(max(bytes / tokens, 1), 16) * 1_000)
        let slope = Self.slope(counted)
        let count = Double(counted.count)
        let offset = counted.reduce(0.0) {
            $0 + Double($1.input) - slope * Double($1.estimatedInput)
        }
        inputPermille = Int(slope * 1_000)
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

    /// Tokens of output for as many bytes.
    func output(bytes: Int) -> Int {
        guard bytes > 0 else { return 0 }
        let scaled = bytes.multipliedReportingOverflow(by: 1_000)
        guard !scaled.overflow else { return bytes }
        return max(
            1,
            (scaled.partialValue + bytesPerThousandTokens / 2) / max(bytesPerThousandTokens, 1)
        )
    }

    /// Tokens of input for as many estimated.
    func input(estimated: Int) -> Int {
        let scaled = estimated.multipliedReportingOverflow(by: inputPermille)
        guard !scaled.overflow else { return estimated }
        return max(0, scaled.partialValue / 1_000 &+ inputOffset)
    }
}
