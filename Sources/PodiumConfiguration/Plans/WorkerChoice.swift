internal import PodiumCore

/// Who does a step of a plan file: a name, a position, or a word that means a worker of any pool.
enum WorkerChoice: Hashable {
    case reference(WorkerReference)
    /// The worker of this rank, from 1; beyond the last it begins again.
    case ranked(Order, rank: Int)

    enum Order: String, CaseIterable {
        case strongest, cheapest
    }

    /// `strongest`, `strongest 2`, a name; nil for a rank that is none.
    init?(_ text: String) {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace)
        guard let first = words.first, let order = Order(rawValue: String(first)),
            words.count <= 2, words.count == 1 || Int(words[1]) != nil
        else {
            self = .reference(.name(text))
            return
        }
        let rank = words.count == 1 ? 1 : Int(words[1]) ?? 1
        guard (1...99).contains(rank) else { return nil }
        self = .ranked(order, rank: rank)
    }

    /// The worker meant, for a text that names one of the pool or is one of the words.
    ///
    /// - Parameter isStrict: whether the words mean only language models. Otherwise they mean
    ///   specialists where the pool has nothing else.
    func resolve(_ text: String, in pool: [Worker], isStrict: Bool) -> Worker? {
        // A worker of this very name goes before the word.
        if let named = WorkerReference.name(text).resolve(in: pool) { return named }
        return resolve(in: pool, isStrict: isStrict)
    }

    func resolve(in pool: [Worker], isStrict: Bool) -> Worker? {
        switch self {
        case .reference(let reference): return reference.resolve(in: pool)
        case .ranked(let order, let rank):
            let ranking = order == .strongest ? pool.byStrength : pool.byPrice
            let models = ranking.filter { !pool[$0].isSpecialist }
            let candidates = models.isEmpty && !isStrict ? ranking : models
            guard !candidates.isEmpty else { return nil }
            return pool[candidates[(rank - 1) % candidates.count]]
        }
    }
}
