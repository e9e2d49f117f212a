extension SVGDrawing {
    mutating func drawSeries() {
        var placement = LabelPlacement(bounds: plot, gap: 5)
        for point in series.flatMap(\.points) { placement.take(box(point)) }
        for (index, series) in series.enumerated() {
            let colour = SVGMarker.colour(index)
            add("<g fill=\"\(colour)\">")
            if series.style == .lines, series.points.count > 1 {
                let places = series.points.map { point in
                    let place = place(point)
                    return "\(place.x.fixed(1)),\(place.y.fixed(1))"
                }
                add(
                    "<polyline points=\"\(places.joined(separator: " "))\" fill=\"none\" "
                        + "stroke=\"\(colour)\" stroke-width=\"2\" stroke-linejoin=\"round\"/>"
                )
            }
            for point in series.points {
                drawBar(point, colour)
                drawMarker(point, series, index)
                drawName(point, series, &placement)
            }
            add("</g>")
        }
        if series.allSatisfy(\.points.isEmpty) {
            text("no data", plot.x + plot.width / 2, plot.y + plot.height / 2, .middle)
        }
    }

    private func place(_ point: Chart.Point) -> (x: Double, y: Double) {
        (plot.x + x.position(point.x) * plot.width, height(of: point.y))
    }

    private func height(of value: Double) -> Double {
        plot.y + (1 - y.position(value)) * plot.height
    }

    /// What the mark and the error bar of a point cover.
    private func box(_ point: Chart.Point) -> Box {
        let place = place(point)
        let ends = [point.interval?.lower, point.interval?.upper].compactMap { $0.map(height) }
        let top = ends.reduce(place.y - 5, min)
        let bottom = ends.reduce(place.y + 5, max)
        return Box(x: place.x - 5, y: top, width: 10, height: bottom - top)
    }

    private mutating func drawBar(_ point: Chart.Point, _ colour: String) {
        guard let bar = point.interval else { return }
        let x = place(point).x
        let (lower, upper) = (height(of: bar.lower), height(of: bar.upper))
        line(x, lower, x, upper, colour)
        line(x - 4, lower, x + 4, lower, colour)
        line(x - 4, upper, x + 4, upper, colour)
    }

    private mutating func drawMarker(_ point: Chart.Point, _ series: Chart.Series, _ index: Int) {
        let place = place(point)
        // Curves of many steps stay curves.
        let radius = series.style == .points ? 5 : series.points.count > 40 ? 1.5 : 3.0
        let names = [series.name, point.name ?? ""].filter { !$0.isEmpty }
        let named = names.isEmpty ? "" : names.joined(separator: ", ") + ": "
        var told =
            "\(named)\(chart.x.caption) \(point.x.short), \(chart.y.caption) \(point.y.short)"
        if let bar = point.interval {
            told += " (\((bar.level * 100).short) %: \(bar.lower.short) to \(bar.upper.short))"
        }
        add(
            "<path d=\"\(SVGMarker.path(index, place.x, place.y, radius: radius))\">"
                + "<title>\(escaped(told))</title></path>"
        )
    }

    private mutating func drawName(
        _ point: Chart.Point,
        _ series: Chart.Series,
        _ placement: inout LabelPlacement
    ) {
        guard series.style == .points, let name = point.name, !name.isEmpty else { return }
        let length = Double(name.count) * Self.characterWidth
        guard let label = placement.place(width: length, height: 14, beside: box(point)) else {
            return
        }
        text(name, label.x, label.y + 11, attributes: "fill=\"#333333\"")
    }
}

/// Shapes and colours that tell series apart, also in print and for most colour-blind readers.
enum SVGMarker {
    /// Okabe and Ito, "Color Universal Design" (2008), without their yellow, which is too light for
    /// lines on white, and with three darker ones.
    private static let colours = [
        "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#444444", "#7f3c8d",
        "#8c564b",
    ]

    static func colour(_ index: Int) -> String { colours[index % colours.count] }

    /// A circle, square, triangle, diamond or upside-down triangle around a centre.
    static func path(_ index: Int, _ x: Double, _ y: Double, radius: Double) -> String {
        func polygon(_ corners: [(Double, Double)]) -> String {
            let places = corners.map {
                "\((x + $0.0 * radius).fixed(1)) \((y + $0.1 * radius).fixed(1))"
            }
            return "M" + places.joined(separator: "L") + "Z"
        }
        switch index % 5 {
        case 1: return polygon([(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)])
        case 2: return polygon([(0, -1.1), (1.1, 0.9), (-1.1, 0.9)])
        case 3: return polygon([(0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)])
        case 4: return polygon([(0, 1.1), (1.1, -0.9), (-1.1, -0.9)])
        default:
            let (size, width) = (radius.fixed(1), (2 * radius).fixed(1))
            return "M\((x - radius).fixed(1)) \(y.fixed(1))a\(size) \(size) 0 1 0 \(width) 0"
                + "a\(size) \(size) 0 1 0 -\(width) 0Z"
        }
    }
}
