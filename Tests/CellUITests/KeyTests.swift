import CellUI
import Testing

struct KeyTests {
    private static let keys: [Key] =
        [
            .character("a"), .character("G"), .character(" "), .character("-"), .character("é"),
            .ctrl("c"), .ctrl(" "), .ctrl("_"), .ctrl("-"), .alt("x"), .alt("X"), .alt("-"), .up,
            .down, .left, .right, .shiftUp, .shiftLeft, .ctrlRight, .altDown, .home, .end,
            .pageUp, .pageDown, .shiftHome, .ctrlEnd, .tab, .backTab, .enter, .shiftEnter,
            .altEnter, .escape, .backspace, .altBackspace, .delete, .ctrlDelete, .insert,
        ] + (1...12).map { .function($0) }

    @Test(arguments: keys)
    func `a key is read back from its name and from its description`(key: Key) {
        #expect(Key(key.name) == key)
        #expect(Key(key.description) == key)
        #expect(key.name.allSatisfy { $0.isASCII } || key == .character("é"))
    }

    @Test func `help shows keys as people know them`() {
        #expect(Key.ctrl("c").description == "ctrl-c")
        #expect(Key.backTab.description == "shift-tab")
        #expect(Key.up.description == "↑")
        #expect(Key.shiftUp.description == "shift-↑")
        #expect(Key.character(" ").description == "space")
        #expect(Key.function(5).description == "f5")
    }

    @Test(arguments: [
        ("Esc", Key.escape), ("C-x", .ctrl("x")), ("Ctrl-X", .ctrl("x")), ("M-f", .alt("f")),
        ("PgUp", .pageUp), ("Return", .enter), ("SPACE", .character(" ")), ("F12", .function(12)),
        ("ctrl-space", .ctrl(" ")), ("Shift-Up", .shiftUp), ("ctrl-i", .tab), ("alt-X", .alt("X")),
    ])
    func `usual other spellings are understood`(text: String, key: Key) {
        #expect(Key(text) == key)
    }

    @Test(arguments: ["", "ctrl-", "hyper-x", "f0", "f99", "ab", "\u{1B}", "ctrl-\u{7}", "ctrl-ab"])
    func `what is no key is none`(text: String) {
        #expect(Key(text) == nil)
    }
}
