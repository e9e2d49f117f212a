import CellUI

/// Where the boxes and lines of a layered drawing stand, in cells, from (0, 0).
///
/// It depends on its shape alone, so boxes stay put while states change.
struct GraphLayout: Equatable, Sendable {
    struct Edge: Hashable, Sendable {
        var from: Int
        var to: Int
    }

    private(set) var boxes: [Rect] = []
    /// The frames around the nodes that stand within a node, below its box.
    private(set) var frames: [Int: Rect] = [:]
    private(set) var edges: [Edge] = []
    private(set) var size = Size.zero
    /// All lines, from border to border.
    private(set) var canvas = LineCanvas(size: .zero)
    private var places: [Edge: Int] = [:]
    private var sources: Set<Int> = []
    private var targets: Set<Int> = []
    private var pieces: [[Point]] = []
    private var piecesOfEdge: [[Int]] = []

    init(_ shape: GraphShape) {
        let level = LevelLayout(shape)
        size = level.size
        boxes = shape.boxes.indices.map { level.boxes[$0] ?? .zero }
        frames = level.frames
        pieces = level.pieces
        let sorted = level.edges.sorted { ($0.to, $0.from) < ($1.to, $1.from) }
        edges = sorted.map { Edge(from: $0.from, to: $0.to) }
        piecesOfEdge = sorted.map(\.pieces)
        places = Dictionary(
            edges.enumerated().map { ($1, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        sources = Set(edges.map(\.from))
        targets = Set(edges.map(\.to))
        canvas = LineCanvas(size: size)
        for piece in pieces { canvas.line(through: piece) }
    }

    /// The corners of an edge's line, from the lower border of one box (or its frame) to the upper
    /// border of the other; where boxes are one line high, to the row above it.
    func corners(of edge: Edge) -> [Point] {
        guard let index = places[edge] else { return [] }
        return piecesOfEdge[index].flatMap { pieces[$0] }
    }

    /// The cells that an edge's line passes.
    func cells(of edge: Edge) -> [Point] {
        let corners = corners(of: edge)
        return zip(corners, corners.dropFirst()).flatMap { start, end in
            (min(start.y, end.y)...max(start.y, end.y)).flatMap { y in
                (min(start.x, end.x)...max(start.x, end.x)).map { Point(x: $0, y: y) }
            }
        }
    }

    /// The edges whose line passes a cell.
    func edges(through cell: Point) -> [Edge] {
        guard !canvas[cell.x, cell.y].isEmpty else { return [] }
        return zip(edges, piecesOfEdge).filter { _, indices in
            indices.contains { index in
                zip(pieces[index], pieces[index].dropFirst()).contains { start, end in
                    (min(start.x, end.x)...max(start.x, end.x)).contains(cell.x)
                        && (min(start.y, end.y)...max(start.y, end.y)).contains(cell.y)
                }
            }
        }.map(\.0)
    }

    /// Where the arrow head of a node's edges stands; nil when none lead to it.
    func head(of node: Int) -> Point? {
        guard targets.contains(node) else { return nil }
        let box = boxes[node]
        return Point(x: box.x + box.width / 2, y: box.height == 1 ? box.y - 1 : box.y)
    }

    func isSource(_ node: Int) -> Bool { sources.contains(node) }

    /// A node's box, and the frame below it.
    func block(of node: Int) -> Rect {
        guard let frame = frames[node] else { return boxes[node] }
        return Rect(
            x: min(frame.x, boxes[node].x),
            y: boxes[node].y,
            width: max(frame.width, boxes[node].width),
            height: frame.maxY - boxes[node].y
        )
    }
}
