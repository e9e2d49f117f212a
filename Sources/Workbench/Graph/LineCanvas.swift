import CellUI

/// Lines drawn cell by cell, each cell knowing in which directions lines leave it, so that
/// crossings and junctions come out right whatever the order of drawing.
struct LineCanvas {
    struct Directions: OptionSet, Hashable {
        let rawValue: UInt8
        static let up = Directions(rawValue: 1)
        static let down = Directions(rawValue: 2)
        static let left = Directions(rawValue: 4)
        static let right = Directions(rawValue: 8)
    }

    private(set) var cells: [Point: Directions] = [:]

    mutating func line(through points: [Point]) {
        for (start, end) in zip(points, points.dropFirst()) {
            if start.x == end.x {
                for y in min(start.y, end.y)..<max(start.y, end.y) {
                    cells[Point(x: start.x, y: y), default: []].insert(.down)
                    cells[Point(x: start.x, y: y + 1), default: []].insert(.up)
                }
            } else {
                for x in min(start.x, end.x)..<max(start.x, end.x) {
                    cells[Point(x: x, y: start.y), default: []].insert(.right)
                    cells[Point(x: x + 1, y: start.y), default: []].insert(.left)
                }
            }
        }
    }

    static func character(for directions: Directions, unicode: Bool) -> Character {
        let vertical = directions.isSubset(of: [.up, .down])
        let horizontal = directions.isSubset(of: [.left, .right])
        guard unicode else { return vertical ? "|" : horizontal ? "-" : "+" }
        if vertical { return "│" }
        if horizontal { return "─" }
        switch directions {
        case [.down, .right]: return "╭"
        case [.down, .left]: return "╮"
        case [.up, .right]: return "╰"
        case [.up, .left]: return "╯"
        case [.up, .down, .right]: return "├"
        case [.up, .down, .left]: return "┤"
        case [.left, .right, .down]: return "┬"
        case [.left, .right, .up]: return "┴"
        default: return "┼"
        }
    }
}
