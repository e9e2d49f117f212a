/// One drawing of a chart as text. From the top: title, caption of y, plot, marks and caption of x,
/// legend. Low charts have the caption of x beside that of y, and no title.
struct TextDrawing {
    var canvas: TextCanvas
    let chart: Chart
    let series: [Chart.Series]
    let glyphs: TextGlyphs
    let x: AxisScale
    private(set) var y: AxisScale
    /// The plot's first column and row, and its size in characters.
    private(set) var (left, top, columns, rows) = (0, 0, 0, 0)

    private static let leastRows = 3

    init(_ chart: Chart, _ canvas: TextCanvas, isASCII: Bool) {
        self.chart = chart
        self.canvas = canvas
        glyphs = isASCII ? .ascii : .unicode
        series = chart.drawableSeries
        x = AxisScale(chart.x.scale, series.xValues, ticks: max(2, min(10, canvas.width / 10)))
        y = AxisScale(chart.y.scale, series.yValues, ticks: 2)
    }

    mutating func draw() {
        let isLow = canvas.height < 14
        if !isLow, !chart.title.isEmpty {
            let title = shortened(plainLine(chart.title), to: canvas.width)
            canvas.put(title, (canvas.width - title.count) / 2, 0)
            top = 1
        }
        let xCaption = chart.x.caption + glyphs.toRight
        let yCaption = chart.y.caption + glyphs.toTop
        let shares = isLow && xCaption.count + yCaption.count + 2 <= canvas.width
        canvas.put(shortened(yCaption, to: canvas.width), 0, top)
        top += 1
        // The axis, its labels, and its caption.
        let below = shares ? 2 : 3
        let legend = legendRows(atMost: canvas.height - top - below - Self.leastRows)
        rows = canvas.height - top - below - legend.count
        guard rows >= 2 else { return }
        y = AxisScale(chart.y.scale, series.yValues, ticks: max(4, min(8, rows * 2 / 3)))
        let gutter = y.ticks.map(\.label.count).max() ?? 0
        left = gutter * 2 < canvas.width ? gutter + 1 : 1
        columns = canvas.width - left
        guard columns >= 2 else { return }

        drawAxes()
        if shares {
            canvas.put(xCaption, canvas.width - xCaption.count, top - 1)
        } else {
            let caption = shortened(xCaption, to: canvas.width)
            let centred = left + (columns - caption.count) / 2
            canvas.put(caption, max(0, min(centred, canvas.width - caption.count)), top + rows + 2)
        }
        drawLegend(legend)
        let note = "no data"
        if series.allSatisfy(\.points.isEmpty), note.count <= columns {
            canvas.put(note, left + (columns - note.count) / 2, top + (rows - 1) / 2)
        }
        drawSeries()
    }

    // MARK: Axes

    private mutating func drawAxes() {
        for row in top..<top + rows { canvas.put(glyphs.vertical, left - 1, row) }
        canvas.put(glyphs.corner, left - 1, top + rows)
        for column in left..<left + columns { canvas.put(glyphs.horizontal, column, top + rows) }
        // The ends are kept first: the axis then says where it starts and ends.
        var marked: Set<Int> = []
        for tick in y.ticks.suffix(1) + y.ticks.dropLast() {
            let row = cell(0, tick.position).row
            guard tick.label.count < left, marked.insert(row).inserted else { continue }
            canvas.put(glyphs.yTick, left - 1, row)
            canvas.put(tick.label, left - 1 - tick.label.count, row)
        }
        var free = canvas.width + 2
        for tick in x.ticks.reversed() {
            let column = cell(tick.position, 0).column
            let length = tick.label.count
            let start = min(max(0, column - length / 2), canvas.width - length)
            guard start >= 0, start + length + 2 <= free else { continue }
            free = start
            canvas.put(glyphs.xTick, column, top + rows)
            canvas.put(tick.label, start, top + rows + 1)
        }
    }

    func dot(_ x: Double, _ y: Double) -> (x: Int, y: Int) {
        (
            left * 2 + Int((x * Double(columns * 2 - 1)).rounded()),
            top * 4 + Int(((1 - y) * Double(rows * 4 - 1)).rounded())
        )
    }

    func dot(_ point: Chart.Point) -> (x: Int, y: Int) {
        dot(x.position(point.x), y.position(point.y))
    }

    private func cell(_ x: Double, _ y: Double) -> (column: Int, row: Int) {
        let dot = dot(x, y)
        return (dot.x / 2, dot.y / 4)
    }
}
