extension Chart {
    /// The chart as a standalone SVG 1.1 document on a white ground of its own. Each point tells
    /// its figures when pointed at.
    ///
    /// - Parameters:
    ///   - width: in pixels, from 240 to 10,000; nearer to those than asked when beyond.
    ///   - height: in pixels, from 180 to 10,000, likewise.
    public func svg(width: Int = 720, height: Int = 440) -> String {
        var drawing = SVGDrawing(
            self,
            width: Double(min(max(width, 240), 10_000)),
            height: Double(min(max(height, 180), 10_000))
        )
        return drawing.document()
    }
}

/// One drawing of a chart as SVG. From the top: title, plot with the caption of y on its left,
/// marks and caption of x, legend.
struct SVGDrawing {
    typealias Box = LabelPlacement.Box

    let chart: Chart
    let series: [Chart.Series]
    let width: Double
    let height: Double
    let x: AxisScale
    let y: AxisScale
    let plot: Box
    private(set) var elements: [String] = []
    private let legend: [[(name: String, index: Int, offset: Double)]]

    /// Of one character at 12 pixels, about: SVG has no way to measure a text.
    static let characterWidth = 6.6
    private static let rowHeight = 18.0

    init(_ chart: Chart, width: Double, height: Double) {
        self.chart = chart
        self.width = width
        self.height = height
        series = chart.drawableSeries
        legend = Self.flowed(series, width: width - 32)
        let top = chart.title.isEmpty ? 16.0 : 40
        // The legend may take up to half the picture.
        let rows = min(Double(legend.count), (height / 2 / Self.rowHeight).rounded(.down))
        let bottom = height - 52 - rows * Self.rowHeight
        let room = bottom - top
        y = AxisScale(chart.y.scale, series.yValues, ticks: max(4, min(8, Int(room / 40))))
        let gutter = Double(y.ticks.map(\.label.count).max() ?? 0) * Self.characterWidth
        let left = min(40 + gutter, width / 2)
        let span = width - left - 24
        x = AxisScale(chart.x.scale, series.xValues, ticks: max(2, min(10, Int(span / 60))))
        plot = Box(x: left, y: top, width: span, height: max(20, room))
    }

    mutating func document() -> String {
        let size = "width=\"\(width.fixed(0))\" height=\"\(height.fixed(0))\""
        elements = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" \(size) "
                + "viewBox=\"0 0 \(width.fixed(0)) \(height.fixed(0))\" font-size=\"12\" "
                + "font-family=\"system-ui, Helvetica, Arial, sans-serif\" fill=\"#333333\">",
            "<title>\(escaped(chart.title))</title>",
            "<rect \(size) fill=\"#ffffff\"/>",
        ]
        if !chart.title.isEmpty {
            let large = "font-size=\"15\" font-weight=\"600\""
            // At 15 pixels a text is longer by a third than is reckoned.
            text(chart.title, width / 2, 24, .middle, room: width * 0.7, attributes: large)
        }
        drawAxes()
        drawSeries()
        drawLegend()
        return elements.joined(separator: "\n") + "\n</svg>\n"
    }

    // MARK: Elements

    mutating func add(_ element: String) { elements.append(element) }

    enum Anchor: String { case start, middle, end }

    /// - Parameter room: in pixels, for texts that would run out of the picture.
    mutating func text(
        _ text: String,
        _ x: Double,
        _ y: Double,
        _ anchor: Anchor = .start,
        room: Double = .infinity,
        attributes: String = ""
    ) {
        var attributes = attributes.isEmpty ? "" : " " + attributes
        if Double(text.count) * Self.characterWidth > room {
            attributes += " textLength=\"\(room.fixed(0))\" lengthAdjust=\"spacingAndGlyphs\""
        }
        add(
            "<text x=\"\(x.fixed(1))\" y=\"\(y.fixed(1))\" text-anchor=\"\(anchor)\"\(attributes)>"
                + "\(escaped(text))</text>"
        )
    }

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ stroke: String) {
        add(
            "<line x1=\"\(x1.fixed(1))\" y1=\"\(y1.fixed(1))\" x2=\"\(x2.fixed(1))\" "
                + "y2=\"\(y2.fixed(1))\" stroke=\"\(stroke)\"/>"
        )
    }

    func escaped(_ text: String) -> String {
        plainLine(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }

    // MARK: Axes and legend

    private mutating func drawAxes() {
        let (right, bottom) = (plot.x + plot.width, plot.y + plot.height)
        for tick in y.ticks {
            let place = bottom - tick.position * plot.height
            line(plot.x, place, right, place, "#e4e4e4")
            text(tick.label, plot.x - 6, place + 4, .end)
        }
        // The last label is kept first: the axis then says where it ends.
        var free = width + 8
        for tick in x.ticks.reversed() {
            let place = plot.x + tick.position * plot.width
            let half = Double(tick.label.count) * Self.characterWidth / 2
            guard place + half + 8 <= free else { continue }
            free = place - half
            line(place, plot.y, place, bottom, "#e4e4e4")
            text(tick.label, place, bottom + 16, .middle)
        }
        line(plot.x, plot.y, plot.x, bottom, "#666666")
        line(plot.x, bottom, right, bottom, "#666666")
        let centre = plot.x + plot.width / 2
        text(chart.x.caption, centre, bottom + 36, .middle, room: plot.width)
        let middle = plot.y + plot.height / 2
        let turn = "transform=\"rotate(-90 16 \(middle.fixed(1)))\""
        text(chart.y.caption, 16, middle, .middle, room: plot.height, attributes: turn)
    }

    private mutating func drawLegend() {
        for (row, entries) in legend.enumerated() {
            let middle = plot.y + plot.height + 56 + Double(row) * Self.rowHeight
            guard middle < height else { break }
            for entry in entries {
                let x = 16 + entry.offset
                let colour = SVGMarker.colour(entry.index)
                if series[entry.index].style == .lines {
                    line(x - 2, middle, x + 14, middle, colour)
                }
                add(
                    "<path d=\"\(SVGMarker.path(entry.index, x + 6, middle, radius: 4))\" "
                        + "fill=\"\(colour)\"/>"
                )
                text(entry.name, x + 20, middle + 4, room: width - 52)
            }
        }
    }

    private static func flowed(_ series: [Chart.Series], width: Double)
        -> [[(name: String, index: Int, offset: Double)]]
    {
        var rows: [[(name: String, index: Int, offset: Double)]] = []
        var used = Double.infinity
        for (index, series) in series.enumerated() where !series.name.isEmpty {
            let length = 36 + Double(series.name.count) * characterWidth
            if used + length > width {
                rows.append([])
                used = 0
            }
            rows[rows.count - 1].append((series.name, index, used))
            used += length
        }
        return rows
    }
}
