/// Who is a knight and who is a knave, by what they say.
struct Knights: Sendable {
    private typealias Kinds = [String: Bool]
    typealias Statement = (speaker: String, claim: Claim)
    var names: [String]
    var statements: [Statement]

    /// Goes through all cases, if there are not more than the limit.
    func solveByCases(limit: Int) throws(Unsolved) -> Solution {
        try check()
        guard names.count <= 12, 1 << names.count <= limit else {
            throw Unsolved("go through all cases of \(names.count) persons within \(limit) steps")
        }
        let cases = (0..<1 << names.count).map { number in
            zip(names, 0...).reduce(into: [:]) { $0[$1.0] = number >> $1.1 & 1 == 0 }
        }
        let fitting = cases.filter { kinds in statements.allSatisfy { fits($0, kinds) == true } }
        guard let found = fitting.first, fitting.count == 1 else {
            let cases = "\(fitting.count) of \(cases.count) cases fit"
            throw Unsolved("tell who is what, because \(cases)", isProved: true)
        }
        let truths = statements.map { "What \($0.speaker) says is \(found[$0.speaker] == true)." }
        return Solution(text(of: found), ["1 of \(cases.count) cases fits."] + truths)
    }

    /// Concludes from one statement at a time and from what is settled, and assumes nothing.
    func solveByDeduction() throws(Unsolved) -> Solution {
        try check()
        var kinds: Kinds = [:]
        var working: [String] = []
        var settled = -1
        while settled < kinds.count {
            settled = kinds.count
            for statement in statements {
                let mentioned = statement.claim.mentioned(among: names)
                let open = names.filter {
                    kinds[$0] == nil && (mentioned.contains($0) || $0 == statement.speaker)
                }
                for name in open {
                    let rest = open.filter { $0 != name && kinds[$0] == nil }
                    let possible = [true, false].filter { kind in
                        isPossible(statement, kinds.merging([name: kind]) { $1 }, rest[...])
                    }
                    if possible.count == 2 { continue }
                    kinds[name] = possible.first ?? true
                    working.append("\(statement.speaker) says so: \(text(of: kinds, [name])).")
                }
                if fits(statement, kinds) == false {
                    throw Unsolved("find who is what, because there is no way", isProved: true)
                }
            }
        }
        if let open = names.first(where: { kinds[$0] == nil }) {
            throw Unsolved("tell what \(open) is without an assumption")
        }
        return Solution(text(of: kinds), working)
    }

    /// Whether the speaker would say this; nil when that is open.
    private func fits(_ statement: Statement, _ kinds: Kinds) -> Bool? {
        guard let speaker = kinds[statement.speaker] else { return nil }
        return statement.claim.holds(kinds, among: names).map { $0 == speaker }
    }

    /// Whether the open ones can be such that this one statement fits. With many it is not tried.
    private func isPossible(_ said: Statement, _ kinds: Kinds, _ open: ArraySlice<String>) -> Bool {
        if let fits = fits(said, kinds) { return fits }
        guard let next = open.first, open.count <= 6 else { return true }
        return [true, false].contains { kind in
            isPossible(said, kinds.merging([next: kind]) { $1 }, open.dropFirst())
        }
    }

    private func check() throws(Unsolved) {
        guard Set(names).count == names.count, names.count <= 40, statements.count <= 60 else {
            throw Unsolved("tell apart more than 40 persons, or two of the same name")
        }
        let mentioned = statements.flatMap { [$0.speaker] + $0.claim.mentioned(among: names) }
        if let stranger = mentioned.filter({ !names.contains($0) }).min() {
            throw Unsolved("tell what \(stranger) is, who is none of the persons")
        }
    }

    private func text(of kinds: Kinds, _ some: [String]? = nil) -> String {
        (some ?? names).map { "\($0) is a \(kinds[$0] == true ? "knight" : "knave")" }
            .joined(separator: ", ")
    }

    /// What is wrong with an answer such as `Ann is a knight, Bob is a knave`; nil when it holds.
    func objection(to answer: String) -> String? {
        let (found, objection) = answer.values(of: names, joint: " is a ", ["knight", "knave"])
        let kinds = found.mapValues { $0 == "knight" }
        let liar = statements.first { fits($0, kinds) != true }?.speaker
        return objection ?? liar.map { "\($0) as a \(found[$0] ?? "") would not say that" }
    }
}
