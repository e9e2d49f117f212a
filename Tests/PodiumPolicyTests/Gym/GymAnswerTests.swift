import PodiumCore
import PodiumSpecialists
import Testing

@testable import PodiumPolicy

/// Reference answers found again by another route.
@Suite struct GymAnswerTests {
    private func each(_ family: ProblemFamily, _ body: (Problem) -> Void) {
        for seed in UInt64(1)...100 {
            for level in ProblemFamily.difficulties {
                body(family.problem(difficulty: level, seed: seed))
            }
        }
    }

    @Test func `weekdays agree with Zeller's congruence`() {
        for number in stride(from: 620_000, to: 770_000, by: 37) {
            let date = CivilDate(number: number)
            let month = date.month < 3 ? date.month + 12 : date.month
            let year = date.month < 3 ? date.year - 1 : date.year
            let (century, rest) = (year / 100, year % 100)
            let index =
                (date.day + 13 * (month + 1) / 5 + rest + rest / 4 + century / 4 + 5 * century) % 7
            // Zeller counts from Saturday.
            #expect(date.weekday == CivilDate.weekdays[(index + 5) % 7], "\(date.text)")
            #expect(date.number == number)
        }
    }

    @Test func `the days of the calendar follow each other`() {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var (year, month, day) = (1699, 12, 31)
        for number in CivilDate(number: 0).adding(620_549).number...770_000 {
            let date = CivilDate(number: number)
            if number == 620_549 { (year, month, day) = (date.year, date.month, date.day) }
            guard date.year == year, date.month == month, date.day == day else {
                Issue.record("\(date.text) is not \(day).\(month).\(year)")
                return
            }
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            day += 1
            if day > lengths[month - 1] + (isLeap && month == 2 ? 1 : 0) {
                (day, month) = (1, month + 1)
            }
            if month > 12 { (month, year) = (1, year + 1) }
        }
        #expect(CivilDate(year: 2023, month: 2, day: 29) == nil)
        #expect(CivilDate(year: 2024, month: 2, day: 29)?.text == "29 February 2024")
    }

    @Test func `arithmetic agrees with the reckoner`() {
        each(.arithmetic) { problem in
            var random = SeededGenerator(seed: 1)
            let request = StepRequest(
                question: problem.question,
                seen: [],
                subtask: problem.question
            )
            let reply = Reckoner().work(on: request, random: &random)
            guard case .answered(let answer) = reply.outcome else {
                Issue.record("\(problem.question) is not understood")
                return
            }
            #expect(problem.isCorrect(answer), "\(problem.question) → \(answer)")
        }
    }

    @Test func `letters and numerals agree with the linguist`() {
        for family in [ProblemFamily.counting, .roman, .wordOrder] {
            each(family) { problem in
                var random = SeededGenerator(seed: 1)
                let request = StepRequest(
                    question: problem.question,
                    seen: [],
                    subtask: problem.question
                )
                let reply = Linguist().work(on: request, random: &random)
                guard case .answered(let answer) = reply.outcome else {
                    Issue.record("\(problem.question) is not understood")
                    return
                }
                #expect(problem.isCorrect(answer), "\(problem.question) → \(answer)")
            }
        }
    }

    @Test func `remainders of powers agree with multiplying one by one`() {
        for seed in UInt64(1)...300 {
            var random = SeededGenerator(seed: seed)
            let (base, exponent) = (random.int(0...5_000), random.int(0...300))
            let modulus = random.int(2...5_000)
            var slow = 1
            for _ in 0..<exponent { slow = slow * base % modulus }
            #expect(Numbers.power(base, exponent, modulo: modulus) == slow)
        }
    }

    @Test func `systems have one solution, and it fits`() {
        for seed in UInt64(1)...300 {
            var random = SeededGenerator(seed: seed)
            let level = random.int(1...5)
            let system = LinearSystem.random(level: level, &random)
            #expect(Set(system.equations).count == system.names.count, "\(system.equations)")
            for equation in system.equations {
                #expect(residue(of: equation, system) == 0, "\(equation)")
            }
        }
    }

    /// What the left side of an equation exceeds its right side by.
    private func residue(of equation: String, _ system: LinearSystem) -> Int {
        let sides = equation.replacing(" - ", with: " +-").replacing("=", with: "+=")
            .split(separator: "+")
        return sides.reduce(0) { sum, term in
            let text = term.filter { !$0.isWhitespace }
            if text.hasPrefix("=") { return sum - (Int(text.dropFirst()) ?? 99_999) }
            guard let name = text.last, let index = system.names.firstIndex(of: String(name)) else {
                return sum + 99_999
            }
            let factor = text.dropLast()
            let value = factor.isEmpty ? 1 : factor == "-" ? -1 : Int(factor) ?? 99_999
            return sum + value * system.values[index]
        }
    }

    @Test func `islanders can be told apart in just one way`() {
        for seed in UInt64(1)...200 {
            var random = SeededGenerator(seed: seed)
            let puzzle = KnightsPuzzle.random(level: random.int(1...5), &random)
            #expect(puzzle.solutions == 1)
            #expect(
                zip(puzzle.truths, puzzle.statements).allSatisfy { $1.holds(puzzle.truths) == $0 }
            )
        }
    }

    @Test func `a fraction that would overflow is none`() {
        let large = Fraction(.max)
        for sign in "+*" { #expect(Fraction.combine(sign, large, large) == nil) }
        #expect(Fraction.combine("-", Fraction(-.max), large) == nil)
        #expect(Fraction.combine("/", large, Fraction(0)) == nil)
        #expect(Fraction(1, over: .min) == nil && Fraction(.min, over: 1) == nil)
        #expect(Fraction(6, over: -4)?.text == "-3/2")
    }
}
