import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

struct GraphViewTests {
    static let sizes = [
        Size(width: 40, height: 10), Size(width: 80, height: 24), Size(width: 120, height: 36),
        Size(width: 200, height: 60),
    ]

    private func step(_ number: Int) -> GraphView.Selection { .node(.step(StepID(number))) }

    private func drawn(
        _ history: HistoryBuilder,
        _ width: Int = 80,
        _ height: Int = 40
    ) -> GraphView {
        var view = GraphView()
        _ = GraphDrawing.draw(history, size: Size(width: width, height: height), view: &view)
        return view
    }

    // MARK: Moving

    @Test func `arrows go from layer to layer, and sideways within one`() {
        var view = drawn(GraphHistories.diamond)
        view.select(.node(.conductor(WorkflowID(1))))
        view.move(.down)
        #expect(view.selection == step(1))
        view.move(.down)
        #expect(view.selection == step(2))
        view.move(.right)
        #expect(view.selection == step(3))
        view.move(.right)
        #expect(view.selection == step(3))
        view.move(.down)
        #expect(view.selection == step(4))
        view.move(.up)
        view.move(.up)
        #expect(view.selection == step(1))
    }

    @Test func `without a selection the first key selects what runs`() {
        var view = drawn(GraphHistories.chain)
        view.move(.up)
        #expect(view.selection == step(2))
    }

    @Test func `the edges at a node are gone through, and back to it`() {
        var view = drawn(GraphHistories.diamond)
        view.select(step(4))
        view.selectEdge(by: 1)
        #expect(view.selection == .edge(from: .step(StepID(2)), to: .step(StepID(4))))
        view.selectEdge(by: 1)
        #expect(view.selection == .edge(from: .step(StepID(3)), to: .step(StepID(4))))
        view.selectEdge(by: 1)
        #expect(view.selection == step(4))
        view.selectEdge(by: -1)
        view.move(.up)
        #expect(view.selection == step(3))
    }

    @Test func `in the tree left is what a step sees, right what sees it`() {
        var view = drawn(GraphHistories.diamond, 20, 8)
        view.select(step(2))
        view.move(.left)
        #expect(view.selection == step(1))
        view.move(.right)
        #expect(view.selection == step(2))
        view.move(.down)
        #expect(view.selection == step(3))
    }

    @Test func `a selection that is gone is dropped`() {
        var view = drawn(GraphHistories.diamond)
        view.select(step(4))
        _ = GraphDrawing.draw(
            GraphModel(GraphHistories.chain.state, now: GraphHistories.chain.now),
            size: Size(width: 80, height: 40),
            view: &view
        )
        #expect(view.selection == nil)
    }

    // MARK: Form and zoom

    @Test func `what fits is drawn with all figures, else smaller, else it is a tree`() {
        #expect(zoom(drawn(GraphHistories.diamond, 80, 40)) == .detailed)
        #expect(zoom(drawn(GraphHistories.diamond, 40, 20)) == .normal)
        #expect(zoom(drawn(GraphHistories.diamond, 40, 14)) == .compact)
        #expect(zoom(drawn(GraphHistories.diamond, 23, 20)) == nil)
        // In a low strip the rows of a tree tell more than boxes without figures.
        #expect(zoom(drawn(GraphHistories.diamond, 80, 13)) == nil)
        #expect(zoom(drawn(GraphHistories.fan, 30, 8)) == nil)
    }

    @Test func `a run keeps its form until there is no room for it`() {
        var view = drawn(GraphHistories.fan, 40, 20)
        #expect(zoom(view) == nil)
        // A smaller plan, in the same room, has the form that was there.
        _ = GraphDrawing.draw(
            GraphHistories.chain,
            size: Size(width: 40, height: 20),
            view: &view
        )
        #expect(zoom(view) == nil)
        // In other room it is chosen anew.
        _ = GraphDrawing.draw(
            GraphHistories.chain,
            size: Size(width: 60, height: 40),
            view: &view
        )
        #expect(zoom(view) == .detailed)
    }

