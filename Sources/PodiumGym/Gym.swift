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
        /// Problems as in `test`, for pools that training never shows.
        case pools
    }

    public static let families: [Family] = Family.all

    /// The family of this name, if there is one.
    public static func family(named name: String) -> Family? { families.first { $0.name == name } }

    /// A problem of a split by its number, from 0. The families take turns.
    public static func problem(_ split: Split, _ index: Int) -> Problem {
        let families = families.filter { $0.isHeldOut == (split == .families) }
        let number = Split.allCases.firstIndex(of: split) ?? 0
        var random = SeededGenerator(
            seed: UInt64(truncatingIfNeeded: index) &* 16 &+ UInt64(number)
        )
        let level = split == .difficulty ? 5 : random.int(1...4)
        // Seeds of a split are its own: their remainder by 16 is its number.
        let seed = (random.next() >> 20) << 4 | UInt64(number)
        let wordings: Teller.Wordings = split == .wordings ? .heldOut : .trained
        return families[abs(index % families.count)].problem(
            difficulty: level,
            seed: seed,
            wordings: wordings
        )
    }

    /// Some of the embedded workers by chance, in any order; every skill of the embedded pool may be
    /// missing.
    ///
    /// - Parameter count: how many, at most all.
    public static func pool(of count: Int, seed: UInt64) -> [Worker] {
        var random = SeededGenerator(seed: seed)
        return random.some(max(count, 1), of: Specialists.workers)
    }

    /// A problem by the name that it tells of itself: `system-date/3/17`.
    public static func problem(id: String) -> Problem? {
        let parts = id.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, let family = family(named: String(parts[0])),
            let level = Int(parts[1]),
            Family.difficulties.contains(level), let seed = UInt64(parts[2])
        else { return nil }
        // A problem of held-out wordings has them in its seed.
        let isHeldOut =
            seed & 15 == UInt64(Split.allCases.firstIndex(of: .wordings) ?? 0) && seed > 15
        return family.problem(
            difficulty: level,
            seed: seed,
            wordings: isHeldOut ? .heldOut : .trained
        )
    }
}
