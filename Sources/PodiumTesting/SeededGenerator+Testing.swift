public import PodiumCore

extension SeededGenerator {
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
