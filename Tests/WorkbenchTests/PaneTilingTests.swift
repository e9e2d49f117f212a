import CellUI
import PodiumCore
import Testing

@testable import Workbench

/// How panes share an area.
struct PaneTilingTests {
    typealias Pane = PaneTiling.Pane

    /// Some that run, and others around them.
    static func panes(
        running: Int,
        others: ClosedRange<Int>,
        random: inout SeededGenerator
    ) -> [Pane] {
        let idle = (0..<Int.random(in: others, using: &random)).map { _ in
            Pane(
                activity: Bool.random(using: &random) ? .waiting : .settled,
                wanted: Int.random(in: 2...40, using: &random),
                layer: Int.random(in: 0...3, using: &random)
            )
        }
        let busy = (0..<running).map { _ in Pane(layer: Int.random(in: 0...3, using: &random)) }
        return (idle + busy).shuffled(using: &random)
    }

    /// Any set of panes, one of them perhaps looked at.
    private static func anyPanes(_ random: inout SeededGenerator) -> [Pane] {
        let running = Int.random(in: 0...5, using: &random)
        var panes = panes(running: running, others: 0...20, random: &random)
        if let index = panes.indices.randomElement(using: &random), Bool.random(using: &random) {
            panes[index].isKept = true
            panes[index].isFocused = true
        }
        return panes
    }

    private static func anyArea(_ random: inout SeededGenerator) -> Rect {
        Rect(
            x: 3,
            y: 2,
            width: Int.random(in: 20...240, using: &random),
            height: Int.random(in: 3...60, using: &random)
        )
    }

    @Test(arguments: 0..<400)
    func `every pane has a place of its own, or it is told that it is out of view`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let panes = Self.anyPanes(&random)
        let area = Self.anyArea(&random)
        let tiling = PaneTiling(panes, in: area, readableHeight: 6)
        let hidden = tiling.notes.flatMap(\.hidden)
        #expect(Set(hidden).count == hidden.count)
        for index in panes.indices {
            #expect(tiling.places[index].isEmpty == hidden.contains(index), "\(panes) \(tiling)")
        }
        let rects = tiling.places.filter { !$0.isEmpty } + tiling.notes.map(\.area)
        #expect(rects.allSatisfy { area.contains($0) && !$0.isEmpty }, "\(area) \(tiling)")
        for (index, rect) in rects.enumerated() {
            for other in rects[(index + 1)...] {
                #expect(rect.intersection(other).isEmpty, "\(tiling)")
            }
        }
    }

    @Test(arguments: 0..<400)
    func `what runs, or is looked at, has a frame, and others give way first`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let panes = Self.anyPanes(&random)
        let area = Self.anyArea(&random)
        let tiling = PaneTiling(panes, in: area, readableHeight: 6)
        let hidden = tiling.notes.flatMap(\.hidden)
        for (pane, place) in zip(panes, tiling.places) where !place.isEmpty {
            if pane.activity == .running || pane.isKept {
                let least = min(PaneTiling.leastHeight, area.height - 1)
                #expect(place.height >= least, "\(panes) \(tiling)")
            } else {
                // A row, or a whole frame.
                #expect(place.height == 1 || place.height >= PaneTiling.leastHeight)
            }
        }
        #expect(hidden.allSatisfy { !panes[$0].isFocused })
        for note in tiling.notes
        where note.hidden.contains(where: { panes[$0].activity == .running }) {
            let column = tiling.places.indices.filter {
                tiling.places[$0].x == note.area.x && !tiling.places[$0].isEmpty
            }
            #expect(column.allSatisfy { panes[$0].activity == .running || panes[$0].isKept })
        }
    }

    @Test(arguments: 0..<200)
    func `what others write moves no pane that is looked at or runs`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var panes = Self.anyPanes(&random)
        let area = Self.anyArea(&random)
        let before = PaneTiling(panes, in: area, readableHeight: 6)
        for index in panes.indices where panes[index].activity == .running {
            panes[index].wanted = Int.random(in: 0...500, using: &random)
        }
        #expect(PaneTiling(panes, in: area, readableHeight: 6) == before)
    }

    @Test(arguments: 0..<200)
    func `no column is too narrow to be read, and none too wide while others could stand beside it`(
        seed: Int
    ) {
        var random = SeededGenerator(seed: UInt64(seed))
        let panes = Self.panes(running: 4, others: 0...6, random: &random)
        let area = Self.anyArea(&random)
        let tiling = PaneTiling(panes, in: area, readableHeight: 6)
        for place in tiling.places where !place.isEmpty {
            #expect(place.width >= min(area.width, 34))
            #expect(place.width <= 120, "\(area)")
        }
    }

    @Test func `siblings stand side by side, and stay there whatever they do`() {
        let area = Rect(x: 0, y: 0, width: 120, height: 23)
        var panes = [Pane(activity: .settled, wanted: 9, layer: 0)]
        panes += (0..<4).map { _ in Pane(layer: 1) }
        panes.append(Pane(activity: .waiting, layer: 2))
        let columns = PaneTiling(panes, in: area, readableHeight: 10).places.map(\.x)
        #expect(Set(columns) == [0, 60])
        panes[1].activity = .settled
        panes[2].activity = .settled
        #expect(PaneTiling(panes, in: area, readableHeight: 10).places.map(\.x) == columns)
    }

    @Test func `one that waits is a row, and one that is done shows how it began`() {
        let panes = [
            Pane(activity: .settled, wanted: 40), Pane(layer: 1),
            Pane(activity: .waiting, layer: 2),
        ]
        let area = Rect(x: 0, y: 0, width: 80, height: 30)
        let heights = PaneTiling(panes, in: area, readableHeight: 6).places.map(\.height)
        #expect(heights == [5, 24, 1])
    }

    @Test func `once nothing runs, what was written has the room`() {
        let panes = [
            Pane(activity: .settled, wanted: 12), Pane(activity: .settled, wanted: 6, layer: 1),
        ]
        let area = Rect(x: 0, y: 0, width: 80, height: 30)
        let heights = PaneTiling(panes, in: area, readableHeight: 6).places.map(\.height)
        #expect(heights.reduce(0, +) == 30)
        #expect(heights[0] >= 12 && heights[1] >= 6)
    }

    @Test func `in a grid all are of one size`() {
        let panes = [
            Pane(activity: .settled, wanted: 4), Pane(), Pane(activity: .waiting),
            Pane(isFocused: true),
        ]
        let area = Rect(x: 0, y: 0, width: 120, height: 20)
        let tiling = PaneTiling(panes, in: area, readableHeight: 6, isGrid: true)
        #expect(Set(tiling.places.map(\.size)) == [Size(width: 60, height: 10)])
    }
}
