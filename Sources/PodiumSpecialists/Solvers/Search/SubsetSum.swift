import PodiumCore

/// Choose some of the given numbers so that they add up to the target.
struct SubsetSum: NumberPuzzle {
    var numbers: [Int]
    var target: Int

    func solve(_ effort: inout Effort) throws(Unsolved) -> Solution {
        guard numbers.count <= 60 else { throw Unsolved("choose among more than 60 numbers") }
        let chosen = try effort.find(
            "numbers with the sum \(target)",
            depthFirst: { deepen(0, Int128(target), &$0) },
            descent: descend
        )
        return effort.solution(chosen.map { text(numbers[$0]) }.joined(separator: " + "))
    }

    /// Each number in turn is left, and then taken. A step is a number decided on.
    private func deepen(_ place: Int, _ missing: Int128, _ effort: inout Effort) -> [Int]? {
        guard place < numbers.count, missing >= 0 || hasNegatives, effort.spend() else {
            return nil
        }
        if let later = deepen(place + 1, missing, &effort) { return later }
        let rest = missing - Int128(numbers[place])
        return rest == 0 ? [place] : deepen(place + 1, rest, &effort).map { [place] + $0 }
    }

    /// Goes through the numbers in a random order and takes what still fits; where some are
    /// negative, one that does not fit may be taken too. A step is a number looked at.
    private func descend(_ effort: inout Effort, _ random: inout SeededGenerator) -> [Int]? {
        var missing = Int128(target)
        var chosen: [Int] = []
        for place in numbers.indices.shuffled(using: &random) {
            guard effort.spend() else { return nil }
            let rest = missing - Int128(numbers[place])
            let fits = min(0, missing) <= rest && rest <= max(0, missing)
            guard fits || hasNegatives && Bool.random(using: &random) else { continue }
            missing = rest
            chosen.append(place)
            if missing == 0 { return chosen.sorted() }
        }
        return nil
    }

    /// What is wrong with an answer such as `3 + 8 + 13`; nil when it holds.
    func objection(to answer: String) -> String? {
        let parts = claim(in: answer)?.split(separator: "+", omittingEmptySubsequences: false)
        let used = parts?.compactMap { part in
            let text = part.evenlySpaced
            let isWrapped = text.hasPrefix("(") && text.hasSuffix(")")
            return Int(isWrapped ? String(text.dropFirst().dropLast()) : text)
        }
        guard let used, used.count == parts?.count else {
            return "it is no sum of whole numbers that makes \(target)"
        }
        return objection(toUsing: used, making: used.reduce(0) { $0 + Int128($1) })
    }
}
