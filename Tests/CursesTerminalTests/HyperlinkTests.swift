import CellUI
import Glibc
import Testing

@testable import CursesTerminal

/// Links on the screen, as a terminal has them.
extension CursesTerminalTests {
    private static let size = Size(width: 24, height: 6)

    private func openWide(_ hyperlinks: String, colors: Bool = true) throws -> CursesTerminal {
        device.resize(columns: UInt16(Self.size.width), rows: UInt16(Self.size.height))
        return try open([
            "TERM": "xterm-256color", "PODIUM_HYPERLINKS": hyperlinks,
            "NO_COLOR": colors ? "" : "1",
        ])
    }

    private static func link(_ name: String) throws -> Hyperlink {
        try #require(Hyperlink("https://a.org/\(name)"))
    }

    private func linked(_ text: String, _ name: String, style: Style = .plain) throws -> StyledText
    {
        StyledText([.init(text, style, link: try Self.link(name))])
    }

    @Test func `a link is around its text, and the cursor goes back`() throws {
        let terminal = try openWide("1")
        defer { terminal.close() }
        #expect(terminal.capabilities.hyperlinks)
        var model = ModelTerminal(size: Self.size)
        var buffer = CellBuffer(size: Self.size)
        buffer.write("see ", at: .zero, style: .plain)
        buffer.write(try linked("this 漢", "x", style: Style.plain.bold()), at: Point(x: 4, y: 0))
        _ = device.output()
        try terminal.present(buffer, cursor: Point(x: 3, y: 5))
        let sent = device.output()
        model.take(sent)
        #expect(sent.contains(try Self.link("x").opening))
        #expect(model.rows[0].map { $0.link == nil ? "." : "x" }.joined().hasPrefix("....xxxxxxx."))
        #expect(model.rows[0][4].style == ["1"] && model.rows[0][3].style == [])
        #expect(model.cursor == Point(x: 3, y: 5))
        // What is on the screen is not sent again.
        try terminal.present(buffer, cursor: Point(x: 3, y: 5))
        #expect(device.output().isEmpty)
        buffer.write("more", at: Point(x: 0, y: 3), style: .plain)
        try terminal.present(buffer, cursor: Point(x: 3, y: 5))
        #expect(!device.output().contains("]8;"))
        // Only where it leads is another.
        buffer.write(try linked("this 漢", "y", style: Style.plain.bold()), at: Point(x: 4, y: 0))
        try terminal.present(buffer, cursor: Point(x: 3, y: 5))
        model.take(device.output())
        #expect(model.rows[0][4].link == "https://a.org/y")
        #expect(model.cursor == Point(x: 3, y: 5))
    }

    @Test func `a terminal without hyperlinks gets none, and a crash leaves none open`() throws {
        let terminal = try openWide("0")
        defer { terminal.close() }
        #expect(!terminal.capabilities.hyperlinks)
        var buffer = CellBuffer(size: Self.size)
        buffer.write(try linked("this", "x"), at: .zero)
        try terminal.present(buffer, cursor: nil)
        let sent = device.output()
        #expect(sent.contains("this") && !sent.contains("]8;"))
        let modes = ModeSequences(mouse: false)
        for (hyperlinks, isClosed) in [(true, true), (false, false)] {
            let bytes = TerminalDescription.restoring(
                modes: modes,
                title: false,
                hyperlinks: hyperlinks
            )
            #expect(bytes.starts(with: Hyperlink.closing.utf8) == isClosed)
        }
    }

    @Test func `what another program has left, and another size, are drawn with links`() throws {
        let terminal = try openWide("1")
        defer { terminal.close() }
        var buffer = CellBuffer(size: Self.size)
        buffer.write(try linked("this is a link", "x"), at: Point(x: 2, y: 1))
        try terminal.present(buffer, cursor: nil)
        for step in 0..<3 {
            var size = Self.size
            _ = device.output()
            if step == 0 {
                terminal.redraw()
            } else if step == 1 {
                try terminal.released {}
            } else {
                size = Size(width: 10, height: 3)
                device.resize(columns: 10, rows: 3)
                kill(getpid(), SIGWINCH)
                #expect(try terminal.nextEvents(timeout: patience) == [.resize(size)])
            }
            _ = device.output()
            try terminal.present(buffer, cursor: nil)
            var model = ModelTerminal(size: size)
            model.take(device.output())
            let picture = model.rows[1].map { $0.link == nil ? "." : "x" }.joined()
            #expect(picture == String("..xxxxxxxxxxxxxx........".prefix(size.width)))
        }
    }

