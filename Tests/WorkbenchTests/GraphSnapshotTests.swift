import CellUI
import Foundation
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// Pictures of the graph, each looked at before it was recorded.
struct GraphSnapshotTests {
    struct Picture: CustomTestStringConvertible, Sendable {
        var name: String
        var history: HistoryBuilder
        var size: Size
        var zoom = 0
        var unicode = true
        var selection: GraphView.Selection?
        var testDescription: String { name }
    }

    static let pictures = [
        Picture(
            name: "diamond-narrow",
            history: GraphHistories.diamond,
            size: Size(width: 26, height: 10)
        ),
        Picture(name: "chain", history: GraphHistories.chain, size: Size(width: 30, height: 17)),
        Picture(
            name: "diamond",
            history: GraphHistories.diamond,
            size: Size(width: 40, height: 16)
        ),
        Picture(
            name: "diamond-detailed",
            history: GraphHistories.diamond,
            size: Size(width: 66, height: 24),
            zoom: 1
        ),
        Picture(
            name: "diamond-ascii",
            history: GraphHistories.diamond,
            size: Size(width: 40, height: 16),
            unicode: false,
            selection: .node(.step(StepID(2)))
        ),
        Picture(
            name: "long-edge",
            history: GraphHistories.longEdge,
            size: Size(width: 44, height: 21)
        ),
        Picture(
            name: "long-edge-selected",
            history: GraphHistories.longEdge,
            size: Size(width: 44, height: 21),
            selection: .edge(from: .step(StepID(1)), to: .step(StepID(5)))
        ),
        Picture(
            name: "long-edge-compact-ascii",
            history: GraphHistories.longEdge,
            size: Size(width: 44, height: 16),
            unicode: false,
            selection: .edge(from: .step(StepID(1)), to: .step(StepID(5)))
        ),
        Picture(name: "fan", history: GraphHistories.fan, size: Size(width: 136, height: 12)),
        Picture(
            name: "fan-scrolled",
            history: GraphHistories.fan,
            size: Size(width: 50, height: 8)
        ),
        Picture(name: "fan-tree", history: GraphHistories.fan, size: Size(width: 20, height: 8)),
        Picture(name: "rounds", history: GraphHistories.rounds, size: Size(width: 44, height: 24)),
        Picture(
            name: "rounds-tree",
            history: GraphHistories.rounds,
            size: Size(width: 28, height: 4)
        ),
        Picture(
            name: "rounds-narrow",
            history: GraphHistories.rounds,
            size: Size(width: 20, height: 8)
        ),
        Picture(name: "nested", history: GraphHistories.nested, size: Size(width: 50, height: 34)),
        Picture(
            name: "nested-compact",
            history: GraphHistories.nested,
            size: Size(width: 50, height: 20)
        ),
        Picture(
            name: "nested-tree",
            history: GraphHistories.nested,
            size: Size(width: 22, height: 9)
        ),
        Picture(
            name: "nested-ascii",
            history: GraphHistories.nested,
            size: Size(width: 50, height: 34),
            unicode: false
        ),
        Picture(
            name: "overrides",
            history: GraphHistories.overridden,
            size: Size(width: 40, height: 21)
        ),
        Picture(
            name: "overrides-tree",
            history: GraphHistories.overridden,
            size: Size(width: 22, height: 7)
        ),
        Picture(
            name: "overrides-ascii",
            history: GraphHistories.overridden,
            size: Size(width: 40, height: 21),
            unicode: false
        ),
    ]

    @Test(arguments: pictures) func `the graph looks as recorded`(picture: Picture) throws {
        var view = GraphView()
        if picture.zoom > 0 { view.zoom(by: picture.zoom) }
        view.select(picture.selection)
        let buffer = GraphDrawing.draw(
            picture.history,
            size: picture.size,
            view: &view,
            unicode: picture.unicode
        )
        let directory = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Snapshots")
        try ScreenSnapshot(buffer).verify(named: "graph-\(picture.name)", in: directory)
    }

    @Test(arguments: pictures) func `in ASCII nothing else is drawn`(picture: Picture) {
        var view = GraphView()
        view.select(picture.selection)
        let buffer = GraphDrawing.draw(
            picture.history,
            size: picture.size,
            view: &view,
            unicode: false
        )
        #expect(buffer.text.unicodeScalars.allSatisfy { $0.isASCII })
    }
}

enum GraphDrawing {
    static func look(unicode: Bool = true) -> Look {
        Look(theme: Theme(scheme: .podiumDark, depth: .trueColor), unicode: unicode)
    }

    /// A graph that fills a buffer.
    static func draw(
        _ history: HistoryBuilder,
        size: Size,
        view: inout GraphView,
        unicode: Bool = true
    ) -> CellBuffer {
        draw(GraphModel(history.state, now: history.now), size: size, view: &view, unicode: unicode)
    }

    static func draw(
        _ model: GraphModel,
        size: Size,
        view: inout GraphView,
        unicode: Bool = true
    ) -> CellBuffer {
        var buffer = CellBuffer(size: size)
        GraphPane(model: model, look: look(unicode: unicode), frame: 0)
            .render(in: Rect(size), view: &view, into: &buffer)
        return buffer
    }
}
