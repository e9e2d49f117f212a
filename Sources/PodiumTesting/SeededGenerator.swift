/// Random numbers that a seed gives again: SplitMix64 (Steele, Lea, Flood, "Fast splittable
/// pseudorandom number generators", OOPSLA 2014).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) {
        state = seed
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// True once in `count` times on average.
    public mutating func once(in count: Int) -> Bool {
        Int.random(in: 0..<max(1, count), using: &self) == 0
    }

    /// The text cut into pieces of 1 to `longest` Unicode scalars.
    public mutating func pieces(of text: String, longest: Int) -> [String] {
        var pieces: [String] = []
        var piece = String.UnicodeScalarView()
        var left = Int.random(in: 1...max(1, longest), using: &self)
        for scalar in text.unicodeScalars {
            piece.append(scalar)
            left -= 1
            if left == 0 {
                pieces.append(String(piece))
                piece = String.UnicodeScalarView()
                left = Int.random(in: 1...max(1, longest), using: &self)
            }
        }
        if !piece.isEmpty { pieces.append(String(piece)) }
        return pieces
    }
}
