import CellUI
import Testing

@testable import CursesTerminal

struct InputDecoderTests {
    private func decode(_ text: String) -> [InputEvent] {
        var decoder = InputDecoder()
        return decoder.feed(Array(text.utf8)) + decoder.flush()
    }

    @Test(arguments: [
        ("a", Key.character("a")), ("é", .character("é")), ("漢", .character("漢")),
        ("👨‍👩‍👧‍👦", .character("👨‍👩‍👧‍👦")), ("e\u{301}", .character("e\u{301}")), (" ", .character(" ")),
        ("\r", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{3}", .ctrl("c")),
        ("\u{1A}", .ctrl("z")), ("\u{A}", .ctrl("j")), ("\u{0}", .ctrl(" ")),
        ("\u{1F}", .ctrl("_")),
        ("\u{1C}", .ctrl("\\")), ("\u{1B}", .escape), ("\u{1B}x", .alt("x")),
        ("\u{1B}X", .alt("X")),
        ("\u{1B}é", .alt("é")), ("\u{1B}\r", .altEnter), ("\u{1B}\u{7F}", .altBackspace),
        ("\u{1B}[", .alt("[")), ("\u{1B}]", .alt("]")), ("\u{1B}P", .alt("P")),
        ("\u{1B}O", .alt("O")),
        ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}[C", .right),
        ("\u{1B}[D", .left), ("\u{1B}[1;2A", .shiftUp), ("\u{1B}[1;5C", .ctrlRight),
        ("\u{1B}[1;3D", .altLeft), ("\u{1B}[1;6C", .ctrlRight), ("\u{1B}Oc", .ctrlRight),
        ("\u{1B}[a", .shiftUp), ("\u{1B}[H", .home), ("\u{1B}OF", .end), ("\u{1B}[1~", .home),
        ("\u{1B}[7~", .home), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end), ("\u{1B}[1;5H", .ctrlHome),
        ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[3;5~", .ctrlDelete),
        ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[Z", .backTab),
        ("\u{1B}OP", .function(1)), ("\u{1B}[[A", .function(1)), ("\u{1B}[[E", .function(5)),
        ("\u{1B}[15~", .function(5)), ("\u{1B}[17~", .function(6)), ("\u{1B}[24~", .function(12)),
        ("\u{1B}[97;5u", .ctrl("a")), ("\u{1B}[97;3u", .alt("a")),
        ("\u{1B}[97;2u", .character("A")),
        ("\u{1B}[13;2u", .shiftEnter), ("\u{1B}[13u", .enter), ("\u{1B}[27u", .escape),
        ("\u{1B}[27;5;97~", .ctrl("a")), ("\u{1B}[9;2u", .backTab),
        ("\u{1B}[97:65;2u", .character("A")),
    ])
    func `a sequence is a key`(text: String, key: Key) {
        #expect(decode(text) == [.key(key)])
    }

    @Test(arguments: [
        "\u{1B}[I", "\u{1B}[O", "\u{1B}[?62;4c", "\u{1B}]10;rgb:1/2/3\u{7}",
        "\u{1B}]11;rgb:1/2\u{1B}\\", "\u{1B}]11;rgb:1/2/3/4\u{7}", "\u{1B}]11;rgb:1/2/12345\u{7}",
        "\u{1B}]11;rgb:1/2/\u{7}", "\u{1B}]11;rgb:1/+2/3\u{7}", "\u{1B}]11;rgb:1/g/3\u{7}",
        "\u{1B}]11;#102030\u{7}", "\u{1B}]52;c;YWJj\u{7}", "\u{1B}]2;é漢\u{7}",
        "\u{1B}P11;rgb:1/2/3\u{1B}\\", "\u{1B}P>|term\u{1B}\\", "\u{1B}[99~", "\u{1B}[57399u",
        "\u{1B}[1114112u", "\u{1B}[0u", "\u{1B}[99999999999999999999u", "\u{1B}[<0;0;0M",
        "\u{1B}[<0;1M", "\u{1B}[12;24R\u{1B}[200", "\u{85}",
    ])
    func `what is no key is swallowed`(text: String) {
        #expect(decode(text).isEmpty)
    }

    /// Answers to questions that this program or the one before has asked, and what they are to.
    static let answers = [
        "\u{1B}]10;rgb:dcdc/dcdc/cccc\u{7}", "\u{1B}]10;rgb:dcdc/dcdc/cccc\u{1B}\\",
        "\u{1B}]11;?\u{1B}\\", "\u{1B}]4;1;rgb:cdcd/0000/0000\u{1B}\\",
        "\u{1B}]4;1;rgb:cdcd/0000/0000\u{7}", "\u{1B}[?62;4;22c", "\u{1B}[?6c",
        "\u{1B}[>41;354;0c", "\u{1B}[=1;2c", "\u{1B}[0n", "\u{1B}[12;24R", "\u{1B}[1;5R",
        "\u{1B}[?12;24;1R", "\u{1B}P>|XTerm(354)\u{1B}\\", "\u{1B}P!|7E565445\u{1B}\\",
        "\u{1B}P1+r524742=382f382f38\u{1B}\\", "\u{1B}[?2026;2$y", "\u{1B}[4;2$y",
        "\u{1B}[?27u", "\u{1B}[?13u", "\u{1B}[?9u", "\u{1B}[?1;0;256S", "\u{1B}[8;24;80t",
        "\u{1B}[?997;1n", "\u{1B}_Gi=31;OK\u{1B}\\",
    ]

    @Test(arguments: answers)
    func `an answer is no key, wherever it is cut and however late its rest comes`(answer: String) {
        let bytes = Array(answer.utf8)
        for cut in 1..<bytes.count {
            for second in cut..<bytes.count {
                var decoder = InputDecoder()
                decoder.awaitsAnswer = true
                var events = decoder.feed(bytes[..<cut]) + decoder.pause()
                events += decoder.feed(bytes[cut..<second]) + decoder.pause()
                events += decoder.feed(bytes[second...]) + decoder.flush()
                #expect(events.isEmpty, "cut at \(cut) and \(second)")
                #expect(decoder.feed([0x61]) == [.key(.character("a"))])
            }
        }
    }

    @Test
    func `an escape is a key also while an answer is awaited, and what is typed after it too`() {
        var decoder = InputDecoder()
        decoder.awaitsAnswer = true
        #expect(decoder.feed([0x1B]).isEmpty)
        #expect(decoder.patience == .short)
        #expect(decoder.flush().isEmpty)
        #expect(decoder.patience == .long)
        #expect(decoder.flush() == [.key(.escape)])
        #expect(decoder.patience == nil)

        _ = decoder.feed([0x1B]) + decoder.flush()
        #expect(decoder.feed([0x71]) == [.key(.escape), .key(.character("q"))])
        _ = decoder.feed([0x1B]) + decoder.flush()
        #expect(decoder.feed(Array("\u{1B}[A".utf8)) == [.key(.escape), .key(.up)])
        #expect(decoder.feed(Array("\u{1B}q".utf8)) == [.key(.alt("q"))])
    }

    @Test(arguments: [
        ("11;rgb:ffff/ffff/ffff\u{7}", RGB(255, 255, 255)),
        ("11;rgb:1414/1818/2222\u{1B}\\", RGB(0x14, 0x18, 0x22)),
        ("11;rgb:8000/0000/00FF\u{7}", RGB(0x80, 0, 1)), ("11;rgb:80/7f/1\u{7}", RGB(128, 127, 17)),
        ("11;rgb:fff/800/0\u{1B}\\", RGB(255, 128, 0)),
    ])
    func `the background is an event, however the answer arrives`(answer: String, color: RGB) {
        let bytes = Array("x\u{1B}]\(answer)y".utf8)
        let expected: [InputEvent] = [
            .key(.character("x")), .background(color), .key(.character("y")),
        ]
        for cut in 0...bytes.count {
            for second in cut...bytes.count {
                var decoder = InputDecoder()
                var events = decoder.feed(bytes[..<cut])
                // The silence between the parts; before the answer has begun, it makes keys.
                if cut > 3 { events += decoder.flush() }
                events += decoder.feed(bytes[cut..<second])
                events += decoder.feed(bytes[second...])
                #expect(events == expected, "cut at \(cut) and \(second)")
            }
        }
    }

    @Test func `an answer without an end does not keep the keyboard, or grow`() {
        var decoder = InputDecoder()
        let endless = Array("\u{1B}]11;rgb:".utf8) + [UInt8](repeating: 0x30, count: 100_000)
        #expect(decoder.feed(endless).isEmpty)
        #expect(decoder.feed([0x03]) == [.key(.ctrl("c"))])
        #expect(decoder.feed([0x61]) == [.key(.character("a"))])
        #expect(decoder.feed(endless + Array("\u{1B}[A".utf8)) == [.key(.up)])
        #expect(decoder.feed(endless + Array("\u{1B}\u{1B}".utf8)) == [.key(.escape)])
        #expect(decoder.flush() == [.key(.escape)])
    }

    @Test func `a burst comes out in order`() {
        #expect(
            decode("ab\u{1B}[Ac\u{1B}[<64;3;4M\u{3}") == [
                .text("ab"), .key(.up), .key(.character("c")),
                .mouse(MouseEvent(.scrollUp, at: Point(x: 2, y: 3))), .key(.ctrl("c")),
            ]
        )
        #expect(decode("\u{1B}\u{1B}[A") == [.key(.escape), .key(.up)])
    }

    @Test(arguments: [
        ("\u{1B}[<0;1;1M", MouseEvent(.press(.left), at: .zero)),
        ("\u{1B}[<2;5;6M", MouseEvent(.press(.right), at: Point(x: 4, y: 5))),
        ("\u{1B}[<0;5;6m", MouseEvent(.release(.left), at: Point(x: 4, y: 5))),
        ("\u{1B}[<32;5;6M", MouseEvent(.drag(.left), at: Point(x: 4, y: 5))),
        ("\u{1B}[<65;5;6M", MouseEvent(.scrollDown, at: Point(x: 4, y: 5))),
        (
            "\u{1B}[<20;5;6M",
            MouseEvent(.press(.left), at: Point(x: 4, y: 5), modifiers: [.shift, .ctrl])
        ),
        ("\u{1B}[<0;300;200M", MouseEvent(.press(.left), at: Point(x: 299, y: 199))),
        ("\u{1B}[32;300;200M", MouseEvent(.press(.left), at: Point(x: 299, y: 199))),
        ("\u{1B}[35;5;6M", MouseEvent(.release(.left), at: Point(x: 4, y: 5))),
        ("\u{1B}[64;5;6M", MouseEvent(.drag(.left), at: Point(x: 4, y: 5))),
        ("\u{1B}[97;5;6M", MouseEvent(.scrollDown, at: Point(x: 4, y: 5))),
    ])
    func `the mouse is reported`(text: String, event: MouseEvent) {
        #expect(decode(text) == [.mouse(event)])
    }

    @Test func `a paste is one event, however it arrives, and its keys are text`() {
        let bytes = Array("x\u{1B}[200~line\rtwo\r\n\u{1B}[A\u{3}é\u{1B}[201~y".utf8)
        let expected: [InputEvent] = [
            .key(.character("x")), .paste("line\ntwo\n\u{1B}[A\u{3}é"), .key(.character("y")),
        ]
        for cut in 0...bytes.count {
            var decoder = InputDecoder()
            let events = decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...])
            #expect(events == expected, "cut at \(cut)")
        }
    }

    @Test func `a paste waits for its end, and an escape does not wait for ever`() {
        var decoder = InputDecoder()
        #expect(decoder.feed(Array("\u{1B}[200~half".utf8)).isEmpty)
        #expect(decoder.patience == nil)
        #expect(decoder.flush().isEmpty)
        #expect(decoder.feed(Array("\u{1B}[201~".utf8)) == [.paste("half")])

        #expect(decoder.feed([0x1B]).isEmpty)
        #expect(decoder.patience == .short)
        #expect(decoder.flush() == [.key(.escape)])
        #expect(decoder.patience == nil)
    }

    @Test func `the description's own sequences win`() {
        var decoder = InputDecoder(described: [Array("[25~".utf8): .shiftUp])
        #expect(decoder.feed(Array("\u{1B}[25~".utf8)) == [.key(.shiftUp)])
    }

    @Test func `broken text becomes replacement characters`() {
        var decoder = InputDecoder()
        #expect(decoder.feed([0xC3, 0x41]) == [.text("\u{FFFD}A")])
        #expect(decoder.feed([0xFF]) == [.key(.character("\u{FFFD}"))])
        #expect(decoder.feed([0xE6, 0xBC]).isEmpty)
        #expect(decoder.flush() == [.key(.character("\u{FFFD}"))])
    }

    @Test func `no bytes trap, put a control into a character key, or grow without end`() {
        let seed: UInt64 = 81
        var random = seed
        func next() -> UInt64 {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return random >> 33
        }
        let likely: [UInt8] = Array("\u{1B}[O<;~M0123456789uAZ\r".utf8)
        var decoder = InputDecoder()
        for _ in 0..<2000 {
            let bytes = (0..<Int(next() % 40)).map { _ in
                next() % 2 == 0 ? UInt8(next() % 256) : likely[Int(next()) % likely.count]
            }
            var events = decoder.feed(bytes)
            if next() % 4 == 0 { events += decoder.flush() }
            let characters = events.flatMap { event -> [Character] in
                switch event {
                case .key(.character(let character)): [character]
                case .text(let text): Array(text.filter { $0 != "\n" && $0 != "\t" })
                default: []
                }
            }
            for character in characters {
                let isControl = character.unicodeScalars.contains {
                    $0.value < 0x20 || (0x7F...0x9F).contains($0.value)
                }
                #expect(!isControl, "seed \(seed)")
            }
        }
        _ = decoder.flush()
        let endless = [UInt8](repeating: 0x31, count: 100_000)
        #expect(decoder.feed(Array("\u{1B}[201~\u{1B}[".utf8) + endless).count <= 1)
        _ = decoder.feed([0x7E])
        #expect(decoder.feed([0x61]) == [.key(.character("a"))])
    }
}

extension InputDecoder {
    /// A silence that is long for a key and short for a sequence.
    fileprivate mutating func pause() -> [InputEvent] { patience == .short ? flush() : [] }
}
