import PodiumCore

import CellUI
import PodiumTesting
import Testing

struct LayoutTests {
    @Test func `split parts tile the rectangle, whatever is asked for`() {
        let seed: UInt64 = 41
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let rect = Rect(
                x: Int.random(in: -5...5, using: &generator),
                y: Int.random(in: -5...5, using: &generator),
                width: Int.random(in: 0...30, using: &generator),
                height: Int.random(in: 0...30, using: &generator)
            )
            let amount = Int.random(in: -10...50, using: &generator)
            for (first, second) in [rect.split(top: amount), rect.split(bottom: amount)] {
                #expect(first.height + second.height == rect.height, "seed \(seed)")
                #expect(first.minY == rect.minY && second.minY == first.maxY)
                #expect(first.width == rect.width && second.width == rect.width)
            }
            for (first, second) in [rect.split(left: amount), rect.split(right: amount)] {
                #expect(first.width + second.width == rect.width, "seed \(seed)")
                #expect(first.minX == rect.minX && second.minX == first.maxX)
                #expect(first.height == rect.height && second.height == rect.height)
            }
            #expect(rect.contains(rect.inset(by: amount < 0 ? 0 : amount)))
            #expect(rect.contains(rect.row(amount)))
        }
    }

    @Test func `tracks and gaps tile the parent exactly`() {
        let seed: UInt64 = 42
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<1000 {
            let tracks: [Track] = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                generator.once(in: 2)
                    ? .fixed(Int.random(in: -2...20, using: &generator))
                    : .flex(
                        Int.random(in: -1...4, using: &generator),
                        minimum: Int.random(in: 0...15, using: &generator)
                    )
            }
            let axis: Axis = generator.once(in: 2) ? .horizontal : .vertical
            let spacing = Int.random(in: 0...3, using: &generator)
            let rect = Rect(
                x: 3,
                y: 4,
                width: Int.random(in: 0...80, using: &generator),
                height: Int.random(in: 0...80, using: &generator)
            )
            let parts = layout(tracks, in: rect, axis: axis, spacing: spacing)
            let length = axis == .horizontal ? rect.width : rect.height
            let gap = tracks.count > 1 ? min(spacing, length / (tracks.count - 1)) : 0
            var edge = axis == .horizontal ? rect.minX : rect.minY
            for part in parts {
                #expect((axis == .horizontal ? part.minX : part.minY) == edge, "seed \(seed)")
                edge = (axis == .horizontal ? part.maxX : part.maxY) + gap
            }
            let end = axis == .horizontal ? rect.maxX : rect.maxY
            #expect(edge - gap == end, "seed \(seed): \(tracks) in \(rect)")
        }
    }

    @Test func `fixed tracks come first and the rest is shared by weight`() {
        let rect = Rect(x: 0, y: 0, width: 100, height: 10)
        let widths = { (tracks: [Track]) in
            layout(tracks, in: rect, axis: .horizontal).map(\.width)
        }
        #expect(widths([.fixed(20), .flex(1), .flex(3)]) == [20, 20, 60])
        #expect(widths([.flex(1, minimum: 50), .flex(1), .flex(1)]) == [50, 25, 25])
        #expect(widths([.fixed(10), .fixed(10)]) == [10, 90])
        #expect(widths([.fixed(80), .fixed(80)]) == [80, 20])
        #expect(layout([], in: rect, axis: .horizontal).isEmpty)
    }
}
