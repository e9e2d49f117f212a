internal import CellUI

/// Reaching a person who looks elsewhere.
extension CursesTerminal {
    /// Rings the terminal's bell, or flashes, as the person has set it.
    public func ring() {
        guard !isClosed else { return }
        send("\u{07}")
    }

    /// Names the window. What it was called before is there again at the end, where the terminal
    /// remembers it. The title must hold no control characters.
    public func setTitle(_ title: String) {
        guard !isClosed, profile.hasTitle, title != self.title else { return }
        let isFirst = self.title == nil
        self.title = title
        if isFirst {
            send(ModeSequences.saveTitle)
            armCrashGuard()
        }
        send(ModeSequences.title(title))
    }
}
