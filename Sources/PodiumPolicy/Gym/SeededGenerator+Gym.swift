internal import PodiumCore

extension SeededGenerator {
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
