import PodiumCore

extension Array {
    /// The array cut at random places, with empty pieces among them.
    func cutAtRandom(using generator: inout SeededGenerator) -> [[Element]] {
        var pieces: [[Element]] = []
        var start = 0
        while start < count {
            let length = Int.random(in: 0...Swift.min(7, count - start), using: &generator)
            pieces.append(Array(self[start..<start + length]))
            start += length
        }
        return pieces
    }
}
