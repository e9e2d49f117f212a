/// Finds room for labels beside points, so that none covers another, a point or the border.
struct LabelPlacement {
    struct Box {
        var x: Double
        var y: Double
        var width: Double
        var height: Double

        func overlaps(_ other: Box, gap: Double) -> Bool {
            x < other.x + other.width + gap && other.x < x + width + gap
                && y < other.y + other.height && other.y < y + height
        }
    }

    let bounds: Box
    /// Along x, between labels and what they stand beside.
    let gap: Double
    private(set) var taken: [Box] = []

    init(bounds: Box, gap: Double) {
        self.bounds = bounds
        self.gap = gap
    }

    mutating func take(_ box: Box) { taken.append(box) }

    /// Takes the first free place: right of the point, left, above or below. Nil where none is
    /// free.
    mutating func place(width: Double, height: Double, beside point: Box) -> Box? {
        let middle = (point.y + (point.height - height) / 2).rounded()
        let centre = (point.x + (point.width - width) / 2).rounded()
        let places = [
            (point.x + point.width + gap, middle), (point.x - gap - width, middle),
            (centre, point.y - height), (centre, point.y + point.height),
        ]
        let free = places.lazy.map { Box(x: $0.0, y: $0.1, width: width, height: height) }
            .first { box in
                box.x >= bounds.x && box.x + width <= bounds.x + bounds.width
                    && box.y >= bounds.y && box.y + height <= bounds.y + bounds.height
                    && !taken.contains { $0.overlaps(box, gap: gap) }
            }
        if let free { take(free) }
        return free
    }
}
