import PodiumCore

import Testing

@testable import PodiumPolicy

/// What every family of the gym must hold.
@Suite struct GymTests {
    private static let seeds = UInt64(1)...200

    private func problems(_ family: ProblemFamily, seeds: ClosedRange<UInt64> = Self.seeds)
        -> [Problem]
    {
        seeds.flatMap { seed in
            ProblemFamily.difficulties.map { family.problem(difficulty: $0, seed: seed) }
        }
    }

    @Test func `names are unique and every family is either single or composed`() {
        #expect(Set(ProblemFamily.all.map(\.name)).count == ProblemFamily.all.count)
        #expect(ProblemFamily.singles.allSatisfy { !$0.isComposed })
        #expect(ProblemFamily.composed.allSatisfy { $0.isComposed })
        #expect(ProblemFamily.singles.count >= 12 && ProblemFamily.composed.count >= 8)
        #expect(ProblemFamily.family(named: "weekday")?.name == "weekday")
    }

    @Test(arguments: ProblemFamily.all)
    func `the reference answer is right, an altered one is wrong, and none is in the question`(
        _ family: ProblemFamily
    ) {
        var givenAway = 0
        for problem in problems(family) {
            let label = "\(problem.question) → \(problem.expected)"
            #expect(problem.isCorrect(problem.expected), "\(label)")
            #expect(problem.isCorrect(" " + problem.expected.lowercased() + "\n"), "\(label)")
            for altered in alterations(of: problem.expected) {
                #expect(!problem.isCorrect(altered), "\(label), but not \(altered)")
            }
            let drawn = Drawn(problem.question, problem.expected, problem.grader)
            if drawn.isGivenAway { givenAway += 1 }
        }
        #expect(givenAway == 0)
    }

    /// Answers that are close and wrong.
    private func alterations(of expected: String) -> [String] {
        var all = ["", "I cannot say", "I cannot answer this: \(expected)?!"]
        if !["yes", "no"].contains(expected) { all.append("\(expected) \(expected) 8713") }
        if let digit = expected.lastIndex(where: \.isNumber) {
            let next = (expected[digit].wholeNumberValue ?? 0) == 3 ? "2" : "3"
            all.append(expected.replacingCharacters(digit, with: next))
        }
        switch expected.lowercased() {
        case "yes": all.append("no")
        case "no": all.append("yes")
        default: break
        }
        let swapped = expected.replacingOccurrence("knight", by: "knave")
        if swapped != expected { all.append(swapped) }
        return all
    }

    @Test(arguments: ProblemFamily.all)
    func `the same seed draws the same problem and other seeds draw others`(
        _ family: ProblemFamily
    ) {
        let first = problems(family, seeds: 1...40)
        #expect(first == problems(family, seeds: 1...40))
        #expect(Set(first.map(\.question)).count > 100, "\(family.name)")
    }

    @Test(arguments: ProblemFamily.all)
    func `harder problems are longer or have greater answers`(_ family: ProblemFamily) {
        func size(_ difficulty: Int) -> Int {
            Self.seeds.reduce(0) { sum, seed in
                let problem = family.problem(difficulty: difficulty, seed: seed)
                return sum + problem.question.count + problem.expected.count
            }
        }
        #expect(size(5) > size(1), "\(family.name)")
    }

    @Test(arguments: ProblemFamily.all)
    func `a problem has several phrasings`(_ family: ProblemFamily) {
        let shapes = problems(family).map { problem in
            let words = problem.question.filter { !$0.isNumber }.split(separator: " ")
            return (words.prefix(3) + words.suffix(3)).joined(separator: " ")
        }
        #expect(Set(shapes).count >= 3, "\(family.name)")
    }

    @Test func `difficulties outside their range are taken for the nearest`() {
        let family = ProblemFamily.arithmetic
        #expect(family.problem(difficulty: -4, seed: 1) == family.problem(difficulty: 1, seed: 1))
        #expect(family.problem(difficulty: .max, seed: 1) == family.problem(difficulty: 5, seed: 1))
        #expect(family.problem(difficulty: 3, seed: .max).difficulty == 3)
    }

    @Test func `hostile answers are wrong and harmless`() {
        let pieces = [
            "1", "999999999999999999999", "-", "/", "0", "(", ")", "^", "×", "=", "x", "yes", "no",
            "knight", "A", "red", ":", ",", ".", "May", "2024", "31", "02", "hours", "é", "👍🏽",
            "\u{0}",
            "\n", ";", "±", "-9223372036854775808", "9223372036854775807", "or", "<", " ",
        ]
        var random = SeededGenerator(seed: 7)
        let problems = ProblemFamily.all.flatMap { self.problems($0, seeds: 1...2) }
        for _ in 0..<300 {
            let answer = (0..<random.int(0...12)).map { _ in random.pick(pieces) }
                .joined(separator: random.chance() ? " " : "")
            for problem in problems { _ = problem.isCorrect(answer) }
        }
        for piece in pieces {
            let long = String(repeating: piece, count: 100_000)
            let deep = String(repeating: piece, count: 900)
            for problem in problems {
                #expect(!problem.isCorrect(long))
                _ = problem.isCorrect(deep)
            }
        }
    }
}

extension String {
    fileprivate func replacingCharacters(_ index: Index, with text: String) -> String {
        String(self[..<index]) + text + String(self[self.index(after: index)...])
    }

    /// The first occurrence replaced.
    fileprivate func replacingOccurrence(_ text: String, by other: String) -> String {
        guard let start = indices.first(where: { self[$0...].hasPrefix(text) }) else { return self }
        return String(self[..<start]) + other + String(self[index(start, offsetBy: text.count)...])
    }
}
