import PodiumCore
import Testing

@testable import PodiumSpecialists

/// Puzzles made from a hidden truth, and what the logician does beside reading well.
@Suite struct LogicianSkillTests {
    /// A person of the puzzle says something that is true exactly if they are a knight.
    private struct HiddenTruth {
        let names = ["Ann", "Bob", "Cid", "Dan"]
        var isKnight: [Bool] = []
        var sentences: [String] = []
        /// For each assignment of kinds, whether all that is said fits.
        var fits: [([Bool]) -> Bool] = []

        init(seed: UInt64) {
            var random = SeededGenerator(seed: seed)
            let count = Int.random(in: 2...4, using: &random)
            isKnight = (0..<count).map { _ in Bool.random(using: &random) }
            for speaker in 0..<count {
                for _ in 0..<40 {
                    let (text, holds) = statement(by: speaker, of: count, &random)
                    guard holds(isKnight) == isKnight[speaker] else { continue }
                    sentences.append("\(names[speaker]) says: \"\(text).\"")
                    fits.append { holds($0) == $0[speaker] }
                    break
                }
            }
        }

        private func statement(
            by speaker: Int,
            of count: Int,
            _ random: inout SeededGenerator
        ) -> (String, ([Bool]) -> Bool) {
            let one = Int.random(in: 0..<count, using: &random)
            let two = (one + Int.random(in: 1..<count, using: &random)) % count
            let kind = Bool.random(using: &random)
            let word = kind ? "knight" : "knave"
            func name(_ person: Int) -> String { person == speaker ? "I" : names[person] }
            func verb(_ person: Int) -> String { person == speaker ? "am" : "is" }
            switch Int.random(in: 0..<6, using: &random) {
            case 0: return ("\(name(one)) \(verb(one)) a \(word)", { $0[one] == kind })
            case 1:
                let number = Int.random(in: 1...count, using: &random)
                return (
                    "exactly \(number) of us are \(word)s",
                    { kinds in kinds.count { $0 == kind } == number }
                )
            case 2:
                return (
                    "\(name(one)) \(verb(one)) a \(word) or \(name(two)) \(verb(two)) a \(word)",
                    { $0[one] == kind || $0[two] == kind }
                )
            case 3:
                return (
                    "if \(name(one)) \(verb(one)) a knight then \(name(two)) \(verb(two)) a \(word)",
                    { !$0[one] || $0[two] == kind }
                )
            case 4:
                return ("at least one of us is a \(word)", { $0.contains(kind) })
            default:
                return ("\(name(one)) and \(name(two)) are different", { $0[one] != $0[two] })
            }
        }

        var solutions: [[Bool]] {
            (0..<1 << isKnight.count).map { bits in
                isKnight.indices.map { bits & (1 << $0) != 0 }
            }
            .filter { kinds in fits.allSatisfy { $0(kinds) } }
        }
    }

    @Test func `puzzles from a hidden truth are solved, and only when it is determined`() {
        var solved = 0
        for seed in UInt64(1)...300 {
            let truth = HiddenTruth(seed: seed)
            let text =
                "Each of them is a knight or a knave. " + truth.sentences.joined(separator: " ")
                + " Who is what?"
            let answer = ask(Logician(), text)
            let solutions = truth.solutions
            let everyoneSpeaks = truth.sentences.count == truth.isKnight.count
            guard everyoneSpeaks else { continue }
            if solutions.count == 1 {
                let expected = truth.isKnight.enumerated()
                    .map { "\(truth.names[$0]) is a \($1 ? "knight" : "knave")" }
                let given = answer.map { $0.components(", ").sorted() }
                #expect(given == expected, "seed \(seed): \(text)")
                solved += 1
            } else {
                #expect(answer == nil, "seed \(seed): \(text)")
            }
        }
        #expect(solved > 60, "\(solved)")
    }

    @Test func `random orders are found again`() {
        var open = 0
        for seed in UInt64(1)...150 {
            var random = SeededGenerator(seed: seed)
            let names = ["Ann", "Bob", "Cid", "Dan", "Eve", "Fay"]
            let count = Int.random(in: 3...6, using: &random)
            let order = names.prefix(count).shuffled(using: &random)
            var clues = zip(order, order.dropFirst()).map { first, second in
                Bool.random(using: &random)
                    ? "\(first) is taller than \(second)." : "\(second) is shorter than \(first)."
            }
            clues.shuffle(using: &random)
            let text = clues.joined(separator: " ")
            let place = Int.random(in: 0..<count, using: &random)
            let rank = ["", "second ", "third ", "fourth ", "fifth ", "sixth "][place]
            #expect(ask(Logician(), text + " Who is the \(rank)tallest?") == order[place])
            // Without one clue, its two neighbours can change places.
            let fewer = clues.dropFirst().joined(separator: " ")
            let all = ask(Logician(), fewer + " Order them from tallest to shortest.")
            guard order.allSatisfy({ fewer.contains($0) }) else { continue }
            open += 1
            #expect(all == nil, "seed \(seed)")
        }
        #expect(open > 20, "\(open) of 150")
    }

