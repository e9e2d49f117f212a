internal import PodiumCore

/// Chooses workers of the pool by what they are good at.
struct WorkerChoice {
    let workers: [Worker]
    /// Positions of workers that a person does not want.
    var excluded: Set<Int> = []

    private var candidates: [Int] { workers.indices.filter { !excluded.contains($0) } }

    /// The specialist for a skill: by its usual name, else by a tag, else by its strengths.
    func specialist(for skill: Skill) -> Int? {
        let marks = Self.marks(of: skill)
        guard !marks.name.isEmpty else { return nil }
        return candidates.first { workers[$0].name == marks.name }
            ?? candidates.first { !marks.tags.isDisjoint(with: workers[$0].tags) }
            ?? candidates.first { index in
                // What a tag says is not guessed from words: a checker of arithmetic is no reckoner.
                guard workers[index].tags.allSatisfy({ $0 == "embedded" }) else { return false }
                let strengths = workers[index].strengths.lowercased()
                return isEmbedded(index) && marks.words.contains { strengths.contains($0) }
            }
    }

    func name(of index: Int) -> String {
        workers.indices.contains(index) ? workers[index].name : "worker \(index)"
    }

    /// The general models, strongest first: the price for output is the best clue to that. Of
    /// equals the earlier comes first.
    var generals: [Int] {
        let price = { (index: Int) in workers[index].price?.output ?? 0 }
        return candidates.filter { !isEmbedded($0) && !isConductor($0) }
            .sorted { price($0) == price($1) ? $0 < $1 : price($0) > price($1) }
    }

    /// The strongest general model; nil when the pool has only specialists.
    var general: Int? { generals.first }

    /// Who does a step that needs this skill.
    func worker(for skill: Skill) -> Int {
        specialist(for: skill) ?? general ?? specialist(for: .guessing) ?? candidates.first ?? 0
    }

    /// Whether a position is that of a specialist. Their provider goes by this name; every other
    /// serves general models.
    func isEmbedded(_ index: Int) -> Bool { workers[index].provider == "embedded" }

    /// The conductor may be offered as a worker, for steps that need a plan of their own.
    private func isConductor(_ index: Int) -> Bool {
        workers[index].provider == EmbeddedConductor.name
    }

    private static func marks(of skill: Skill) -> (name: String, tags: Set<String>, words: [String])
    {
        switch skill {
        case .arithmetic: ("reckoner", ["arithmetic"], ["arithmetic"])
        case .algebra: ("algebraist", ["algebra"], ["equation"])
        case .search: ("searcher", ["search"], ["countdown", "sudoku"])
        case .logic: ("logician", ["logic"], ["knights", "logic"])
        case .language: ("linguist", ["letters", "codes"], ["letters", "caesar"])
        case .calendar: ("calendarist", ["calendar"], ["dates", "weekday"])
        case .checking: ("checker", ["verification"], ["checks", "verif"])
        case .merging: ("merger", ["merging", "voting"], ["merge", "votes"])
        case .guessing: ("guesser", ["guessing"], ["guess"])
        case .general: ("", [], [])
        }
    }
}
