/// A key, as a terminal can tell it.
///
/// Terminals cannot tell Ctrl-I from Tab, Ctrl-M from Enter or Ctrl-[ from Escape; these arrive
/// as `.tab`, `.enter` and `.escape`.
public enum Key: Hashable, Sendable {
    /// Text, with Shift already applied.
    case character(Character)
    /// A letter or sign with Ctrl; letters are lower case.
    case ctrl(Character)
    /// A character with Alt (Meta, Option).
    case alt(Character)
    case up, down, left, right
    case shiftUp, shiftDown, shiftLeft, shiftRight
    case ctrlUp, ctrlDown, ctrlLeft, ctrlRight
    case altUp, altDown, altLeft, altRight
    case home, end, pageUp, pageDown
    case shiftHome, shiftEnd, ctrlHome, ctrlEnd
    case tab, backTab
    case enter, shiftEnter, altEnter
    case escape
    case backspace, altBackspace
    case delete, ctrlDelete, insert
    /// F1 and so on, from 1.
    case function(Int)
}
