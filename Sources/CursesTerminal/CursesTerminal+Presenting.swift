internal import CNcurses
public import CellUI

/// Showing frames.
extension CursesTerminal {
    public func present(_ buffer: CellBuffer, cursor: Point?) throws {
        guard !isClosed else { throw TerminalError(.closed) }
        let screen = Rect(size)
        guard !screen.isEmpty else { return }
        if shown?.size != buffer.size {
            shown = nil
            podium_erase()
            if !linkedRows.isEmpty { podium_forget_screen() }
        }
        var spans = buffer.spans(changedSince: shown)
        draw(spans, of: buffer, within: screen)
        if styles.isExhausted {
            // All pairs are taken: give them out anew to what is on the screen now.
            styles.reset()
            spans = buffer.spans(changedSince: nil)
            draw(spans, of: buffer, within: screen)
        }
        let place = cursor.flatMap { screen.contains($0) ? $0 : nil }
        let changed = Set(spans.map(\.y))
        // With what ncurses scrolls go its links, to where no row is known to have some. Where one row
        // differs it cannot scroll.
        let alone = shown == nil || linkedRows.isEmpty ? [] : changed.sorted()
        let linked = rowsToLink(of: buffer, changed: changed, cursor: place)
        shown = buffer

        if isCursorVisible != (place != nil) {
            isCursorVisible = place != nil
            curs_set(place == nil ? 0 : 1)
        }
        let brackets = profile.synchronizesOutput && (spans.count > 1 || !linked.isEmpty)
        if brackets { send(ModeSequences.beginFrame) }
        for y in alone where y < screen.height { podium_refresh_row(Int32(y)) }
        podium_refresh(Int32(place?.y ?? -1), Int32(place?.x ?? 0))
        if !linked.isEmpty { send(linking(linked, of: buffer, within: screen)) }
        if brackets { send(ModeSequences.endFrame) }
    }

    private func draw(_ spans: [CellBuffer.Span], of buffer: CellBuffer, within screen: Rect) {
        for span in spans where span.y < screen.height {
            let end = min(span.columns.upperBound, screen.width)
            guard span.columns.lowerBound < end else { continue }
            fill(span.columns.lowerBound..<end, of: span.y, in: buffer, within: screen)
            podium_put(Int32(span.y), Int32(span.columns.lowerBound), row.cells, row.count)
        }
    }

    /// Makes cells of ncurses of columns that are on the screen.
    func fill(_ columns: Range<Int>, of y: Int, in buffer: CellBuffer, within screen: Rect) {
        let translator = CellTranslator(unicode: capabilities.unicode)
        row.removeAll(reserving: screen.width)
        for x in columns {
            let cell = buffer[x, y]
            if cell.isContinuation { continue }
            let look = styles.look(of: cell.style)
            // A wide glyph that the screen's edge would cut becomes a blank.
            let whole = x + cell.width <= screen.width ? cell : Cell(style: cell.style)
            translator.translate(whole) { row.append($0, look: look) }
        }
    }
}

/// Cells of ncurses for a stretch of one row.
final class RowStorage {
    private(set) var cells = UnsafeMutablePointer<cchar_t>.allocate(capacity: 1)
    private(set) var count: Int32 = 0
    private var capacity = 1

    deinit {
        cells.deallocate()
    }

    func removeAll(reserving capacity: Int) {
        count = 0
        guard capacity > self.capacity else { return }
        cells.deallocate()
        cells = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    /// Adds a character; what is beyond the reserved capacity is dropped.
    func append(_ text: CellTranslator.Text, look: StyleTable.Look) {
        guard Int(count) < capacity else { return }
        withUnsafeBytes(of: text) { bytes in
            podium_cell(
                cells + Int(count),
                bytes.assumingMemoryBound(to: wchar_t.self).baseAddress,
                look.attributes,
                look.pair
            )
        }
        count += 1
    }
}
