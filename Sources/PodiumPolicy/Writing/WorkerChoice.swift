internal import PodiumCore

/// Chooses workers of the pool by what they are good at.
struct WorkerChoice {
    let workers: [Worker]

    /// The specialist for a skill: by its usual name, else by a tag, else by its strengths.
    func specialist(for skill: Skill) -> Int? {
        let marks = Self.marks(of: skill)
        guard !marks.name.isEmpty else { return nil }
        return workers.firstIndex { $0.name == marks.name }
            ?? workers.firstIndex { !marks.tags.isDisjoint(with: $0.tags) }
            ?? workers.firstIndex { worker in
                let strengths = worker.strengths.lowercased()
                return isEmbedded(worker) && marks.words.contains { strengths.contains($0) }
            }
    }

    /// The general model with the highest price for output, which is the best clue to its strength;
    /// of equals the first. Nil when the pool has only specialists.
    var general: Int? {
        let general = workers.indices.filter { !isEmbedded(workers[$0]) }
        return general.max { left, right in
            let prices = [left, right].map { workers[$0].price?.output ?? 0 }
            // `max` keeps the later of equals; the first is wanted.
            return prices[0] == prices[1] ? left > right : prices[0] < prices[1]
        }
    }

    /// Who does a step that needs this skill.
    func worker(for skill: Skill) -> Int {
        specialist(for: skill) ?? general ?? specialist(for: .guessing) ?? 0
    }

    /// The specialists' provider goes by this name; every other serves general models.
    private func isEmbedded(_ worker: Worker) -> Bool { worker.provider == "embedded" }

    private static func marks(of skill: Skill) -> (name: String, tags: Set<String>, words: [String])
    {
        switch skill {
        case .arithmetic: ("reckoner", ["arithmetic"], ["arithmetic"])
        case .language: ("linguist", ["letters", "codes"], ["letters", "caesar"])
        case .checking: ("checker", ["verification"], ["checks", "verif"])
        case .merging: ("merger", ["merging", "voting"], ["merge", "votes"])
        case .guessing: ("guesser", ["guessing"], ["guess"])
        case .general: ("", [], [])
        }
    }
}
