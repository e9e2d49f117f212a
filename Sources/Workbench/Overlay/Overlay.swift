import CellUI
import PodiumCore

/// What is over the screen, and what a person looked at when they opened it.
struct OpenOverlay: Sendable {
    var overlay: Overlay
    /// What a decision that comes of it is about; nil when it is about none.
    var subject: Subject?
    /// The theme there was before others were looked at, where themes are chosen.
    var themeBefore: Theme?
    /// When it asks for newer figures; nil where it does not.
    var renewal: Renewal?
}

/// What a person looks at while they decide: what runs goes on meanwhile.
struct Subject: Sendable {
    /// The step they had chosen.
    var step: StepID?
    /// The sequence of the last event they had seen.
    var seen: Int

    /// The same, once they have been told how things stand.
    func seeing(_ state: SessionState) -> Subject { Subject(step: step, seen: state.sequence) }
}

/// What stands over a screen and takes all input until it is closed.
enum Overlay: Sendable {
    case page(Page)
    case choose(Chooser)
    case check(Checklist)
    case write(Writer)
    case confirm(Confirmation)

    mutating func handle(_ key: Key) -> OverlayResult {
        switch self {
        case .page(var page):
            defer { self = .page(page) }
            return page.handle(key)
        case .choose(var chooser):
            defer { self = .choose(chooser) }
            return chooser.handle(key)
        case .check(var list):
            defer { self = .check(list) }
            return list.handle(key)
        case .write(var writer):
            defer { self = .write(writer) }
            return writer.handle(key)
        case .confirm(let confirmation): return confirmation.handle(key)
        }
    }

    /// The keys that do something in it.
    func keys(_ look: Look) -> [(key: String, label: String)] {
        let arrows = look.unicode ? "↑↓" : "up/down"
        return switch self {
        case .page: [("esc", "close"), (arrows, "scroll")]
        case .choose:
            [("enter", "take"), (arrows, "choose"), ("letters", "narrow"), ("esc", "leave")]
        case .check:
            [
                ("enter", "done"), ("space", "tick"), (arrows, "choose"), ("a", "all"),
                ("n", "none"),
                ("esc", "leave"),
            ]
        case .confirm: [("y", "yes"), ("n", "no")]
        case .write(let writer): writer.keys
        }
    }

    /// Whether a character is text in it.
    var takesText: Bool {
        switch self {
        case .choose, .write: true
        case .page, .check, .confirm: false
        }
    }

    mutating func paste(_ text: String) {
        switch self {
        case .choose(var chooser):
            chooser.paste(text)
            self = .choose(chooser)
        case .write(var writer):
            writer.paste(text)
            self = .write(writer)
        case .page, .check, .confirm: break
        }
    }

    mutating func handle(_ mouse: MouseEvent) -> OverlayResult {
        switch mouse.action {
        case .scrollUp: return handle(.up)
        case .scrollDown: return handle(.down)
        case .press(.left): return press(at: mouse.position)
        default: return .open
        }
    }

    private mutating func press(at point: Point) -> OverlayResult {
        switch self {
        case .choose(var chooser):
            defer { self = .choose(chooser) }
            return chooser.press(at: point)
        case .check(var list):
            defer { self = .check(list) }
            return list.press(at: point)
        case .page(let page): return page.area.contains(point) ? .open : .closed
        case .write, .confirm: return .open
        }
    }

    /// Draws it; returns where the cursor belongs, if anywhere.
    mutating func render(in area: Rect, into buffer: inout CellBuffer, look: Look) -> Point? {
        switch self {
        case .page(var page):
            page.render(in: area, into: &buffer, look: look)
            self = .page(page)
        case .choose(var chooser):
            defer { self = .choose(chooser) }
            return chooser.render(in: area, into: &buffer, look: look)
        case .check(var list):
            list.render(in: area, into: &buffer, look: look)
            self = .check(list)
        case .write(var writer):
            defer { self = .write(writer) }
            return writer.render(in: area, into: &buffer, look: look)
        case .confirm(let confirmation):
            confirmation.render(in: area, into: &buffer, look: look)
        }
        return nil
    }
}

/// What came of a key in an overlay.
enum OverlayResult {
    /// It is still there.
    case open
    case closed
    /// A row, ticks or a yes: what they mean.
    case taken(Intent)
    /// A text: what it means depends on what it was written for.
    case written(Writer)
    /// The text shall be written on in the person's own editor.
    case openEditor(String)
}

/// The frame that all overlays stand in.
struct OverlayFrame {
    var title: String
    /// What the keys do, at the right of the upper edge.
    var hint: String

    /// Clears the area, draws the frame and returns what is inside.
    func render(
        _ size: Size,
        in area: Rect,
        into buffer: inout CellBuffer,
        look: Look,
        style: Style? = nil
    ) -> (frame: Rect, inner: Rect) {
        let frame = area.centered(
            Size(width: min(area.width, size.width), height: min(area.height, size.height))
        )
        buffer.fill(frame, style: look.theme.text)
        let inner = buffer.drawBox(
            in: frame,
            border: look.border,
            style: style ?? look.theme.borderFocused,
            title: StyledText(title, look.theme.title),
            bottomTrailingTitle: StyledText(hint, look.theme.subtle)
        )
        return (frame, inner.inset(dx: inner.width > 8 ? 1 : 0, dy: 0))
    }
}
