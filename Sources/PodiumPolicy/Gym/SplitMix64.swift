/// The gym's random numbers: the same seed draws the same problem (Steele, Lea and Flood,
/// "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014).
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// A number of the range or its negative.
    mutating func signed(_ range: ClosedRange<Int>) -> Int { chance() ? int(range) : -int(range) }

    mutating func chance(_ percent: Int = 50) -> Bool { int(1...100) <= percent }

    /// One of several that are known not to be empty.
    mutating func pick<Item>(_ items: [Item]) -> Item { items[int(0...items.count - 1)] }

    /// Different items in random order; all of them when there are fewer.
    mutating func some<Item>(_ count: Int, of items: [Item]) -> [Item] {
        Array(items.shuffled(using: &self).prefix(count))
    }
}
