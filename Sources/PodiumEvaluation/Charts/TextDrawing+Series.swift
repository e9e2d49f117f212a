extension TextDrawing {
    mutating func drawSeries() {
        for (index, series) in series.enumerated() {
            for (before, point) in zip([nil] + series.points.map(Optional.some), series.points) {
                if let before, series.style == .lines {
                    canvas.line(from: dot(before), to: dot(point), colour: index)
                }
                guard let bar = point.interval else { continue }
                let place = dot(point)
                let ends = (dot(0, y.position(bar.lower)).y, dot(0, y.position(bar.upper)).y)
                canvas.line(from: (place.x, ends.0), to: (place.x, ends.1), colour: index)
            }
        }
        var names: [(text: String, colour: Int, column: Int, row: Int)] = []
        for (index, series) in series.enumerated() {
            for point in marked(series, index) {
                let place = dot(point)
                let (column, row) = freeCell(place.x / 2, place.y / 4)
                canvas.put(glyphs.marker(index), column, row, colour: index)
                if series.style == .points, let name = point.name, !name.isEmpty {
                    names.append((plainLine(name), index, column, row))
                }
            }
        }
        drawNames(names)
    }

    /// A second point in one character moves to the next, so that none disappears.
    private func freeCell(_ column: Int, _ row: Int) -> (Int, Int) {
        for offset in [0, 1, -1] where column + offset >= left {
            if canvas.isFree(column + offset, row) { return (column + offset, row) }
        }
        return (column, row)
    }

    /// All points of a series of points. On lines, marks only tell one line from another: a few
    /// each, and not where the other lines have theirs.
    private func marked(_ series: Chart.Series, _ index: Int) -> [Chart.Point] {
        guard series.style == .lines, series.points.count > 1 else { return series.points }
        guard self.series.count > 1 else { return [] }
        let spacing = max(4, columns / 4)
        var next = left + spacing * (2 * index + 1) / (2 * self.series.count)
        return series.points.filter { point in
            let column = dot(point).x / 2
            guard column >= next else { return false }
            next += ((column - next) / spacing + 1) * spacing
            return true
        }
    }

    private mutating func drawNames(
        _ names: [(text: String, colour: Int, column: Int, row: Int)]
    ) {
        typealias Box = LabelPlacement.Box
        guard !names.isEmpty else { return }
        func box(_ column: Int, _ row: Int, _ width: Int, _ height: Int) -> Box {
            Box(
                x: Double(column),
                y: Double(row),
                width: Double(width),
                height: Double(height)
            )
        }
        var placement = LabelPlacement(bounds: box(left, top, columns, rows), gap: 1)
        for row in top..<top + rows {
            for column in left..<left + columns where canvas.hasInk(column, row) {
                placement.take(box(column, row, 1, 1))
            }
        }
        for name in names {
            let beside = box(name.column, name.row, 1, 1)
            guard
                let place = placement.place(
                    width: Double(name.text.count),
                    height: 1,
                    beside: beside
                )
            else { continue }
            canvas.put(name.text, Int(place.x), Int(place.y), colour: name.colour)
        }
    }
}
