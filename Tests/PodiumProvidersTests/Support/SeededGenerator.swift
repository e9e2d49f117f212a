/// SplitMix64: a small generator whose seed a failing test can print.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

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
