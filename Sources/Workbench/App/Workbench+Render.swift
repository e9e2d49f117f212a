public import CellUI
import PodiumCore

extension Workbench {
    /// Draws the screen; returns where the cursor belongs, if anywhere.
    public mutating func render(into buffer: inout CellBuffer) -> Point? {
        let area = buffer.bounds
        buffer.clear(look.theme.text)
        guard area.width >= Self.leastSize.width, area.height >= Self.leastSize.height else {
            let needs = "needs \(Self.leastSize.width)×\(Self.leastSize.height)"
            for (row, text) in ["too small", needs].enumerated() {
                buffer.write(text, at: Point(x: 0, y: row), style: look.theme.warning)
            }
            return nil
        }
        // Ten frames a second, counted from the clock, so that a redraw for another reason does
        // not hurry the spinner.
        let frame = Int(now.microseconds / 100_000 % 1_000)
        var cursor: Point?
        switch screen {
        case .start:
            listOpenSessions()
            start.asking = askingItems
            start.serving = serving
            cursor = start.render(
                in: area.split(bottom: 1).0,
                into: &buffer,
                look: look,
                now: now,
                isBusy: arrival != nil,
                frame: frame
            )
        case .session:
            withSession { [look, now, waysOn, reservation] session in
                session.reservation = reservation
                session.render(
                    ways: waysOn,
                    size: area.size,
                    into: &buffer,
                    look: look,
                    now: now,
                    frame: frame
                )
            }
        }
        footerAreas = footer.render(in: area.lastRow, into: &buffer)
        if opened != nil {
            // The last line stays: it says what was wrong with what is written above it.
            cursor = opened?.overlay.render(in: area.split(bottom: 1).0, into: &buffer, look: look)
        }
        return cursor
    }
}
