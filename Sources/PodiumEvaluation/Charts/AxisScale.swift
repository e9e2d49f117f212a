internal import Foundation

/// Where values lie along an axis, and which of them are marked.
///
/// The marks are 1, 2 or 5 times a power of ten apart and the axis starts and ends on one, as
/// in Heckbert, "Nice Numbers for Graph Labels", Graphics Gems (1990).
struct AxisScale {
    struct Tick {
        /// From 0 at the start of the axis to 1 at its end.
        var position: Double
        var label: String
    }

    private(set) var ticks: [Tick] = []
    private let scale: Chart.Scale
    /// Logarithms on a logarithmic axis.
    private let lower: Double
    private let upper: Double

    /// - Parameters:
    ///   - values: those that the scale holds.
    ///   - count: about how many marks there is room for.
    init(_ scale: Chart.Scale, _ values: [Double], ticks count: Int) {
        self.scale = scale
        switch scale {
        case .linear:
            let (low, high) = Self.range(values)
            let step = Self.niceStep((high - low) / Double(max(1, count - 1)))
            // Rounding must not put a bound one step further out.
            let first = (low / step + 1e-6).rounded(.down)
            let last = max(first + 1, (high / step - 1e-6).rounded(.up))
            (lower, upper) = (first * step, last * step)
            let marks = (0...Int(last - first)).map { (first + Double($0)) * step }
            let labels = TickLabels(step: step, largest: max(lower.magnitude, upper.magnitude))
            ticks = marks.map { Tick(position: position($0), label: labels.label($0)) }
        case .logarithmic:
            let (first, last) = LogMark.bounds(values)
            (lower, upper) = (first.logarithm, last.logarithm)
            ticks = LogMark.chosen(from: first, to: last, count: count).map {
                Tick(position: ($0.logarithm - lower) / (upper - lower), label: $0.label)
            }
        }
    }

    /// From 0 at the start of the axis to 1 at its end.
    func position(_ value: Double) -> Double {
        let measure = scale == .linear ? value : log10(value)
        return min(1, max(0, (measure - lower) / (upper - lower)))
    }

    /// The values' range, widened where it would be too small to divide.
    private static func range(_ values: [Double]) -> (Double, Double) {
        guard let low = values.min(), let high = values.max() else { return (0, 1) }
        let magnitude = max(low.magnitude, high.magnitude)
        guard high - low <= max(magnitude * 1e-9, 1e-280) else { return (low, high) }
        let margin = magnitude > 1e-270 ? magnitude * 0.1 : 1
        return (low - margin, high + margin)
    }

    /// The next of 1, 2 or 5 times a power of ten; a little less than asked will do.
    private static func niceStep(_ step: Double) -> Double {
        let power = pow(10, log10(step).rounded(.down))
        let multiple = [1, 2, 5].first { $0 * power >= step * 0.8 } ?? 10.0
        return multiple * power
    }
}

/// How the marks of one linear axis are written: all with the same unit and decimals.
private struct TickLabels {
    private let divisor: Double
    private let suffix: String
    private let decimals: Int

    init(step: Double, largest: Double) {
        switch largest {
        case 1e12..<1e15: (divisor, suffix) = (1e12, "T")
        case 1e9..<1e12: (divisor, suffix) = (1e9, "G")
        case 1e6..<1e9: (divisor, suffix) = (1e6, "M")
        case 1e4..<1e6: (divisor, suffix) = (1e3, "k")
        case 1e-3..<1e4: (divisor, suffix) = (1, "")
        default:
            let exponent = log10(largest).rounded(.down)
            (divisor, suffix) = (pow(10, exponent), "e\(Int(exponent))")
        }
        decimals = Int(max(0, -(log10(step / divisor) + 1e-9).rounded(.down)))
    }

    func label(_ value: Double) -> String {
        let text = (value / divisor).fixed(decimals)
        return value == 0 ? "0" : text + suffix
    }
}

/// One of 1, 2 and 5 times a power of ten.
private struct LogMark {
    let index: Int

    private var digit: Int { [1, 2, 5][index - exponent * 3] }
    private var exponent: Int { Int((Double(index) / 3).rounded(.down)) }
    var logarithm: Double { Double(exponent) + log10(Double(digit)) }

    var label: String {
        switch exponent {
        case -4...2: (Double(digit) * pow(10, Double(exponent))).fixed(max(0, -exponent))
        case 3..<15:
            "\(digit)" + String(repeating: "0", count: exponent % 3)
                + ["k", "M", "G", "T"][exponent / 3 - 1]
        default: "\(digit)e\(exponent)"
        }
    }

    /// The last mark at or below all values and the first at or above them.
    static func bounds(_ values: [Double]) -> (LogMark, LogMark) {
        let logarithms = values.map(log10)
        guard let low = logarithms.min(), let high = logarithms.max() else {
            return (LogMark(index: 0), LogMark(index: 3))
        }
        var first = LogMark(index: Int(low.rounded(.down)) * 3)
        while LogMark(index: first.index + 1).logarithm <= low + 1e-9 {
            first = LogMark(index: first.index + 1)
        }
        var last = LogMark(index: Int(high.rounded(.up)) * 3)
        while LogMark(index: last.index - 1).logarithm >= high - 1e-9 {
            last = LogMark(index: last.index - 1)
        }
        if first.index == last.index {
            (first, last) = (LogMark(index: first.index - 1), LogMark(index: last.index + 1))
        }
        return (first, last)
    }

    /// All marks where there is room, else powers of ten, else some of those.
    static func chosen(from first: LogMark, to last: LogMark, count: Int) -> [LogMark] {
        let marks = (first.index...last.index).map(LogMark.init)
        let powers = marks.filter { $0.digit == 1 }
        guard marks.count > max(2, count), powers.count > 1 else { return marks }
        let stride = (powers.count - 1) / max(1, count) + 1
        return powers.filter { ($0.exponent - powers[0].exponent) % stride == 0 }
    }
}
