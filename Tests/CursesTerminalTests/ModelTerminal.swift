import CellUI
import Testing

/// What a terminal has on its screen after all that was sent to it: what stands in each cell, how it
/// looks and where it leads. It knows what xterm's description has ncurses send, and OSC 8; what it does
/// not know is an issue, since it might have changed something.
struct ModelTerminal {
    struct Cell: Equatable {
        var text = " "
        var style: [String] = []
        var link: String?

        /// What can be seen of it: a blank is neither bold nor of a colour, and it may have a background
        /// and a line below it.
        var look: String { "\(text)\(text == " " ? style.filter { $0.hasPrefix("4") } : style)" }
    }

    private(set) var rows: [[Cell]]
    private(set) var cursor = Point(x: 0, y: 0)
    /// What the next text will look like and where it will lead.
    private(set) var pen = Cell()
    /// The last column is written, and the next text begins the next row.
    private var isBehindEdge = false
    private var last: Unicode.Scalar = " "
    private let size: Size
    /// The rows that scroll.
    private var region: Range<Int>
    private var saved = Point(x: 0, y: 0)

    init(size: Size) {
        self.size = size
        region = 0..<size.height
        rows = Array(repeating: Array(repeating: Cell(), count: size.width), count: size.height)
    }

    mutating func take(_ output: String) {
        var rest = output.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\u{1B}": takeEscape(&rest)
            case "\r": move(x: 0)
            case "\n":
                if cursor.y + 1 == region.upperBound { scroll(1) } else { move(y: cursor.y + 1) }
            case "\u{08}": move(x: cursor.x - 1)
            case "\u{07}": break
            case "\t": move(x: (cursor.x / 8 + 1) * 8)
            case _ where scalar.value < 0x20: Issue.record("control \(scalar.value)")
            default: write(scalar)
            }
        }
    }

    private mutating func move(x: Int? = nil, y: Int? = nil) {
        isBehindEdge = false
        cursor.x = max(0, min(size.width - 1, x ?? cursor.x))
        cursor.y = max(0, min(size.height - 1, y ?? cursor.y))
    }

    private mutating func write(_ scalar: Unicode.Scalar) {
        let width = displayWidth(of: String(scalar))
        guard width > 0 else {
            let x = isBehindEdge ? cursor.x : max(0, cursor.x - 1)
            rows[cursor.y][x].text.unicodeScalars.append(scalar)
            return
        }
        if isBehindEdge { move(x: 0, y: cursor.y + 1) }
        last = scalar
        var cell = pen
        cell.text = String(scalar)
        rows[cursor.y][cursor.x] = cell
        cell.text = ""
        if width == 2, cursor.x + 1 < size.width { rows[cursor.y][cursor.x + 1] = cell }
        let next = cursor.x + width
        move(x: next)
        isBehindEdge = next >= size.width
    }

    // MARK: Sequences

    private mutating func takeEscape(_ rest: inout String.UnicodeScalarView.SubSequence) {
        switch rest.popFirst() {
        case "["?: takeControl(&rest)
        case "]"?:
            let end = rest.firstIndex { $0 == "\u{07}" || $0 == "\u{1B}" } ?? rest.endIndex
            takeCommand(String(rest[..<end]))
            let isLong = end < rest.endIndex && rest[end] == "\u{1B}"
            rest = rest[end...].dropFirst(isLong ? 2 : 1)
        case "("?: rest.removeFirst()
        case "="?, ">"?: break
        case "7"?: saved = cursor
        case "8"?: move(x: saved.x, y: saved.y)
        case "M"?: if cursor.y == region.lowerBound { scroll(-1) } else { move(y: cursor.y - 1) }
        case let other: Issue.record("escape \(String(describing: other))")
        }
    }

    private mutating func takeCommand(_ text: String) {
        let parts = text.split(separator: ";", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "8" else {
            Issue.record("command \(text)")
            return
        }
        pen.link = parts[2].isEmpty ? nil : String(parts[2])
    }

    private mutating func takeControl(_ rest: inout String.UnicodeScalarView.SubSequence) {
        let parameters = String(rest.prefix { (0x30...0x3F).contains($0.value) })
        rest = rest.dropFirst(parameters.unicodeScalars.count)
        guard let final = rest.popFirst() else {
            Issue.record("cut sequence")
            return
        }
        let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
            .map { Int($0) ?? 0 }
        let count = max(1, numbers.first ?? 1)
        switch final {
        case "H": move(x: max(1, numbers.count > 1 ? numbers[1] : 1) - 1, y: count - 1)
        case "A": move(y: cursor.y - count)
        case "B": move(y: cursor.y + count)
        case "C": move(x: cursor.x + count)
        case "D": move(x: cursor.x - count)
        case "G": move(x: count - 1)
        case "d": move(y: count - 1)
        case "J":
            if numbers.first != 2 { erase(cursor.x..<size.width) }
            let first = numbers.first == 2 ? 0 : cursor.y + 1
            for y in first..<max(first, size.height) { erase(0..<size.width, row: y) }
        case "K": erase(numbers.first == 1 ? 0..<cursor.x + 1 : cursor.x..<size.width)
        case "X": erase(cursor.x..<min(size.width, cursor.x + count))
        case "P": shift { $0.removeFirst(min(count, $0.count)) }
        case "@":
            let blanks = Array(repeating: blank, count: count)
            shift { $0.insert(contentsOf: blanks, at: 0) }
        case "b": for _ in 0..<count { write(last) }
        case "m": restyle(parameters)
        case "r":
            region = count - 1..<(numbers.count > 1 ? numbers[1] : size.height)
            move(x: 0, y: 0)
        case "S": scroll(count)
        case "T": scroll(-count)
        case "L": scroll(-count, from: cursor.y)
        case "M": scroll(count, from: cursor.y)
        case "h", "l", "t": break
        default: Issue.record("sequence \(parameters)\(final)")
        }
    }

    private var blank: Cell {
        var cell = Cell()
        cell.style = pen.style.filter { $0.hasPrefix("4") && $0.count > 1 }
        return cell
    }

    private mutating func erase(_ columns: Range<Int>, row: Int? = nil) {
        let (y, blank) = (row ?? cursor.y, blank)
        for x in columns { rows[y][x] = blank }
    }

    /// Moves rows up, or down by less than none; with them go their links.
    private mutating func scroll(_ count: Int, from first: Int? = nil) {
        let range = (first ?? region.lowerBound)..<region.upperBound
        let empty = Array(repeating: Array(repeating: blank, count: size.width), count: abs(count))
        let lines = rows[range]
        let moved = count > 0 ? lines.dropFirst(count) + empty : empty + lines.dropLast(-count)
        let kept = count > 0 ? moved.suffix(range.count) : moved.prefix(range.count)
        rows.replaceSubrange(range, with: kept)
    }

    /// Changes what stands from the cursor on; what moves takes its links along.
    private mutating func shift(_ body: (inout [Cell]) -> Void) {
        let blank = blank
        var line = Array(rows[cursor.y][cursor.x...])
        body(&line)
        line += Array(repeating: blank, count: max(0, size.width - cursor.x - line.count))
        rows[cursor.y].replaceSubrange(cursor.x..., with: line.prefix(size.width - cursor.x))
    }

    private mutating func restyle(_ parameters: String) {
        var parts = parameters.split(separator: ";").map(String.init)[...]
        if parts.isEmpty { pen.style = [] }
        while let part = parts.popFirst() {
            switch Int(part) ?? 0 {
            case 0: pen.style = []
            case 38, 48:
                pen.style.removeAll { $0.hasPrefix(part.prefix(1)) && $0.count > 1 }
                pen.style.append(([part] + parts.prefix(2)).joined(separator: ":"))
                parts = parts.dropFirst(2)
            case 39, 49, 30...37, 40...47:
                pen.style.removeAll { $0.hasPrefix(part.prefix(1)) && $0.count > 1 }
                if !part.hasSuffix("9") { pen.style.append(part) }
            case 22: pen.style.removeAll { $0 == "1" || $0 == "2" }
            case 23...29: pen.style.removeAll { $0 == part.suffix(1) }
            default: pen.style.append(part)
            }
        }
        pen.style = Set(pen.style).sorted()
    }
}
