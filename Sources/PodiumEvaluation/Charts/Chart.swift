/// Series of points over two axes, drawn for a terminal (`text`) or a page (`svg`).
///
///     let chart = Chart(
///         title: "Accuracy by cost",
///         x: Chart.Axis("cost", unit: "$", scale: .logarithmic),
///         y: Chart.Axis("right answers", unit: "%"),
///         series: [Chart.Series("cheapest first", style: .points, points: [.init(0.02, 71)])]
///     )
///     for line in chart.text(width: 80, height: 24) { print(line) }
///
/// Points that are infinite or not a number, and on a logarithmic axis those not above 0, are left
/// out.
public struct Chart: Hashable, Sendable {
    public enum Scale: Hashable, Sendable { case linear, logarithmic }

    public struct Axis: Hashable, Sendable {
        public var title: String
        public var unit: String?
        public var scale: Scale

        public init(_ title: String, unit: String? = nil, scale: Scale = .linear) {
            self.title = title
            self.unit = unit
            self.scale = scale
        }

        var caption: String { plainLine(title + (unit.map { " (\($0))" } ?? "")) }
    }

    public struct Point: Hashable, Sendable {
        public var x: Double
        public var y: Double
        /// Drawn as an error bar along y.
        public var interval: ConfidenceInterval?
        /// Written beside the point where there is room, for series of points.
        public var name: String?

        public init(
            _ x: Double,
            _ y: Double,
            interval: ConfidenceInterval? = nil,
            name: String? = nil
        ) {
            self.x = x
            self.y = y
            self.interval = interval
            self.name = name
        }
    }

    public struct Series: Hashable, Sendable {
        public enum Style: Hashable, Sendable { case lines, points }

        /// For the legend; empty to be left out of it.
        public var name: String
        public var style: Style
        public var points: [Point]

        public init(_ name: String, style: Style = .lines, points: [Point]) {
            self.name = name
            self.style = style
            self.points = points
        }
    }

    public var title: String
    public var x: Axis
    public var y: Axis
    public var series: [Series]

    public init(title: String = "", x: Axis, y: Axis, series: [Series]) {
        self.title = title
        self.x = x
        self.y = y
        self.series = series
    }

    /// The series with only those points that have a place on the axes.
    var drawableSeries: [Series] {
        series.map { series in
            var series = series
            series.points = series.points.compactMap { point in
                guard x.scale.holds(point.x), y.scale.holds(point.y) else { return nil }
                var point = point
                if let bar = point.interval, !y.scale.holds(bar.lower) || !y.scale.holds(bar.upper)
                {
                    point.interval = nil
                }
                return point
            }
            return series
        }
    }
}

extension Chart.Scale {
    /// The limit keeps sums and differences of drawn values finite.
    func holds(_ value: Double) -> Bool {
        guard value.magnitude < 1e300 else { return false }
        return self == .linear || value > 1e-300
    }
}

extension [Chart.Series] {
    var xValues: [Double] { flatMap { $0.points.map(\.x) } }

    /// With the ends of error bars.
    var yValues: [Double] {
        flatMap { series in
            series.points.flatMap { point in
                [point.y] + (point.interval.map { [$0.lower, $0.upper] } ?? [])
            }
        }
    }
}
