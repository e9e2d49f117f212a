extension TextDrawing {
    typealias Entry = (text: String, colour: Int?)

    /// The names in rows; the last says how many more there are.
    func legendRows(atMost limit: Int) -> [[Entry]] {
        guard limit > 0 else { return [] }
        var waiting: [Entry] = []
        for (index, series) in series.enumerated() where !series.name.isEmpty {
            let text = "\(glyphs.marker(index)) \(plainLine(series.name))"
            waiting.append((shortened(text, to: canvas.width), index))
        }
        for shown in (0...waiting.count).reversed() {
            let rest = waiting.count - shown
            let more: [Entry] = rest > 0 ? [("+\(rest) more", nil)] : []
            let rows = flowed(Array(waiting.prefix(shown)) + more)
            if rows.count <= limit { return rows }
        }
        return []
    }

    mutating func drawLegend(_ legend: [[Entry]]) {
        for (offset, entries) in legend.enumerated() {
            var column = 0
            for entry in entries {
                let row = canvas.height - legend.count + offset
                canvas.put(String(entry.text.prefix(1)), column, row, colour: entry.colour)
                canvas.put(String(entry.text.dropFirst()), column + 1, row)
                column += entry.text.count + 2
            }
        }
    }

    private func flowed(_ entries: [Entry]) -> [[Entry]] {
        var rows: [[Entry]] = []
        var used = Int.max / 2
        for entry in entries {
            if used + 2 + entry.text.count <= canvas.width {
                rows[rows.count - 1].append(entry)
                used += 2 + entry.text.count
            } else {
                rows.append([entry])
                used = entry.text.count
            }
        }
        return rows
    }

    func shortened(_ text: String, to width: Int) -> String {
        text.count <= width
            ? text : String(text.prefix(max(0, width - glyphs.more.count))) + glyphs.more
    }
}

/// The characters of a chart that are no names or numbers.
struct TextGlyphs {
    var vertical, horizontal, corner, xTick, yTick, toRight, toTop, more: String
    var markers: [Character]

    func marker(_ index: Int) -> String { String(markers[index % markers.count]) }

    static let unicode = TextGlyphs(
        vertical: "│",
        horizontal: "─",
        corner: "└",
        xTick: "┬",
        yTick: "┤",
        toRight: " →",
        toTop: " ↑",
        more: "…",
        markers: Array("●■▲◆○□△◇★☆▼▽")
    )
    static let ascii = TextGlyphs(
        vertical: "|",
        horizontal: "-",
        corner: "+",
        xTick: "+",
        yTick: "+",
        toRight: " >",
        toTop: " ^",
        more: "~",
        markers: Array("ox*#@%&=$ABC")
    )
}
