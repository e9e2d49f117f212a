import PodiumCore
import Testing

@testable import PodiumSpecialists

/// Knights and knaves, orders and syllogisms, against going through everything.
@Suite struct SolversLogicTests {
    private static let names = ["Ann", "Bob", "Carl", "Dora"]

    typealias Said = (claim: Claim, isTrue: (Set<String>) -> Bool)

    /// A claim, and whether it is true when these are the knights.
    private static func said(_ random: inout SeededGenerator, depth: Int = 0) -> Said {
        let some = names.shuffled(using: &random)
        let (one, two, yes) = (some[0], some[1], Bool.random(using: &random))
        let number = Int.random(in: -1...5, using: &random)
        func count(_ knights: Set<String>) -> Int { yes ? knights.count : 4 - knights.count }
        switch Int.random(in: 0..<(depth > 1 ? 5 : 6), using: &random) {
        case 0: return (.isA(name: one, knight: yes), { $0.contains(one) == yes })
        case 1:
            let both = Claim.both([one, two], knight: yes)
            return (both, { $0.contains(one) == yes && $0.contains(two) == yes })
        case 2: return (.same(one, two, yes), { ($0.contains(one) == $0.contains(two)) == yes })
        case 3: return (.exactly(number, knight: yes), { count($0) == number })
        case 4: return (.atLeast(number, knight: yes), { count($0) >= number })
        default:
            let (left, right) = (said(&random, depth: depth + 1), said(&random, depth: depth + 1))
            let claim = Claim.either(.not(left.claim), right.claim)
            return (claim, { !left.isTrue($0) || right.isTrue($0) })
        }
    }

    /// All sets of some of the names.
    private static func subsets(of names: [String]) -> [Set<String>] {
        names.reduce([[]]) { sets, name in sets + sets.map { $0.union([name]) } }
    }

    @Test func `who is what agrees with going through all cases, by either way`() {
        var deduced = 0
        for seed in 1...400 as ClosedRange<UInt64> {
            var random = SeededGenerator(seed: seed)
            let said = Self.names.map { ($0, Self.said(&random)) }
            let puzzle = Knights(names: Self.names, statements: said.map { ($0, $1.claim) })
            var answers: [String] = []
            for knights in Self.subsets(of: Self.names) {
                let kinds = Self.names.map { knights.contains($0) ? "knight" : "knave" }
                let text = zip(Self.names, kinds).map { "\($0) is a \($1)" }.joined(separator: ", ")
                let fits = said.allSatisfy { knights.contains($0) == $1.isTrue(knights) }
                if fits { answers.append(text) }
                #expect((puzzle.objection(to: text) == nil) == fits)
            }
            let expected = answers.count == 1 ? answers[0] : nil
            #expect((try? puzzle.solveByCases(limit: 16).answer) == expected)
            do {
                #expect(try puzzle.solveByDeduction().answer == expected)
                deduced += 1
            } catch {
                if error.isImpossible { #expect(answers.isEmpty) }
            }
        }
        #expect((40...300).contains(deduced), "\(deduced)")
    }

    @Test func `deduction takes many persons, and cases those who point at each other`() throws {
        let names = (1...40).map { "P\($0)" }
        var long = Knights(names: names, statements: [("P40", .isA(name: "P1", knight: false))])
        long.statements += zip(names, names.dropFirst()).map { ($0, .same($0, $1, false)) }
        let knaves = names.dropFirst().map { ", \($0) is a knave" }
        #expect(throws: Unsolved.self) { try long.solveByCases(limit: .max) }
        #expect(try long.solveByDeduction().answer == "P1 is a knight" + knaves.joined())
        let bob = Claim.either(.isA(name: "Ann", knight: true), .isA(name: "Bob", knight: false))
        let said = [("Ann", Claim.isA(name: "Bob", knight: true)), ("Bob", bob)]
        let circle = Knights(names: ["Ann", "Bob"], statements: said)
        #expect(try circle.solveByCases(limit: 4).answer == "Ann is a knight, Bob is a knight")
        #expect(throws: Unsolved.self) { try circle.solveByCases(limit: 3) }
        for answer in ["", "Ann is a knight", "Ann is a fool, Bob is a knave", "Zed is a knave"] {
            #expect(circle.objection(to: answer) != nil)
        }
    }

    @Test(arguments: 0..<4) func `an order is told as far as it is settled`(gap: Int) throws {
        let order = ["Dora", "Ann", "Eve", "Bob", "Carl"]
        let pairs = zip(order, order.dropFirst()).map { (greater: $0, lesser: $1) }
        let whole = Ordering(names: order.sorted(), relations: pairs.reversed())
        #expect(try whole.solve(.order).answer == "Dora, Ann, Eve, Bob, Carl")
        #expect(try whole.solve(.greatest).answer == "Dora")
        #expect(try whole.solve(.least).answer == "Carl")
        let circle = Ordering(names: [], relations: pairs + [("Carl", order[gap])])
        var broken = Ordering(names: order, relations: pairs)
        broken.relations.remove(at: gap)
        for open in [circle, broken, Ordering(names: [], relations: [])] {
            #expect(throws: Unsolved.self) { try open.solve(.order) }
            #expect(throws: Unsolved.self) { try open.solve(.least) }
        }
        let fork = Ordering(names: ["C"], relations: [("A", "B"), ("A", "C")])
        #expect(try fork.solve(.greatest).answer == "A")
        #expect(throws: Unsolved.self) { try fork.solve(.least) }
    }

    @Test func `what follows holds in every small world in which the premises do`() {
        func holds(_ premise: Premise, _ things: [Set<String>]) -> Bool {
            let subjects = things.filter { $0.contains(premise.subject) }
            let within = Set(subjects.map { $0.contains(premise.predicate) })
            let isUniversal = premise.quantity == .all || premise.quantity == .no
            if isUniversal { return within.isSubset(of: [premise.quantity == .all]) }
            return within.contains(premise.quantity == .some)
        }
        // Two premises and a denied conclusion need no more than three things.
        let sorts = Self.subsets(of: ["A", "B", "C"])
        let pairs = sorts.flatMap { one in sorts.map { [one, $0] } }
        let worlds = [[]] + pairs.flatMap { pair in sorts.map { pair + [$0] } }
        var random = SeededGenerator(seed: 4)
        for _ in 1...150 {
            let drawn = (0..<3).map { _ in
                let terms = ["A", "B", "C"].shuffled(using: &random)
                let quantity = Premise.Quantity.allCases.shuffled(using: &random)[0]
                return Premise(quantity: quantity, subject: terms[0], predicate: terms[1])
            }
            let left = worlds.filter { holds(drawn[0], $0) && holds(drawn[1], $0) }
            let follows = left.allSatisfy { holds(drawn[2], $0) }
            let syllogism = Syllogism(premises: [drawn[0], drawn[1]], question: drawn[2])
            let expected = left.isEmpty ? nil : follows ? "yes" : "no"
            #expect((try? syllogism.solve().answer) == expected, "\(syllogism)")
        }
    }
}
