import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// Tests that compare the graph with pictures.
protocol GraphPictures {}

extension GraphPictures {
    private func draw(
        _ history: HistoryBuilder,
        _ width: Int,
        _ height: Int,
        _ zoom: Int,
        _ unicode: Bool,
        _ form: GraphView.Form,
        _ selection: GraphView.Selection?
    ) -> CellBuffer {
        var view = GraphView()
        view.form = form
        if zoom > 0 { view.zoom(by: zoom) }
        view.select(selection)
        let size = Size(width: width, height: height)
        return GraphDrawing.draw(history, size: size, view: &view, unicode: unicode)
    }

    /// What is drawn.
    func picture(
        _ history: HistoryBuilder,
        _ width: Int,
        _ height: Int,
        zoom: Int = 0,
        unicode: Bool = true,
        form: GraphView.Form = .automatic,
        selecting selection: GraphView.Selection? = nil
    ) -> String {
        draw(history, width, height, zoom, unicode, form, selection).picture
    }

    /// What is drawn, with the roles of its styles.
    func snapshot(
        _ history: HistoryBuilder,
        _ width: Int,
        _ height: Int,
        form: GraphView.Form = .automatic,
        selecting selection: GraphView.Selection? = nil
    ) -> String {
        ScreenSnapshot(
            draw(history, width, height, 0, true, form, selection),
            theme: GraphDrawing.look().theme
        ).text
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
