/// A sentence about two classes of things, which may be empty.
struct Premise: Hashable, Sendable {
    enum Quantity: Hashable, Sendable, CaseIterable { case all, no, some, someNot }

    var quantity: Quantity
    var subject: String
    var predicate: String
}

/// Whether a sentence follows from others, by all pictures of the classes.
///
/// With n classes there are 2ⁿ regions, by the classes a thing belongs to, and a picture says which
/// of them have something in them.
struct Syllogism: Hashable, Sendable {
    var premises: [Premise]
    var question: Premise

    func solve() throws(Unsolved) -> Solution {
        let terms = Set((premises + [question]).flatMap { [$0.subject, $0.predicate] }).sorted()
        guard terms.count <= 4 else { throw Unsolved("compare more than 4 classes") }
        let regions = (0..<1 << terms.count).map { region in
            terms.indices.filter { region >> $0 & 1 == 1 }.map { terms[$0] }
        }
        let tests = Set(premises).map { Self.test($0, regions) }
        let asked = Self.test(question, regions)
        let all = 0..<1 << regions.count
        let pictures = all.filter { picture in tests.allSatisfy { $0(picture) } }
        guard !pictures.isEmpty else {
            throw Unsolved("say, because the premises contradict each other", isProved: true)
        }
        let count = "\(pictures.count) of \(all.count) pictures of the classes fit."
        let so = pictures.count(where: asked)
        return Solution(so == pictures.count ? "yes" : "no", [count, "It is so in \(so) of them."])
    }

    /// Whether a premise holds in a picture: a region of some has to be filled, or none has to be.
    private static func test(_ premise: Premise, _ regions: [[String]]) -> (Int) -> Bool {
        let isParticular = premise.quantity == .some || premise.quantity == .someNot
        let isWithin = premise.quantity == .some || premise.quantity == .no
        let places = regions.indices.filter {
            regions[$0].contains(premise.subject)
                && regions[$0].contains(premise.predicate) == isWithin
        }
        return { picture in places.contains { picture >> $0 & 1 == 1 } == isParticular }
    }
}