    @Test func `random assignments are found again`() {
        for seed in UInt64(1)...100 {
            var random = SeededGenerator(seed: seed)
            let pets = ["cat", "dog", "fish"].shuffled(using: &random)
            let names = ["Ann", "Bob", "Cid"]
            let text =
                "Ann, Bob and Cid each own a different pet: a cat, a dog and a fish."
                + " \(names[0]) does not own the \(pets[1]). \(names[2]) owns the \(pets[2])."
            #expect(ask(Logician(), text + " Who owns the \(pets[1])?") == "Bob")
            #expect(ask(Logician(), text + " What does Ann own?") == pets[0])
        }
    }

    @Test func `random formulas have the right number of models`() {
        for seed in UInt64(1)...200 {
            var random = SeededGenerator(seed: seed)
            let names = ["p", "q", "r"]
            func formula(_ depth: Int) -> (String, ([String: Bool]) -> Bool) {
                guard depth > 0 else {
                    let name = names[Int.random(in: 0..<3, using: &random)]
                    return (name, { $0[name] ?? false })
                }
                let (left, first) = formula(depth - 1)
                switch Int.random(in: 0..<5, using: &random) {
                case 0: return ("¬(\(left))", { !first($0) })
                case 1:
                    let (right, second) = formula(depth - 1)
                    return ("(\(left)) ∧ (\(right))", { first($0) && second($0) })
                case 2:
                    let (right, second) = formula(depth - 1)
                    return ("(\(left)) ∨ (\(right))", { first($0) || second($0) })
                case 3:
                    let (right, second) = formula(depth - 1)
                    return ("(\(left)) → (\(right))", { !first($0) || second($0) })
                default:
                    let (right, second) = formula(depth - 1)
                    return ("(\(left)) <-> (\(right))", { first($0) == second($0) })
                }
            }
            let (text, holds) = formula(3)
            let used = names.filter { text.contains($0) }
            let count = (0..<1 << used.count).count { bits in
                var values: [String: Bool] = [:]
                for (index, name) in used.enumerated() { values[name] = bits & (1 << index) != 0 }
                return holds(values)
            }
            #expect(
                ask(Logician(), "How many assignments satisfy \(text)?") == "\(count)",
                "seed \(seed): \(text)"
            )
        }
    }

    @Test func `a puzzle can be in an earlier answer or in the question`() {
        let puzzle = "Ann is taller than Bob. Bob is taller than Cid. Who is the tallest?"
        #expect(
            ask(Logician(), "Solve the puzzle found above.", seen: ["Answer: \(puzzle)"]) == "Ann"
        )
        #expect(ask(Logician(), "Solve the puzzle in the question.", question: puzzle) == "Ann")
        #expect(ask(Logician(), "Write a poem about the question.", question: puzzle) == nil)
        #expect(ask(Logician(), "Who is the shortest?", question: puzzle) == nil)
    }

    @Test func `a heading says nothing`() {
        let order = "Ann is taller than Bob. Bob is taller than Cid. Who is the tallest?"
        let knights = "A says B is a knave. B says we are both knights. What is A?"
        #expect(ask(Logician(), "Solve this logic puzzle: \(order)") == "Ann")
        #expect(ask(Logician(), "Here is a riddle: \(order)") == "Ann")
        #expect(ask(Logician(), "Solve the knights and knaves puzzle: \(knights)") == "knight")
        #expect(ask(Logician(), "Solve the problem: Is p or not p a tautology?") == "yes")
        #expect(ask(Logician(), "Write a poem on this puzzle: \(order)") == nil)
    }

    @Test func `contradictions and open questions are told`() {
        let never = reply(of: Logician(), "A says: I am a knave. What is A?")
        #expect(never.text.contains("contradict"))
        let open = reply(of: Logician(), "A says: I am a knight. What is A?")
        #expect(open.text.contains("not determined"))
        let circle = reply(
            of: Logician(),
            "Ann is taller than Bob. Bob is taller than Ann. Who is the tallest?"
        )
        #expect(circle.text.contains("contradicts"))
    }
}
