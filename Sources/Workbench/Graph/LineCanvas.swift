import CellUI

/// Lines drawn cell by cell, each cell knowing in which directions lines leave it, so that
/// crossings and junctions come out right whatever the order of drawing.
///
/// Where two lines cross, the upright one is drawn over the other (`─│─`); a junction of four is
/// `┼`. So a reader can tell what is joined and what only passes.
struct LineCanvas: Equatable, Sendable {
    struct Directions: OptionSet, Hashable, Sendable {
        let rawValue: UInt8
        static let up = Directions(rawValue: 1)
        static let down = Directions(rawValue: 2)
        static let left = Directions(rawValue: 4)
        static let right = Directions(rawValue: 8)
        /// A line turns or ends here, and does not only pass.
        static let joint = Directions(rawValue: 16)

        static let all: Directions = [.up, .down, .left, .right]
    }

    let size: Size
    private var cells: [Directions]

    init(size: Size) {
        self.size = size
        cells = Array(repeating: [], count: size.width * size.height)
    }

    /// Empty outside the canvas.
    subscript(x: Int, y: Int) -> Directions {
        guard x >= 0, y >= 0, x < size.width, y < size.height else { return [] }
        return cells[y * size.width + x]
    }

    private mutating func mark(_ x: Int, _ y: Int, _ directions: Directions) {
        guard x >= 0, y >= 0, x < size.width, y < size.height else { return }
        cells[y * size.width + x].formUnion(directions)
    }

    /// Draws along the corners of an orthogonal line.
    mutating func line(through corners: [Point]) {
        for (start, end) in zip(corners, corners.dropFirst()) {
            for y in min(start.y, end.y)..<max(start.y, end.y) {
                mark(start.x, y, .down)
                mark(start.x, y + 1, .up)
            }
            for x in min(start.x, end.x)..<max(start.x, end.x) {
                mark(x, end.y, .right)
                mark(x + 1, end.y, .left)
            }
        }
        for (place, corner) in corners.enumerated().dropFirst().dropLast()
        where corners[place - 1].x != corners[place + 1].x
            && corners[place - 1].y != corners[place + 1].y
        {
            mark(corner.x, corner.y, .joint)
        }
    }

    /// A space where no line runs.
    static func character(for cell: Directions, unicode: Bool) -> Character {
        let directions = cell.intersection(.all)
        if directions.isEmpty { return " " }
        let passes = directions == .all && !cell.contains(.joint)
        if passes || directions.isSubset(of: [.up, .down]) { return unicode ? "│" : "|" }
        if directions.isSubset(of: [.left, .right]) { return unicode ? "─" : "-" }
        guard unicode else { return "+" }
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

    /// The same for a line that stands out: heavy, or of other characters in ASCII.
    ///
    /// - Parameter others: where all lines lead from the cell. Where it is a junction, those that do
    ///   not stand out go on from it; one that only passes is interrupted.
    static func heavyCharacter(
        for cell: Directions,
        among others: Directions,
        unicode: Bool
    ) -> Character {
        let directions = cell.intersection(.all)
        if unicode, others.contains(.joint) { return junction(others, heavy: directions) }
        if directions.isSubset(of: [.left, .right]) { return unicode ? "━" : "=" }
        guard unicode else { return "#" }
        switch directions {
        case [.down, .right]: return "┏"
        case [.down, .left]: return "┓"
        case [.up, .right]: return "┗"
        case [.up, .left]: return "┛"
        default: return "┃"
        }
    }

    private static func junction(_ light: Directions, heavy: Directions) -> Character {
        let clockwise: [Directions] = [.up, .right, .down, .left]
        let place = clockwise.reduce(0) { place, direction in
            place * 3 + (heavy.contains(direction) ? 2 : light.contains(direction) ? 1 : 0)
        }
        return junctions[place]
    }

    /// The box drawings by the weight (none, light, heavy) in which a line leaves upwards, to the
    /// right, downwards and to the left, as the digits of a number to the base 3.
    private static let junctions = Array(
        " ╴╸╷┐┑╻┒┓╶─╾┌┬┭┎┰┱╺╼━┍┮┯┏┲┳"
            + "╵┘┙│┤┥╽┧┪└┴┵├┼┽┟╁╅┕┶┷┝┾┿┢╆╈"
            + "╹┚┛╿┦┩┃┨┫┖┸┹┞╀╃┠╂╉┗┺┻┡╄╇┣╊╋"
    )
}
