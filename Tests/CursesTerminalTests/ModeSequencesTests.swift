import Testing

@testable import CursesTerminal

struct ModeSequencesTests {
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
        ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("é漢", "w6nmvKI="),
    ])
    func `base64 is that of RFC 4648`(text: String, encoded: String) {
        #expect(ModeSequences.base64(Array(text.utf8)) == encoded)
        #expect(ModeSequences.clipboard(text) == "\u{1B}]52;c;\(encoded)\u{7}")
    }

    @Test func `what is handed through tmux has its escapes doubled`() {
        #expect(
            ModeSequences.throughTmux("\u{1B}]52;c;\u{7}")
                == "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;\u{7}\u{1B}\\"
        )
    }

    @Test func `every mode that is entered is left`() {
        for mouse in [false, true] {
            let modes = ModeSequences(mouse: mouse)
            for mode in modes.enter.split(separator: "\u{1B}") {
                #expect(modes.leave.contains("\u{1B}" + mode.dropLast() + "l"))
            }
        }
    }

    @Test(
        arguments: [
            ("a", "a"), ("─", "-"), ("│", "|"), ("╭", "+"), ("█", "#"), ("…", "."), ("↑", "^"),
            ("漢", "?"), ("›", ">"), ("Ａ", "A"),
        ] as [(Unicode.Scalar, Unicode.Scalar)]
    )
    func `other characters have a stand-in of one ASCII column`(
        scalar: Unicode.Scalar,
        expected: Unicode.Scalar
    ) {
        #expect(AsciiFallback.character(for: scalar) == expected)
    }

    @Test func `every stand-in is printable ASCII`() {
        for value in UInt32(0x20)...0x1_F9FF {
            guard let scalar = Unicode.Scalar(value), value != 0x7F else { continue }
            #expect((0x20..<0x7F).contains(AsciiFallback.character(for: scalar).value))
        }
    }
}
