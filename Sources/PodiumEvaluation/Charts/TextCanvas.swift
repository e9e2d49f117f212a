/// A grid of characters in which lines are drawn with braille dots, two by four in a character.
struct TextCanvas {
    private struct Cell {
        var character: Character?
        var dots: UInt8 = 0
        var colour: Int?
    }

    let width: Int
    let height: Int
    private var cells: [Cell]

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        cells = Array(repeating: Cell(), count: width * height)
    }

    private func index(_ column: Int, _ row: Int) -> Int? {
        (0..<width).contains(column) && (0..<height).contains(row) ? row * width + column : nil
    }

    func isFree(_ column: Int, _ row: Int) -> Bool {
        index(column, row).map { cells[$0].character == nil } ?? false
    }

    func hasInk(_ column: Int, _ row: Int) -> Bool {
        index(column, row).map { cells[$0].character != nil || cells[$0].dots != 0 } ?? false
    }

    mutating func put(_ text: String, _ column: Int, _ row: Int, colour: Int? = nil) {
        for (offset, character) in text.enumerated() {
            guard let index = index(column + offset, row) else { continue }
            cells[index].character = character
            cells[index].colour = colour
        }
    }

    /// The bits of U+2800 by rows of two dots.
    private static let bits: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]

    /// Bresenham, "Algorithm for Computer Control of a Digital Plotter", IBM Systems Journal 4
    /// (1965). Places are dots from the top left of the whole canvas.
    mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int), colour: Int?) {
        var (x, y) = start
        let (width, height) = (abs(end.x - x), -abs(end.y - y))
        let (right, down) = (x < end.x ? 1 : -1, y < end.y ? 1 : -1)
        var error = width + height
        while true {
            if let index = index(x / 2, y / 4) {
                cells[index].dots |= Self.bits[y % 4 * 2 + x % 2]
                if cells[index].character == nil { cells[index].colour = colour }
            }
            guard x != end.x || y != end.y else { return }
            let doubled = 2 * error
            if doubled >= height { (error, x) = (error + height, x + right) }
            if doubled <= width { (error, y) = (error + width, y + down) }
        }
    }

    /// ANSI colours that can be read on dark and on light: cyan, yellow, magenta, green, blue, red.
    private static let palette = [36, 33, 35, 32, 34, 31]

    /// One text a row, without spaces at the end.
    func lines(colour isColoured: Bool, isASCII: Bool) -> [String] {
        (0..<height).map { row in
            var line = ""
            var current: Int?
            let cells = cells[row * width..<(row + 1) * width]
            let end = cells.lastIndex { ($0.character ?? " ") != " " || $0.dots != 0 }
            for cell in cells[..<(end.map { $0 + 1 } ?? cells.startIndex)] {
                if isColoured, cell.colour != current {
                    current = cell.colour
                    let code = current.map { Self.palette[$0 % Self.palette.count] } ?? 39
                    line += "\u{1B}[\(code)m"
                }
                line.append(cell.character ?? Self.character(dots: cell.dots, isASCII: isASCII))
            }
            return current == nil ? line : line + "\u{1B}[39m"
        }
    }

    private static func character(dots: UInt8, isASCII: Bool) -> Character {
        guard dots != 0 else { return " " }
        guard isASCII else { return Character(Unicode.Scalar(0x2800 + UInt32(dots)) ?? " ") }
        let (hasUpper, hasLower) = (dots & 0x1B != 0, dots & 0xE4 != 0)
        return hasUpper ? (hasLower ? ":" : "'") : "."
    }
}
