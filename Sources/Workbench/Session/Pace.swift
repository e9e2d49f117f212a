import PodiumCore

/// How much text has come, second by second: what a sparkline shows of an agent at work.
struct Pace: Hashable, Sendable {
    /// Bytes of each second, the last one first to be filled.
    private var seconds: [Int] = []
    /// The second of the last entry, since 1970.
    private var last: Int64 = 0

    /// More are never shown.
    private static let kept = 60

    mutating func add(_ bytes: Int, at time: Timestamp) {
        let second = time.microseconds / 1_000_000
        if seconds.isEmpty { last = second }
        let gap = min(Int64(Self.kept), max(0, second - last))
        for _ in 0..<gap { seconds.append(0) }
        last = max(last, second)
        if seconds.isEmpty { seconds = [0] }
        seconds[seconds.count - 1] += bytes
        if seconds.count > Self.kept { seconds.removeFirst(seconds.count - Self.kept) }
    }

    /// The last seconds before a time, at most so many, as a row of bars: the highest is the most that
    /// came in one of them, and a second of silence is the lowest.
    func sparkline(columns: Int, now: Timestamp, unicode: Bool) -> String {
        // The present second is not over: it would always look like a fall.
        let present = now.microseconds / 1_000_000
        let silent = Int(min(Int64(columns), max(0, present - 1 - last)))
        let whole = present > last ? seconds[...] : seconds.dropLast()
        let shown = (whole + Array(repeating: 0, count: silent)).suffix(columns)
        guard let most = shown.max(), most > 0 else { return "" }
        let bars = Array(unicode ? "▁▂▃▄▅▆▇█" : "_.-=+*#@")
        return String(
            shown.map { bytes in
                bytes == 0 ? bars[0] : bars[1 + bytes * (bars.count - 2) / most]
            }
        )
    }
}