    @Test func `a tree that is too long for a column has several`() throws {
        let view = drawn(GraphHistories.fan, 80, 5)
        #expect(view.hiddenSides.isEmpty)
        #expect(view.nodeAreas.count == 10)
        let areas = view.nodeAreas.values
        #expect(Set(areas.map(\.x)).count == 2)
        for area in areas { #expect(areas.count { !$0.intersection(area).isEmpty } == 1) }
    }

    @Test func `zooming goes from what is drawn, and ends at the ends`() {
        var view = drawn(GraphHistories.diamond, 40, 14)
        for expected in [GraphView.Zoom.narrow, .narrow] {
            view.zoom(by: -1)
            _ = GraphDrawing.draw(
                GraphHistories.diamond,
                size: Size(width: 80, height: 40),
                view: &view
            )
            #expect(view.zoom == expected)
        }
        for expected in [GraphView.Zoom.compact, .normal, .detailed, .detailed] {
            view.zoom(by: 1)
            _ = GraphDrawing.draw(
                GraphHistories.diamond,
                size: Size(width: 80, height: 40),
                view: &view
            )
            #expect(view.zoom == expected)
        }
    }

    @Test func `the form is the tree and what fits in turn`() {
        var view = drawn(GraphHistories.diamond)
        view.toggleForm()
        #expect(view.form == .tree)
        draw(&view, width: 80)
        #expect(zoom(view) == nil)
        view.toggleForm()
        #expect(view.form == .automatic)
        // Where the tree is what fits, boxes are the other form.
        draw(&view, width: 20)
        #expect(zoom(view) == nil)
        view.toggleForm()
        #expect(view.form == .boxes)
        view.toggleForm()
        draw(&view, width: 80)
        // A tree has one size: another one is asked of boxes.
        view.zoom(by: 1)
        #expect(view.form == .boxes && view.zoom == .detailed)
    }

    private func draw(_ view: inout GraphView, width: Int) {
        _ = GraphDrawing.draw(
            GraphHistories.diamond,
            size: Size(width: width, height: 40),
            view: &view
        )
    }

    private func zoom(_ view: GraphView) -> GraphView.Zoom? {
        guard case .boxes(_, let zoom)? = view.picture?.drawing else { return nil }
        return zoom
    }

    // MARK: Scrolling

    @Test func `scrolling ends at the ends, and marks tell of what lies beyond`() {
        var view = GraphView()
        view.form = .boxes
        _ = GraphDrawing.draw(GraphHistories.fan, size: Size(width: 50, height: 6), view: &view)
        view.scroll(toEnd: false)
        #expect(view.hiddenSides.isSuperset(of: [.right]))
        view.scroll(columns: -5, rows: -5)
        #expect(view.offset == .zero)
        view.scroll(pagesRight: 100, pagesDown: 100)
        #expect(view.offset == view.picture?.farthestOffset)
        #expect(view.hiddenSides.isDisjoint(with: [.right, .down]))
        #expect(view.hiddenSides.contains(.left))
    }

    @Test(arguments: [GraphView.Form.boxes, .tree])
    func `whatever is selected comes into view`(form: GraphView.Form) {
        var view = GraphView()
        view.form = form
        for number in [9, 1, 5, 8] {
            view.select(step(number))
            _ = GraphDrawing.draw(
                GraphHistories.fan,
                size: Size(width: 30, height: 4),
                view: &view
            )
            #expect(view.nodeAreas[.step(StepID(number))] != nil)
        }
    }

    // MARK: The mouse

    @Test(arguments: sizes) func `every node in view is hit where it is drawn`(size: Size) {
        for history in [
            GraphHistories.fan, GraphHistories.nested, GraphHistories.rounds,
            GraphHistories.longEdge,
        ] {
            let view = drawn(history, size.width, size.height)
            #expect(!view.nodeAreas.isEmpty)
            for (pane, area) in view.nodeAreas {
                #expect(view.hit(area.origin) == .node(pane))
                #expect(view.hit(Point(x: area.maxX - 1, y: area.maxY - 1)) == .node(pane))
            }
            #expect(view.hit(Point(x: size.width, y: 0)) == nil)
        }
    }

    @Test func `a line is hit as its edge, and again as the next that runs there`() throws {
        var view = drawn(GraphHistories.diamond)
        let below = try #require(view.nodeAreas[.step(StepID(1))])
        let point = Point(x: below.x + below.width / 2, y: below.maxY)
        let first = GraphView.Selection.edge(from: .step(StepID(1)), to: .step(StepID(2)))
        #expect(view.hit(point) == first)
        view.select(first)
        #expect(view.hit(point) == .edge(from: .step(StepID(1)), to: .step(StepID(3))))
    }

    @Test func `boxes stay where they are while states change`() {
        var history = GraphHistories.diamond
        let before = drawn(history).nodeAreas
        history.finish(3)
        history.decide(.skip(StepID(3)))
        #expect(drawn(history).nodeAreas == before)
    }

    // MARK: Any size

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `any graph draws at any size, zoom and form`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var view = GraphView()
        let histories = [
            GraphHistories.fan, GraphHistories.nested, GraphHistories.rounds,
            GraphHistories.overridden, HistoryBuilder(),
        ]
        for _ in 0..<12 {
            let size = Size(
                width: Int.random(in: 0...60, using: &random),
                height: Int.random(in: 0...20, using: &random)
            )
            let history = histories[Int.random(in: 0..<5, using: &random)]
            let buffer = GraphDrawing.draw(history, size: size, view: &view)
            #expect(buffer.size == size)
            #expect(view.offset.x >= 0 && view.offset.y >= 0)
            if random.once(in: 2) { view.zoom(by: random.once(in: 2) ? 1 : -1) }
            if random.once(in: 2) { view.toggleForm() }
            if random.once(in: 2) { view.move(.down) }
            if random.once(in: 2) { view.scroll(columns: 7, rows: 3) }
        }
    }
}
