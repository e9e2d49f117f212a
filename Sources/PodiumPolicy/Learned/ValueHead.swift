/// What is known of how one worker does at tasks: how often it is right, and what it costs.
///
/// Two Bayesian linear regressions over the same few numbers of a text (Bishop, "Pattern Recognition and
/// Machine Learning", section 3.3). They share one matrix, so that a task more is one addition, a worker
/// that was seen twenty times is known as far as that goes, and no more.
public struct ValueHead: Hashable, Sendable {
    /// Tasks that it rests on.
    public private(set) var count: Double = 0
    /// Σ x·xᵀ, the rows of the lower triangle one after another.
    private(set) var products: [Double]
    /// Σ x·(right − prior), right being 0 to 1.
    private(set) var rights: [Double]
    /// Σ x·cost, in thousandths of a unit of the worker's currency.
    private(set) var costs: [Double]

    /// What is expected before anything was seen: as often right as wrong.
    public static let prior = 0.5
    /// How many tasks' worth the prior weighs.
    private static let ridge = 1.0

    private static let size = LearnedPolicy.rank
    static let triangle = size * (size + 1) / 2

    public init() {
        products = [Double](repeating: 0, count: Self.triangle)
        rights = [Double](repeating: 0, count: Self.size)
        costs = rights
    }

    init(count: Double, products: [Double], rights: [Double], costs: [Double]) {
        self.count = count
        self.products = products
        self.rights = rights
        self.costs = costs
    }

    /// Takes in how a task went.
    ///
    /// - Parameters:
    ///   - summary: the text's numbers, by `LearnedPolicy.summary`.
    ///   - right: from 0 to 1.
    ///   - cost: thousandths of a unit.
    ///   - weight: how many tasks it counts as.
    public mutating func add(_ summary: [Float], right: Double, cost: Double, weight: Double = 1) {
        count += weight
        var place = 0
        for row in 0..<Self.size {
            let value = weight * Double(summary[row])
            for column in 0...row {
                products[place] += value * Double(summary[column])
                place += 1
            }
            rights[row] += value * (right - Self.prior)
            costs[row] += value * cost
        }
    }

    /// What is expected of a worker at a task. Being linear, it may lie a little beyond what is possible.
    public struct Estimate: Hashable, Sendable {
        /// How likely it is right: 0 is never, 1 always.
        public var right: Float
        /// The standard deviation of `right`, from what was seen alone.
        public var deviation: Float
        /// Thousandths of a unit.
        public var cost: Float

        public init(right: Float, deviation: Float, cost: Float) {
            self.right = right
            self.deviation = deviation
            self.cost = cost
        }

        /// What it is worth where a thousandth costs `price` right answers.
        public func utility(price: Float) -> Float { right - price * cost }
    }

    /// The regression solved, to be asked often.
    public struct Fit: Hashable, Sendable {
        /// `rank` numbers; with a text's they give how likely the worker is right, less the prior.
        public let rights: [Float]
        /// `rank` numbers, for thousandths of a unit.
        public let costs: [Float]
        /// The Cholesky factor of Σ x·xᵀ + ridge, by rows of the lower triangle.
        private let factor: [Double]

        fileprivate init(_ head: ValueHead) {
            factor = Self.cholesky(head.products)
            rights = Self.solved(factor, head.rights)
            costs = Self.solved(factor, head.costs)
        }

        func estimate(at summary: [Float]) -> Estimate {
            var (right, cost) = (Float(ValueHead.prior), Float(0))
            for place in 0..<ValueHead.size {
                right += rights[place] * summary[place]
                cost += costs[place] * summary[place]
            }
            let spread = Self.lower(factor, summary.map(Double.init)).reduce(0) { $0 + $1 * $1 }
            let bounded = min(max(right, 0), 1)
            // A share's own variance; where it seems certain, a little is left.
            let variance = max(Double(bounded * (1 - bounded)), 0.01) * spread
            return Estimate(
                right: right,
                deviation: Float(variance.squareRoot()),
                cost: cost
            )
        }

        private static func cholesky(_ products: [Double]) -> [Double] {
            var factor = products
            func place(_ row: Int, _ column: Int) -> Int { row * (row + 1) / 2 + column }
            for row in 0..<ValueHead.size {
                for column in 0...row {
                    var rest = products[place(row, column)] + (row == column ? ValueHead.ridge : 0)
                    for inner in 0..<column {
                        rest -= factor[place(row, inner)] * factor[place(column, inner)]
                    }
                    // The ridge keeps the diagonal above 0; rounding may not.
                    factor[place(row, column)] =
                        row == column
                        ? max(rest, 1e-9).squareRoot() : rest / factor[place(column, column)]
                }
            }
            return factor
        }

        /// L·y = values.
        private static func lower(_ factor: [Double], _ values: [Double]) -> [Double] {
            var (solved, place) = (values, 0)
            for row in 0..<ValueHead.size {
                for column in 0..<row {
                    solved[row] -= factor[place] * solved[column]
                    place += 1
                }
                solved[row] /= factor[place]
                place += 1
            }
            return solved
        }

        /// L·Lᵀ·w = values.
        private static func solved(_ factor: [Double], _ values: [Double]) -> [Float] {
            var solved = lower(factor, values)
            for row in (0..<ValueHead.size).reversed() {
                for below in row + 1..<ValueHead.size {
                    solved[row] -= factor[below * (below + 1) / 2 + row] * solved[below]
                }
                solved[row] /= factor[row * (row + 1) / 2 + row]
            }
            return solved.map(Float.init)
        }
    }

    public func fitted() -> Fit { Fit(self) }

    /// With sums as a file keeps them, so that what is read again is the same.
    var rounded: ValueHead {
        func rounded(_ values: [Double]) -> [Double] { values.map { Double(Float($0)) } }
        return ValueHead(
            count: count,
            products: rounded(products),
            rights: rounded(rights),
            costs: rounded(costs)
        )
    }
}
