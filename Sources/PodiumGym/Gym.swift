public import PodiumCore
import PodiumPhrasebook
import PodiumSpecialists

/// Problems whose answers can be checked, for learning to conduct and for measuring it.
///
/// Every problem can be drawn again by its name. What is measured is never what was trained on: by
/// seed, by wording, by family, by difficulty, or by the pool.
public enum Gym {
    /// What a set of problems is kept apart by.
    public enum Split: String, CaseIterable, Sendable {
        /// For training: trained families and wordings, difficulties 1 to 4.
        case train
        /// For choosing between policies: the same, other seeds.
        case validation
        /// For telling how good one is: the same, other seeds.
        case test
        /// Wordings that training never shows.
        case wordings
        /// Families that training never shows.
        case families
        /// Difficulty 5, which training never shows.
        case difficulty
        /// Problems as in `test`, with pools that training never shows.
        case pools
    }

    public static let families: [Family] = Family.all

    /// The family of this name, if there is one.
    public static func family(named name: String) -> Family? { families.first { $0.name == name } }

    /// A problem of a split by its number, from 0. The families take turns.
    ///
    /// No phrase belongs to training and to another split, however it is told: which it belongs to is a
    /// matter of the phrase itself.
    public static func problem(_ split: Split, _ index: Int) -> Problem {
        let families = split == .families ? heldOutFamilies : trainedFamilies
        let family = families[abs(index % families.count)]
        let number = Split.allCases.firstIndex(of: split) ?? 0
        var random = SeededGenerator(
            seed: UInt64(truncatingIfNeeded: index) &* 16 &+ UInt64(number)
        )
        let level = split == .difficulty ? 5 : random.int(1...4)
        let wordings: Teller.Wordings = split == .wordings ? .heldOut : .trained
        var problem = family.problem(
            difficulty: level,
            seed: random.next() >> 16,
            wordings: wordings
        )
        var tries = 0
        while !split.shares.contains(share(problem.phrase.question)), tries < 200 {
            problem = family.problem(
                difficulty: level,
                seed: random.next() >> 16,
                wordings: wordings
            )
            tries += 1
        }
        return problem
    }

    private static let trainedFamilies = families.filter { !$0.isHeldOut }
    private static let heldOutFamilies = families.filter(\.isHeldOut)

    /// One of ten shares that a text belongs to.
    private static func share(_ text: String) -> UInt64 {
        (text.utf8.fnv1a() >> 24) % 10
    }

    /// The workers that a problem of a split is to be solved with: some of the embedded ones, in any
    /// order. Training sees no set of workers that `pools` has.
    public static func pool(_ split: Split, _ index: Int) -> [Worker] {
        var random = SeededGenerator(seed: UInt64(truncatingIfNeeded: index) &* 7_919)
        let all = Specialists.workers
        var pool = all
        for _ in 0..<200 {
            pool = random.some(random.int(all.count / 2...all.count - 1), of: all)
            if split.shares.contains(share(pool.map(\.name).sorted().joined(separator: " "))) {
                break
            }
        }
        return pool
    }

    /// A problem by the name that it tells of itself: `system-date/3/17`.
    public static func problem(id: String) -> Problem? {
        let parts = id.split(separator: "/", omittingEmptySubsequences: false)
        guard (3...4).contains(parts.count), let family = family(named: String(parts[0])),
            let level = Int(parts[1]), Family.difficulties.contains(level),
            let seed = UInt64(parts[2]),
            parts.count == 3 || parts[3] == "heldOut"
        else { return nil }
        return family.problem(
            difficulty: level,
            seed: seed,
            wordings: parts.count == 4 ? .heldOut : .trained
        )
    }
}

extension Gym.Split {
    /// Seven of ten phrases are trained on, one chooses between policies, two tell how good one is.
    fileprivate var shares: ClosedRange<UInt64> {
        switch self {
        case .train: 0...6
        case .validation: 7...7
        case .test, .wordings, .families, .difficulty, .pools: 8...9
        }
    }
}
