import PodiumCore

/// How a search goes about it, and how much it may try.
struct Effort: Sendable {
    enum Order: Sendable {
        /// Depth-first in the order given: complete, but caught for long behind a bad beginning.
        case systematic
        /// From random beginnings, again and again: it proves nothing, and is caught nowhere.
        case random(SeededGenerator)
    }

    let limit: Int
    var order: Order
    private(set) var steps = 0
    /// Whether a step was refused.
    private(set) var isUsedUp = false

    /// Takes one step more. False when there is none left.
    mutating func spend() -> Bool {
        isUsedUp = steps >= limit
        if !isUsedUp { steps += 1 }
        return !isUsedUp
    }

    /// What one depth-first search finds, or one of many descents from random beginnings.
    mutating func find<Found>(
        _ what: String,
        depthFirst: (inout Effort) -> Found?,
        descent: (inout Effort, inout SeededGenerator) -> Found?
    ) throws(Unsolved) -> Found {
        switch order {
        case .systematic:
            if let found = depthFirst(&self) { return found }
            if !isUsedUp { throw Unsolved("find \(what), because there is none", isProved: true) }
        case .random(var random):
            while !isUsedUp {
                let before = steps
                if let found = descent(&self, &random) { return found }
                // Even a descent that ends at once takes a step, so that there is an end.
                if steps == before { _ = spend() }
            }
        }
        throw Unsolved("find \(what) within \(limit) steps")
    }

    func solution(_ answer: String) -> Solution {
        Solution(answer, ["Found after \(steps) steps."])
    }
}

/// Numbers of which each may be used once, to make a target.
protocol NumberPuzzle: Hashable, Sendable {
    var numbers: [Int] { get }
    var target: Int { get }
}

extension NumberPuzzle {
    var hasNegatives: Bool { numbers.contains { $0 < 0 } }

    /// The part before `= target`; nil when something else is claimed.
    func claim(in answer: String) -> Substring? {
        let sides = answer.split(separator: "=", omittingEmptySubsequences: false)
        guard answer.utf8.count <= 2_000, sides.count <= 2 else { return nil }
        return sides.count == 1 || Int(sides[1].evenlySpaced) == target ? sides[0] : nil
    }

    /// What is wrong when these numbers are used and that comes of them.
    func objection(toUsing used: [Int], making value: some BinaryInteger) -> String? {
        for number in used {
            let times = used.count { $0 == number }
            let given = numbers.count { $0 == number }
            if given == 0 { return "it uses \(number), which is not given" }
            let often = times == 2 ? "twice" : "\(times) times"
            if times > given { return "it uses \(number) \(often)" }
        }
        return value == target ? nil : "it makes \(value), not \(target)"
    }

    /// A number as a part of an expression.
    func text(_ number: Int) -> String { number < 0 ? "(\(number))" : "\(number)" }
}