    // MARK: Any frames

    /// Frames that come from one another as those of a program do: text is written over, with links and
    /// without, what is in view moves up or sideways, a box covers some of it and goes.
    private func frames(_ seed: UInt64) throws -> [(CellBuffer, Point?)] {
        var state = seed
        func random(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let words = ["aaaa", "ab", "漢字", "aaaaaaaaaa", "b", "the link", "e\u{301}x", "a  a", "   "]
        let styles = [
            Style.plain, Style.plain.bold(), Style(foreground: .indexed(4)).underline(),
            Style(foreground: .indexed(1), background: .indexed(7)),
        ]
        func line() throws -> StyledText {
            StyledText(
                try (0..<random(6)).map { _ in
                    let link = random(2) == 0 ? try Self.link(["x", "y"][random(2)]) : nil
                    return .init(words[random(words.count)], styles[random(4)], link: link)
                }
            )
        }
        var lines = try (0..<40).map { _ in try line() }
        var (first, left) = (0, 0)
        var box: Rect?
        return try (0..<40).map { _ in
            switch random(6) {
            case 0: first = random(20)
            case 1: first += 1
            case 2: left = random(4)
            case 3: lines[first + random(Self.size.height)] = try line()
            case 4:
                let index = first + random(Self.size.height)
                lines[index].runs = try lines[index].runs.map {
                    var run = $0
                    run.link = random(2) == 0 ? nil : try Self.link("z")
                    return run
                }
            default:
                box =
                    box == nil
                    ? Rect(x: random(20), y: random(4), width: 1 + random(12), height: 2) : nil
            }
            var buffer = CellBuffer(size: Self.size)
            for y in 0..<Self.size.height where first + y < lines.count {
                buffer.write(lines[first + y], at: Point(x: left - 2, y: y))
            }
            if let box {
                buffer.fill(box, style: styles[random(4)])
                buffer.write("aaaa", at: box.origin, style: .plain, in: box)
            }
            let cursor = Point(x: random(Self.size.width), y: random(Self.size.height))
            return (buffer, random(3) == 0 ? nil : cursor)
        }
    }

    // In 173 and 237 ncurses would scroll links to rows that have had none and get none.
    @Test(arguments: Array(1...40) + [173, 237] as [UInt64])
    func
        `whatever is shown after whatever, each cell leads where the frame says, and looks as ever`(
            seed: UInt64
        ) throws
    {
        let frames = try frames(seed)
        func models(_ hyperlinks: String) throws -> [ModelTerminal] {
            let terminal = try openWide(hyperlinks, colors: seed % 4 > 0)
            defer { terminal.close() }
            _ = device.output()
            var model = ModelTerminal(size: Self.size)
            return try frames.map { buffer, cursor in
                try terminal.present(buffer, cursor: cursor)
                model.take(device.output())
                return model
            }
        }
        let (plain, linked) = (try models("0"), try models("1"))
        _ = device.output()
        for (number, (buffer, cursor)) in frames.enumerated() {
            let model = linked[number]
            for y in 0..<Self.size.height {
                let expected = (0..<Self.size.width).map { x in
                    buffer.links(row: y).first { $0.columns.contains(x) }?.link.address.suffix(1)
                }
                let found = model.rows[y].map { $0.link?.suffix(1) }
                let names = { (links: [Substring?]) in links.map { $0 ?? "." }.joined() }
                #expect(names(found) == names(expected), "frame \(number), row \(y)")
                let (one, other) = (model.rows[y].map(\.look), plain[number].rows[y].map(\.look))
                let differences = one.indices.filter { one[$0] != other[$0] }
                    .map { "\($0): \(one[$0]), not \(other[$0])" }
                #expect(differences.isEmpty, "frame \(number), row \(y)")
            }
            if let cursor { #expect(model.cursor == cursor, "frame \(number)") }
            #expect(model.pen == plain[number].pen, "frame \(number)")
        }
    }
}
