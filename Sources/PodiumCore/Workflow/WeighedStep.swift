/// What a conductor weighed before it gave a step to a worker, as it says it in its reasoning.
///
/// ```
/// Step 2 (policy 5c1e9a2f):
///   96 %  right 0.99 ± 0.01  cost 0.0112  linguist
///    4 %  right 0.41 ± 0.02  cost 0.0009  codebreaker
/// ```
///
/// It is part of the conductor's text, so that a session keeps how each worker was weighed.
public struct WeighedStep: Hashable, Sendable {
    public struct Option: Hashable, Sendable {
        public var worker: String
        /// How strongly it was preferred: a share of 1. The one with the largest does the step.
        public var chance: Double
        /// How likely it was expected to be right, and the deviation of that.
        public var right: Double
        public var deviation: Double
        /// What it was expected to cost, in units of its currency.
        public var cost: Double

        public init(
            worker: String,
            chance: Double,
            right: Double,
            deviation: Double,
            cost: Double
        ) {
            self.worker = worker
            self.chance = chance
            self.right = right
            self.deviation = deviation
            self.cost = cost
        }
    }

    /// From 1.
    public var number: Int
    /// Who weighed: `policy 5c1e9a2f`.
    public var author: String
    /// The likeliest first.
    public var options: [Option]

    public init(number: Int, author: String, options: [Option]) {
        self.number = number
        self.author = author
        self.options = options
    }

    // MARK: As text

    private static let columns = ["%", "right", "±", "cost"]

    public var text: String {
        let lines = options.map { option in
            let share = Self.fixed(option.chance * 100, places: 0)
            let padding = String(repeating: " ", count: max(0, 3 - share.count))
            return "  \(padding)\(share) %  right \(Self.fixed(option.right, places: 2)) ± "
                + "\(Self.fixed(option.deviation, places: 2))  cost "
                + "\(Self.fixed(option.cost, places: 5))  \(option.worker)"
        }
        return (["Step \(number) (\(author)):"] + lines).joined(separator: "\n")
    }

    /// All that a conductor's text tells, by step; of a step told twice the later one counts.
    public static func all(in text: String) -> [Int: WeighedStep] {
        var found: [Int: WeighedStep] = [:]
        var current: WeighedStep?
        for line in text.split(whereSeparator: \.isNewline) {
            if let option = option(line) {
                current?.options.append(option)
                continue
            }
            if let done = current, !done.options.isEmpty { found[done.number] = done }
            current = heading(line)
        }
        if let done = current, !done.options.isEmpty { found[done.number] = done }
        return found
    }

    private static func heading(_ line: Substring) -> WeighedStep? {
        guard line.hasPrefix("Step "), line.hasSuffix("):"), let open = line.firstIndex(of: "("),
            let number = Int(line[..<open].dropFirst(5).trimmingSuffix(while: \.isWhitespace)),
            number > 0
        else { return nil }
        let author = line[line.index(after: open)...].dropLast(2)
        return WeighedStep(number: number, author: String(author), options: [])
    }

    private static func option(_ line: Substring) -> Option? {
        let parts = line.split(separator: " ", maxSplits: 7)
        guard parts.count == 8, parts[1] == columns[0], parts[2] == columns[1],
            parts[4] == columns[2], parts[6] == columns[3], let share = number(parts[0]),
            let right = number(parts[3]), let deviation = number(parts[5]), share <= 100,
            right <= 1, deviation <= 100
        else { return nil }
        let rest = parts[7].split(separator: " ", maxSplits: 1)
        guard rest.count == 2, let cost = number(rest[0]), cost <= 1e9 else { return nil }
        return Option(
            worker: String(rest[1].drop(while: \.isWhitespace)),
            chance: share / 100,
            right: right,
            deviation: deviation,
            cost: cost
        )
    }

    private static func number(_ text: Substring) -> Double? {
        guard let number = Double(text), number.isFinite, number >= 0 else { return nil }
        return number
    }

    /// With so many places, rounded half up.
    private static func fixed(_ value: Double, places: Int) -> String {
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        let bounded = min(max(value.isFinite ? value : 0, 0), 1e9)
        let units = Int((bounded * scale).rounded())
        guard places > 0 else { return "\(units)" }
        let rest = "\(units % Int(scale))"
        return "\(units / Int(scale)).\(String(repeating: "0", count: places - rest.count))\(rest)"
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, predicate(last) { rest = rest.dropLast() }
        return rest
    }
}
