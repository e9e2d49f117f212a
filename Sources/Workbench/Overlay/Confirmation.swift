import CellUI
import PodiumCore

/// A question with two answers: what will happen, and whether it shall.
struct Confirmation: Sendable {
    let text: String
    /// What "yes" means.
    let intent: Intent
    /// What was written before it was asked, to be there again after a no.
    var back: Writer?

    func handle(_ key: Key) -> OverlayResult {
        switch key {
        // Enter is pressed too easily for what cannot be taken back.
        case .character("y"), .character("Y"): .taken(intent)
        case .character("n"), .character("N"), .character("q"), .escape, .ctrl("c"): .closed
        default: .open
        }
    }

    func render(in area: Rect, into buffer: inout CellBuffer, look: Look) {
        let width = min(area.width, max(24, min(64, displayWidth(of: text) + 4)))
        let lines = WrappedText(text, width: max(1, width - 4))
        let (_, inner) = OverlayFrame(title: "sure?", hint: "")
            .render(
                Size(width: width, height: lines.lineCount + 3),
                in: area,
                into: &buffer,
                look: look,
                style: look.theme.warning
            )
        let (body, keys) = inner.split(bottom: 1)
        for (row, line) in lines.lines(in: 0..<body.height).enumerated() {
            buffer.write(line, at: body.row(row).origin, style: look.theme.text, in: body)
        }
        var hint = StyledText("y", look.theme.keyHint)
        hint.append(" yes   ", look.theme.subtle)
        hint.append("n", look.theme.keyHint)
        hint.append(" no", look.theme.subtle)
        buffer.write(hint, at: keys.origin, in: keys)
    }
}
