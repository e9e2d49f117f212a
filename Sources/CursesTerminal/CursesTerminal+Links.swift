internal import CNcurses
internal import CellUI

/// Telling the terminal where text leads, of which ncurses knows nothing.
///
/// ncurses has sent a row as plain text, or left it; where that row has links, or had some, the whole of
/// it is sent once more as it is, with the links around their text. The whole: ncurses may have shifted
/// what stands in a row, or gone over cells that did not change to move the cursor. Rows that it had no
/// reason to touch keep their links.
extension CursesTerminal {
    /// The rows to send once more, from the top.
    ///
    /// - Parameters:
    ///   - changed: the rows of which ncurses sends something.
    ///   - cursor: where the cursor will be.
    func rowsToLink(
        of buffer: CellBuffer,
        changed: Set<Int>,
        cursor: Point?
    ) -> [Int] {
        guard capabilities.hyperlinks else { return [] }
        let (rows, before) = (Set(buffer.linkedRows), linkedRows)
        guard !rows.isEmpty || !before.isEmpty else { return [] }
        linkedRows = rows
        // The way of the cursor may lead over cells of its row.
        let passed = cursor == linkCursor ? nil : cursor?.y
        linkCursor = cursor
        return rows.union(before).sorted().filter { y in
            changed.contains(y) || y == passed || shown?.links(row: y) != buffer.links(row: y)
        }
    }

    /// What sends rows once more, with their links, and puts the cursor back.
    func linking(_ rows: [Int], of buffer: CellBuffer, within screen: Rect) -> [UInt8] {
        let width = min(buffer.size.width, screen.width)
        sent = []
        for y in rows where y < min(buffer.size.height, screen.height) {
            var x = 0
            for span in buffer.links(row: y) where span.columns.lowerBound < width {
                send(once: x..<span.columns.lowerBound, of: y, in: buffer, screen, nil)
                let end = min(span.columns.upperBound, width)
                send(once: span.columns.lowerBound..<end, of: y, in: buffer, screen, span.link)
                x = end
            }
            send(once: x..<width, of: y, in: buffer, screen, nil)
        }
        podium_end_style(collect)
        podium_move_back(collect)
        return sent
    }

    private func send(
        once columns: Range<Int>,
        of y: Int,
        in buffer: CellBuffer,
        _ screen: Rect,
        _ link: Hyperlink?
    ) {
        // The right half of a glyph goes with its left one.
        let start = columns.lowerBound + (buffer[columns.lowerBound, y].isContinuation ? 1 : 0)
        guard start < columns.upperBound else { return }
        fill(start..<columns.upperBound, of: y, in: buffer, within: screen)
        podium_move(Int32(y), Int32(start), collect)
        if let link { sent += Array(link.opening.utf8) }
        podium_say(row.cells, row.count, collect)
        if link != nil { sent += Array(Hyperlink.closing.utf8) }
    }
}

/// What ncurses says when it is asked how something is sent. It calls back without a word about whom it
/// says it to; all of it belongs to the thread of the screen.
nonisolated(unsafe) private var sent: [UInt8] = []

private let collect: @convention(c) (Int32) -> Int32 = { byte in
    sent.append(UInt8(truncatingIfNeeded: byte))
    return byte
}
