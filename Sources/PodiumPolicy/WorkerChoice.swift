internal import PodiumCore
internal import PodiumPhrasebook

/// Chooses workers of the pool by what their tags say and what they cost.
struct WorkerChoice {
    let workers: [Worker]
    /// Positions of workers that a person does not want.
    var excluded: Set<Int> = []

    /// Who can check an answer, put answers together, or do a task of a skill.
    enum Part: Hashable {
        case skill(Skill)
        case checking, merging, guessing

        fileprivate var tag: String {
            switch self {
            case .skill(let skill): skill.rawValue
            case .checking: "verification"
            case .merging: "merging"
            case .guessing: "guessing"
            }
        }
    }

    /// The specialists for a part, the dearest first: the price is the best clue that a stranger has.
    func specialists(for part: Part) -> [Int] {
        ranked(workers.indices.filter { isEmbedded($0) && workers[$0].tags.contains(part.tag) })
    }

    func specialist(for part: Part) -> Int? { specialists(for: part).first }

    /// The general models, strongest first.
    var generals: [Int] { ranked(workers.indices.filter { !isEmbedded($0) && !isConductor($0) }) }

    /// The strongest general model; nil when the pool has only specialists.
    var general: Int? { generals.first }

    /// Who does a step of this skill, best first. Empty only where nobody is left.
    func candidates(for skill: Skill) -> [Int] {
        // Who does what somebody else's text says is not known before; most texts ask for a sum.
        let part = skill == .judging && generals.isEmpty ? Skill.arithmetic : skill
        let able = specialists(for: .skill(part)) + generals
        guard able.isEmpty else { return able }
        let others =
            specialists(for: .guessing)
            + workers.indices.filter { !excluded.contains($0) && !isConductor($0) }
        return others.isEmpty ? Array(workers.indices.prefix(1)) : others
    }

    func name(of index: Int) -> String {
        workers.indices.contains(index) ? workers[index].name : "worker \(index)"
    }

    private func ranked(_ indices: [Int]) -> [Int] {
        let price = { (index: Int) in workers[index].price?.output ?? 0 }
        return indices.filter { !excluded.contains($0) }
            .sorted { price($0) == price($1) ? $0 < $1 : price($0) > price($1) }
    }

    private func isEmbedded(_ index: Int) -> Bool { workers[index].provider == "embedded" }

    /// The conductor may be offered as a worker, for steps that need a plan of their own.
    private func isConductor(_ index: Int) -> Bool {
        workers[index].provider == EmbeddedConductor.name
    }
}
