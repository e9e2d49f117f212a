import PodiumCore

/// Colours for places, so that no two that an edge joins have the same.
struct Colouring: Sendable {
    typealias Colours = [String: String]
    var places: [String]
    var edges: [(String, String)]
    var colours: [String]
    /// The places that have their colour before.
    var given: Colours = [:]

    func solve(_ effort: inout Effort) throws(Unsolved) -> Solution {
        let found = try find(&effort)
        return effort.solution(places.map { "\($0): \(found[$0] ?? "")" }.joined(separator: ", "))
    }

    func find(_ effort: inout Effort) throws(Unsolved) -> Colours {
        let isKnown = edges.allSatisfy { places.contains($0.0) && places.contains($0.1) }
        guard isKnown, Set(places).count == places.count, places.count <= 40, edges.count <= 300,
            colours.count <= 20
        else { throw Unsolved("colour these: I take up to 40 different places and their edges") }
        if let clash = clash(in: given) {
            throw Unsolved("find colours, because \(clash)", isProved: true)
        }
        return try effort.find("colours", depthFirst: { deepen(given, &$0) }, descent: descend)
    }

    private func candidates(_ place: String, _ found: Colours) -> [String] {
        let near = edges.compactMap { $0.0 == place ? $0.1 : $0.1 == place ? $0.0 : nil }
        if near.contains(place) { return [] }
        let taken = near.compactMap { found[$0] }
        return colours.filter { !taken.contains($0) }
    }

    /// Goes on at the place with the fewest candidates. A step is a place coloured.
    private func deepen(_ found: Colours, _ effort: inout Effort) -> Colours? {
        let open = places.filter { found[$0] == nil }.map { ($0, candidates($0, found)) }
        guard let (place, fitting) = open.min(by: { $0.1.count < $1.1.count }) else {
            return found
        }
        for colour in fitting {
            guard effort.spend() else { return nil }
            let more = found.merging([place: colour]) { $1 }
            if let all = deepen(more, &effort) { return all }
        }
        return nil
    }

    /// Goes through the places in a random order with any colour that fits, until none does. A step
    /// is a place coloured.
    private func descend(_ effort: inout Effort, _ random: inout SeededGenerator) -> Colours? {
        var found = given
        for place in places.shuffled(using: &random) where found[place] == nil {
            let colour = candidates(place, found).randomElement(using: &random)
            guard let colour, effort.spend() else { return nil }
            found[place] = colour
        }
        return found
    }

    /// What is wrong with an answer such as `A: red, B: green, C: red`; nil when it holds.
    func objection(to answer: String) -> String? {
        let (found, objection) = answer.values(of: places, joint: ":", colours)
        return objection ?? clash(in: found)
    }

    func clash(in found: Colours) -> String? {
        if let (place, colour) = given.sorted(by: <).first(where: { found[$0.key] != $0.value }) {
            return "\(place) has to be \(colour)"
        }
        let clash = edges.first { found[$0.0] != nil && found[$0.0] == found[$0.1] }
        return clash.map { "\($0.0) and \($0.1) are both \(found[$0.0] ?? "")" }
    }
}
