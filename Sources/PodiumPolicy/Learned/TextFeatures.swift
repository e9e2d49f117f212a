internal import PodiumCore

/// What the policy sees of a text: hashed pieces of it and a few cues, as a sparse vector.
///
/// Words, pairs of words and runs of four characters are hashed to places with a sign, so that no
/// vocabulary is kept (Weinberger and others, "Feature Hashing for Large Scale Multitask Learning",
/// ICML 2009). Figures are read as one sign: what is asked matters, not the numbers.
public struct TextFeatures: Hashable, Sendable {
    /// Places for hashed pieces.
    public static let hashed = 2_048
    /// Places behind them for cues: lengths, figures, quotes, signs.
    public static let cues = 12
    public static var count: Int { hashed + cues }

    /// Rising places and their values; the hashed part has length one.
    public let places: [Int32]
    public let values: [Float]

    /// Lengths, figures, quotes and signs, none below 0.
    var cues: ArraySlice<Float> { values.suffix(Self.cues) }

    /// Longer texts are told by their beginning.
    private static let byteLimit = 4_000

    public init(_ text: String) {
        let bytes = Array(text.utf8.prefix(Self.byteLimit))
        var counts = [Int: Float](minimumCapacity: 128)
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        var plain: [UInt8] = []
        for byte in bytes {
            let folded = Self.folded(byte)
            if folded == 35, plain.last == 35 { continue }
            plain.append(folded)
            if folded == 32 {
                if !word.isEmpty { words.append(word) }
                word = []
            } else {
                word.append(folded)
            }
        }
        if !word.isEmpty { words.append(word) }
        for (index, word) in words.enumerated() {
            Self.add(word[...], 1, &counts)
            if index > 0 { Self.add(words[index - 1] + [32] + word, 2, &counts) }
        }
        if plain.count >= 4 {
            for start in 0...plain.count - 4 { Self.add(plain[start..<start + 4], 3, &counts) }
        }
        var found = counts.filter { $0.value != 0 }.map { place, count in
            (place, count < 0 ? -Self.log1(-count) : Self.log1(count))
        }
        // In one order, since sums of floats depend on it.
        found.sort { $0.0 < $1.0 }
        let length = found.reduce(Float(0)) { $0 + $1.1 * $1.1 }.squareRoot()
        if length > 0 { found = found.map { ($0.0, $0.1 / length) } }
        found += Self.cues(bytes, words.count).enumerated().map {
            (Self.hashed + $0.offset, $0.element)
        }
        places = found.map { Int32($0.0) }
        values = found.map { $0.1 }
    }

    /// The few numbers that they are brought down to, the last of them 1: `LearnedPolicy.rank`.
    ///
    /// - Parameter projection: begins with `count` rows of `rank - 1` numbers.
    public func summary(by projection: [Float]) -> [Float] {
        let width = LearnedPolicy.rank - 1
        var summary = [Float](repeating: 0, count: LearnedPolicy.rank)
        summary[width] = 1
        projection.withUnsafeBufferPointer { projection in
            summary.withUnsafeMutableBufferPointer { summary in
                for (place, value) in zip(places, values) {
                    let row = Int(place) * width
                    for column in 0..<width { summary[column] += value * projection[row + column] }
                }
            }
        }
        return summary
    }

    /// Small letters; figures as one sign.
    private static func folded(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 65...90: byte + 32
        case 48...57: 35
        case 9, 10, 13: 32
        default: byte
        }
    }

    /// Another hash for each kind of piece; of its bits some are the place and another the sign.
    private static func add(
        _ piece: some Sequence<UInt8>,
        _ kind: UInt64,
        _ counts: inout [Int: Float]
    ) {
        var hash = piece.fnv1a(from: 0xcbf2_9ce4_8422_2325 ^ (kind &* 0x9E37_79B9_7F4A_7C15))
        hash ^= hash >> 32
        let place = Int(hash % UInt64(hashed))
        counts[place, default: 0] += hash & (1 << 40) == 0 ? 1 : -1
    }

    private static func cues(_ bytes: [UInt8], _ words: Int) -> [Float] {
        var (figures, run, longest, quotes, signs, capitals):
            (Float, Float, Float, Float, Float, Float) = (0, 0, 0, 0, 0, 0)
        var (quoted, isQuoted, lists): (Float, Bool, Float) = (0, false, 0)
        for byte in bytes {
            if (48...57).contains(byte) {
                figures += 1
                run += 1
                longest = max(longest, run)
            } else if byte != 44 {
                run = 0
            }
            if byte == 34 {
                quotes += 1
                isQuoted.toggle()
            } else if isQuoted {
                quoted += 1
            }
            if [43, 42, 47, 61, 94, 45].contains(byte) { signs += 1 }
            if byte == 44 { lists += 1 }
            if (65...90).contains(byte) { capitals += 1 }
        }
        return [
            1, log1(Float(bytes.count)) / 6, log1(Float(words)) / 4, log1(figures) / 4, longest / 8,
            longest > 4 ? 1 : 0, quotes > 0 ? 1 : 0, log1(quoted) / 4, log1(signs) / 3,
            log1(lists) / 3,
            log1(capitals) / 3, bytes.contains(94) ? 1 : 0,
        ]
    }

    private static func log1(_ value: Float) -> Float {
        // A rational stand-in for log(1 + x) that is the same on every machine.
        var (rest, result): (Float, Float) = (1 + value, 0)
        while rest >= 2 {
            rest /= 2
            result += 0.693_147_18
        }
        let x = rest - 1
        return result + x - x * x / 2 + x * x * x / 3 - x * x * x * x / 5
    }
}
