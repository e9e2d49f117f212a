extension Chart {
    /// The course of a figure in one line of at most `width` blocks, lowest to highest. More values
    /// than that are averaged in groups; a gap stands where a group has no finite value.
    public static func sparkline(
        _ values: [Double],
        width: Int,
        isASCII: Bool = false
    ) -> String {
        guard width > 0, !values.isEmpty else { return "" }
        let count = min(width, values.count)
        let groups = (0..<count).map { place -> Double? in
            // Products of large counts could overflow; quotients cannot.
            let bounds = [place, place + 1].map {
                $0 * (values.count / count) + $0 * (values.count % count) / count
            }
            let group = values[bounds[0]..<bounds[1]].filter(Scale.linear.holds)
            guard !group.isEmpty else { return nil }
            return group.reduce(0) { $0 + $1 / Double(group.count) }
        }
        let known = groups.compactMap(\.self)
        guard let low = known.min(), let high = known.max() else {
            return String(repeating: " ", count: count)
        }
        let blocks = Array(isASCII ? "_.-:=+*#" : "▁▂▃▄▅▆▇█")
        return String(
            groups.map { value -> Character in
                guard let value else { return " " }
                guard high > low else { return blocks[blocks.count / 2 - 1] }
                let height = (value - low) / (high - low) * Double(blocks.count)
                return blocks[min(blocks.count - 1, Int(height))]
            }
        )
    }
}
