internal import BigInt
import PodiumCore

/// Make the target from the given numbers, each at most once, by the four operations; a division
/// has to go evenly.
struct Countdown: NumberPuzzle {
    var numbers: [Int]
    var target: Int

    /// An expression in the making; a joined one is in brackets.
    private typealias Part = (value: BigInt, text: String)
    private var parts: [Part] { numbers.map { (BigInt($0), text($0)) } }

    func solve(_ effort: inout Effort) throws(Unsolved) -> Solution {
        if numbers.count > 20 { throw Unsolved("calculate with more than 20 numbers") }
        if numbers.contains(target) { return effort.solution("\(target) = \(target)") }
        let what = "an expression that makes \(target)"
        let (_, found) = try effort.find(what, depthFirst: { deepen(parts, &$0) }, descent: descend)
        let bare = found.hasPrefix("(") ? String(found.dropFirst().dropLast()) : found
        return effort.solution("\(bare) = \(target)")
    }

    /// Nil for a division that does not go evenly.
    private static func apply(_ sign: Character, _ left: BigInt, _ right: BigInt) -> BigInt? {
        switch sign {
        case "+": left + right
        case "-": left - right
        case "*": left * right
        default: right.isZero || !(left % right).isZero ? nil : left / right
        }
    }

    /// All that can be made of two parts; below zero only where that can be of use.
    private func ways(_ one: Part, _ other: Part) -> [Part] {
        let signs = "+-*/".map { (one, $0, other) } + "-/".map { (other, $0, one) }
        return signs.compactMap { left, sign, right in
            let value = Self.apply(sign, left.value, right.value)
            guard let value, value >= 0 || hasNegatives || target < 0 else { return nil }
            return (value, "(\(left.text) \(sign) \(right.text))")
        }
    }

    /// Joins every pair in every way, and goes on with what is left. A step is a pair joined.
    private func deepen(_ parts: [Part], _ effort: inout Effort) -> Part? {
        for left in parts.indices {
            for right in parts.indices.dropFirst(left + 1) {
                let rest = parts.indices.filter { $0 != left && $0 != right }.map { parts[$0] }
                for way in ways(parts[left], parts[right]) {
                    guard effort.spend() else { return nil }
                    if way.value == target { return way }
                    if let found = deepen(rest + [way], &effort) { return found }
                }
            }
        }
        return nil
    }

    /// Looks whether two random parts make the target in any way, else joins them in one, until a
    /// single part is left. A step is a pair looked at.
    private func descend(_ effort: inout Effort, _ random: inout SeededGenerator) -> Part? {
        var parts = parts
        while parts.count > 1, effort.spend() {
            parts.shuffle(using: &random)
            let ways = ways(parts.removeLast(), parts.removeLast())
            if let found = ways.first(where: { $0.value == target }) { return found }
            if let way = ways.randomElement(using: &random) { parts.append(way) }
        }
        return nil
    }

    /// What is wrong with an answer such as `(8 - 4) * 6 = 24`; nil when it holds.
    func objection(to answer: String) -> String? {
        var reader = Reader(rest: (claim(in: answer) ?? "").filter { !$0.isWhitespace }[...])
        guard let value = reader.chain("+-", depth: 0), reader.rest.isEmpty else {
            return "it is no expression of whole numbers that makes \(target)"
        }
        return objection(toUsing: reader.used, making: value)
    }

    /// Reads an expression and calculates it on the way.
    private struct Reader {
        var rest: Substring
        var used: [Int] = []

        mutating func chain(_ signs: String, depth: Int) -> BigInt? {
            var value = part(signs, depth)
            while let sign = rest.first, signs.contains(sign), let left = value {
                rest.removeFirst()
                value = part(signs, depth).flatMap { Countdown.apply(sign, left, $0) }
            }
            return value
        }

        private mutating func part(_ signs: String, _ depth: Int) -> BigInt? {
            if signs == "+-" { return chain("*/", depth: depth) }
            if rest.first == "(" {
                rest.removeFirst()
                let value = depth < 60 ? chain("+-", depth: depth + 1) : nil
                return rest.popFirst() == ")" ? value : nil
            }
            let sign = rest.prefix(1).filter { $0 == "-" }
            let digits = sign + rest.dropFirst(sign.count).prefix { $0.isASCII && $0.isNumber }
            guard let number = Int(digits) else { return nil }
            rest = rest.dropFirst(digits.count)
            used.append(number)
            return BigInt(number)
        }
    }
}
