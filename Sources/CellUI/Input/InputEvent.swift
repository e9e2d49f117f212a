/// What a terminal reports.
public enum InputEvent: Hashable, Sendable {
    case key(Key)
    /// More than one character that came at once, typed ahead or pasted where pastes are not told, with
    /// line ends as `\n`. Where text is written it is taken as a whole; elsewhere its characters are the
    /// keys they are.
    case text(String)
    /// Pasted text, whole, with line ends as `\n`. It is data: no key binding sees it.
    case paste(String)
    case mouse(MouseEvent)
    case resize(Size)
    /// The terminal's own background, when it was asked for it and answered.
    case background(RGB)
    /// Another thread has news (`wake()`).
    case wake
    /// The process runs again after a stop; the screen has been set up anew.
    case suspendResumed
    /// A signal asked the process to end. The number is the system's.
    case terminated(signal: Int32)
    /// The terminal is gone; nothing will come any more.
    case endOfInput
}
