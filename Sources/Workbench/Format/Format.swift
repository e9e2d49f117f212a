public import PodiumCore

/// How figures are written on the screen: short, and never more exact than they are.
public enum Format {
    /// `950`, `1.2k`, `34k`, `5.6M`
    public static func tokens(_ count: Int) -> String {
        switch count {
        case ..<1_000: "\(count)"
        case ..<10_000: "\(oneDecimal(Double(count) / 1_000))k"
        case ..<1_000_000: "\(count / 1_000)k"
        default: "\(oneDecimal(Double(count) / 1_000_000))M"
        }
    }

    /// `950 B`, `1.2 kB`, `34 kB`, `5.6 MB`
    static func bytes(_ count: Int) -> String {
        switch count {
        case ..<1_000: "\(count) B"
        case ..<10_000: "\(oneDecimal(Double(count) / 1_000)) kB"
        case ..<1_000_000: "\(count / 1_000) kB"
        default: "\(oneDecimal(Double(count) / 1_000_000)) MB"
        }
    }

    /// `3,412`
    static func grouped(_ count: Int) -> String {
        let digits = Array("\(count)")
        return digits.indices.map { index in
            let isBreak = index > 0 && (digits.count - index) % 3 == 0
            return (isBreak ? "," : "") + String(digits[index])
        }
        .joined()
    }

    /// `$0.0132`, `0.42 u` (nominal units, which are no money), `$0.02 + 3.1 u`, `$?` when a price is
    /// unknown, `~` before an estimate.
    public static func cost(_ cost: Cost, isEstimate: Bool = false) -> String {
        var parts: [String] = []
        if cost.picodollars != 0 { parts.append("$\(money(cost.usd))") }
        if cost.nominal != 0 { parts.append("\(units(cost.nominalUnits)) u") }
        if cost.hasUnknown { parts.append("$?") }
        if parts.isEmpty { parts.append("$0") }
        return (isEstimate ? "~" : "") + parts.joined(separator: " + ")
    }

    /// Four significant digits below a dollar, cents above.
    public static func money(_ dollars: Double) -> String {
        switch abs(dollars) {
        case 1...: decimals(dollars, 2)
        case 0.01..<1: decimals(dollars, 4)
        case 0: "0"
        default: decimals(dollars, 6)
        }
    }

    /// Picounits a token as units per million tokens: `0.25`, `15`.
    static func perMillion(_ picounits: Int64) -> String {
        let price = Double(picounits) / 1e6
        let text = decimals(price, price < 0.1 ? 4 : 2)
        guard text.contains(".") else { return text }
        let short = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
        return String(short.reversed())
    }

    static func units(_ units: Double) -> String {
        switch abs(units) {
        case ..<0.1: decimals(units, 4)
        case ..<1: decimals(units, 3)
        case ..<10: decimals(units, 2)
        default: decimals(units, 0)
        }
    }

    /// `0.8s`, `12s`, `3m05s`, `2h10m`
    public static func duration(_ duration: Duration) -> String {
        let seconds = max(0, duration.inSeconds)
        switch seconds {
        case ..<9.95: return "\(oneDecimal(seconds))s"
        case ..<60: return "\(Int(seconds.rounded(.down)))s"
        case ..<3_600:
            let whole = Int(seconds)
            return "\(whole / 60)m\(two(whole % 60))s"
        default:
            let minutes = Int(min(seconds, 3.6e9)) / 60
            return "\(minutes / 60)h\(two(minutes % 60))m"
        }
    }

    /// `5s`, `3m05s`: what goes on, and is not looked at for its parts of a second.
    static func wholeSeconds(_ duration: Duration) -> String {
        let seconds = max(0, duration.inSeconds)
        return seconds < 60 ? "\(Int(seconds))s" : self.duration(duration)
    }

    /// How long ago: `now`, `5m`, `3h`, `12d`, `40w`.
    static func age(_ duration: Duration) -> String {
        switch duration.inSeconds {
        case ..<60: "now"
        case let seconds where seconds < 3_600: "\(Int(seconds / 60))m"
        case let seconds where seconds < 86_400: "\(Int(seconds / 3_600))h"
        case let seconds where seconds < 86_400 * 70: "\(Int(seconds / 86_400))d"
        case let seconds: "\(Int(min(seconds, 1e12) / (86_400 * 7)))w"
        }
    }

    /// `00:07`, `1:02:03`
    public static func clock(_ duration: Duration) -> String {
        let seconds = Int(min(max(0, duration.inSeconds), 3.6e9))
        let minutes = "\(two(seconds / 60 % 60)):\(two(seconds % 60))"
        return seconds >= 3_600 ? "\(seconds / 3_600):\(minutes)" : minutes
    }

    static func oneDecimal(_ value: Double) -> String { decimals(value, 1) }

    static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

    static func decimals(_ value: Double, _ count: Int) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return "∞" }
        var scale = 1.0
        for _ in 0..<count { scale *= 10 }
        let scaled = Int64((abs(value) * scale).rounded())
        let whole = scaled / Int64(scale)
        let sign = value < 0 && scaled != 0 ? "-" : ""
        guard count > 0 else { return "\(sign)\(whole)" }
        let fraction = String(scaled % Int64(scale))
        return "\(sign)\(whole).\(String(repeating: "0", count: count - fraction.count))\(fraction)"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// The beginning of a text, in whole characters.
    ///
    /// - Parameter longest: as many characters as it has at most; nil for all of it.
    static func beginning(of text: String, _ longest: Int?) -> String {
        longest.map { String(text.prefix($0)) } ?? text
    }

    /// Runs of space, line breaks included, become one space: for titles and lists.
    public static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
