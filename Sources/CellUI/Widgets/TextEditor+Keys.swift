/// Keys, as shells and editors in a terminal have them.
extension TextEditor {
    /// Does what a key stands for; false when the editor has no use for it, such as Enter in a
    /// single line, Tab and Escape.
    public mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .character(let character):
            guard !character.isControlCharacter else { return false }
            insert(String(character))
            return true
        case .enter, .shiftEnter, .altEnter, .ctrl("j"):
            guard mode == .multiLine else { return false }
            insert("\n")
            return true
        case .up, .ctrl("p"): return moveVertically(by: -1)
        case .down, .ctrl("n"): return moveVertically(by: 1)
        case .ctrl("_"), .alt("z"): return undo()
        case .ctrl("y"): return redo()
        default: return handleDeletion(key) || handleMotion(key)
        }
    }

    private mutating func handleDeletion(_ key: Key) -> Bool {
        switch key {
        case .backspace, .ctrl("h"): deleteBackward()
        case .delete, .ctrl("d"): deleteForward()
        case .ctrl("w"), .altBackspace: deleteWordBackward()
        case .alt("d"), .ctrlDelete: deleteWordForward()
        case .ctrl("u"): deleteToLineStart()
        case .ctrl("k"): deleteToLineEnd()
        default: return false
        }
        return true
    }

    private mutating func handleMotion(_ key: Key) -> Bool {
        switch key {
        case .left, .ctrl("b"): moveLeft()
        case .right, .ctrl("f"): moveRight()
        case .ctrlLeft, .altLeft, .alt("b"): moveWordLeft()
        case .ctrlRight, .altRight, .alt("f"): moveWordRight()
        case .home, .ctrl("a"): moveToLineStart()
        case .end, .ctrl("e"): moveToLineEnd()
        case .ctrlHome, .alt("<"): moveToStart()
        case .ctrlEnd, .alt(">"): moveToEnd()
        default: return false
        }
        return true
    }
}
