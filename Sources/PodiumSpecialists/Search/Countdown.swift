import PodiumCore

/// Make a target from given numbers with the four operations.
struct Countdown: SearchProblem {
    var numbers: [Int]
    var target: Int
    var operations: [ArithmeticSign]
    var use: Use

    /// How many of the numbers are to be used.
    enum Use: Hashable, Sendable {
        case all
        case any
        /// It is not said: all of them if it can be found, else some, which is told.
        case preferablyAll
    }

    private var usesAll: Bool { use == .all }

    /// The most combinations of two numbers that one search tries.
    static let stepLimit = 40_000

    var statement: String {
        let list = numbers.map(String.init).joined(separator: ", ")
        return "I look for an expression from \(list) that makes \(target)."
    }

    func search(random: inout SeededGenerator) -> Attempt {
        if use == .preferablyAll {
            let strict = Countdown(
                numbers: numbers,
                target: target,
                operations: operations,
                use: .all
            )
            let attempt = strict.search(random: &random)
            if attempt.solution != nil { return attempt }
        }
        if !usesAll, numbers.contains(target) { return solved(.number(target), steps: 0) }
        var steps = 0
        while steps < Self.stepLimit {
            // Fractions on the way are rarely needed, and widen the search.
            let allowsFractions = Int.random(in: 0..<3, using: &random) == 0
            if let found = descent(allowsFractions, &steps, &random) {
                return solved(found, steps: steps)
            }
        }
        return .unlucky("an expression that makes \(target)", steps: Self.stepLimit)
    }

    private func solved(_ tree: CountdownTree, steps: Int) -> Attempt {
        let text = tree.description
        guard judge(text) == .right else { return .notUnderstood }
        let unused = unused(in: text)
        let remark = unused.isEmpty ? [] : [remark(on: unused)]
        return .solved(
            Solution(
                working: [statement, "Found after \(steps) steps."] + remark
                    + ["\(text) = \(target)"],
                answer: text
            )
        )
    }

    private func remark(on unused: [Int]) -> String {
        let list = unused.map(String.init).joined(separator: ", ")
        return use == .any
            ? "It leaves \(list) unused."
            : "I found none that uses all; this leaves \(list) unused."
    }

    private func unused(in text: String) -> [Int] {
        var left = numbers
        for number in CountdownExpression(text)?.numbers ?? [] {
            if let index = left.firstIndex(of: number) { left.remove(at: index) }
        }
        return left
    }

    private struct Part {
        var value: SmallFraction
        var tree: CountdownTree
    }

    /// Joins two numbers at random until one is left.
    private func descent(
        _ allowsFractions: Bool,
        _ steps: inout Int,
        _ random: inout SeededGenerator
    ) -> CountdownTree? {
        var parts = numbers.map { Part(value: SmallFraction($0), tree: .number($0)) }
        let wanted = SmallFraction(target)
        while parts.count > 1, steps < Self.stepLimit {
            if parts.count == 2 { return ending(parts[0], parts[1], &steps) }
            steps += 1
            let left = parts.remove(at: Int.random(in: 0..<parts.count, using: &random))
            let right = parts.remove(at: Int.random(in: 0..<parts.count, using: &random))
            let sign = operations[Int.random(in: 0..<operations.count, using: &random)]
            guard let value = sign.apply(left.value, right.value),
                allowsFractions || value.denominator == 1
            else { return nil }
            let joined = Part(value: value, tree: .joined(left.tree, sign, right.tree))
            if value == wanted, parts.isEmpty || !usesAll { return joined.tree }
            parts.append(joined)
        }
        return nil
    }

    /// Of the last two numbers every join is tried.
    private func ending(_ left: Part, _ right: Part, _ steps: inout Int) -> CountdownTree? {
        for (first, second) in [(left, right), (right, left)] {
            for sign in operations {
                steps += 1
                if sign.apply(first.value, second.value) == SmallFraction(target) {
                    return .joined(first.tree, sign, second.tree)
                }
            }
        }
        return nil
    }

    func judge(_ answer: String) -> Judgement {
        guard let expression = CountdownExpression(answer) else { return .unknown }
        var left = numbers
        for number in expression.numbers {
            guard let index = left.firstIndex(of: number) else {
                return .wrong("\(number) is not given, or not so often")
            }
            left.remove(at: index)
        }
        if usesAll, let unused = left.first { return .wrong("\(unused) is not used") }
        guard expression.signs.isSubset(of: operations) else {
            return .wrong("it uses an operation that is not allowed")
        }
        guard expression.value == SmallFraction(target) else {
            let value = expression.value?.description ?? "no number"
            return .wrong("\(answer) makes \(value), not \(target)")
        }
        return .right
    }
}

enum ArithmeticSign: String, Hashable, Sendable, CaseIterable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"

    func apply(_ left: SmallFraction, _ right: SmallFraction) -> SmallFraction? {
        switch self {
        case .add: left.adding(right)
        case .subtract: left.adding(right, sign: -1)
        case .multiply: left.multiplied(by: right)
        case .divide: left.divided(by: right)
        }
    }
}

/// An expression in the making.
indirect enum CountdownTree: Hashable, Sendable, CustomStringConvertible {
    case number(Int)
    case joined(CountdownTree, ArithmeticSign, CountdownTree)

    var description: String {
        switch self {
        case .number(let value): value < 0 ? "(\(value))" : "\(value)"
        case .joined(let left, let sign, let right):
            "\(left.grouped(sign, isRight: false)) \(sign.rawValue)"
                + " \(right.grouped(sign, isRight: true))"
        }
    }

    private func grouped(_ outer: ArithmeticSign, isRight: Bool) -> String {
        guard case .joined(_, let sign, _) = self else { return description }
        let isSum = sign == .add || sign == .subtract
        let needsBrackets =
            switch outer {
            case .add: false
            case .subtract: isRight && isSum
            case .multiply: isSum || isRight && sign == .divide
            case .divide: isSum || isRight
            }
        return needsBrackets ? "(\(description))" : description
    }
}
