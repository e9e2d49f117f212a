import CellUI
import Testing

struct HyperlinkTests {
    static let there = Hyperlink("https://a.org/there")
    static let elsewhere = Hyperlink("https://a.org/elsewhere")

    @Test(arguments: [
        ("https://a.org", "https://a.org"), ("HTTP://A.org/b?c=d#e", "HTTP://A.org/b?c=d#e"),
        ("mailto:x@b.org", "mailto:x@b.org"), ("http://[::1]:80/;a", "http://[::1]:80/;a"),
        ("https://ü.org/漢 字", "https://%C3%BC.org/%E6%BC%A2%20%E5%AD%97"),
        ("https://a.org/100%", "https://a.org/100%"),
        ("http://good.org\\@bad.org", "http://good.org%5C@bad.org"),
        ("https://a.org/\u{202E}\u{9B}m", "https://a.org/%E2%80%AE%C2%9Bm"),
    ])
    func `an address is of printable ASCII`(written: String, address: String) {
        #expect(Hyperlink(written)?.address == address)
    }

    @Test(arguments: [
        "", "/there", "there.html", "#part", "//a.org", "file:///etc/passwd", "javascript:alert(1)",
        "data:text/html,x", "ftp://a.org", "ssh://a.org", "vscode://x", "http:", "http:/a.org",
        "http://", "https:///a", "https://?q", "mailto:", " https://a.org", ":", "httpss://a.org",
        "https://a.org/\u{1B}]8;;\u{7}", "https://a.org/\n", "https://a.org/\u{0}",
        "https://a.org/\u{7F}", "https://a.org/" + String(repeating: "a", count: 2_000),
        "https://a.org/" + String(repeating: "漢", count: 300),
    ])
    func `what is no address of the web or of mail, or no address at all, leads nowhere`(
        written: String
    ) {
        #expect(Hyperlink(written) == nil)
    }

    @Test func `pieces of one link are known as one, and others as others`() throws {
        let (there, elsewhere) = (try #require(Self.there), try #require(Self.elsewhere))
        func identifier(_ link: Hyperlink) -> Substring { link.opening.split(separator: ";")[1] }
        #expect(identifier(there) != identifier(elsewhere))
        #expect(identifier(there).hasPrefix("id=") && identifier(there).count > 8)
        #expect(there.opening.hasPrefix("\u{1B}]8;id="))
        #expect(there.opening.hasSuffix(";https://a.org/there\u{1B}\\"))
        #expect(Hyperlink("https://a.org/there")?.opening == there.opening)
    }

    @Test func `a line that leads somewhere says so around its text and its style`() throws {
        let link = try #require(Self.there)
        let line = StyledText([
            .init("see ", .plain), .init("it", Style.plain.bold(), link: link),
            .init("", .plain, link: link), .init(".", .plain),
        ])
        #expect(
            line.controlSequences == "see \(link.opening)\u{1B}[0;1mit\u{1B}[0m\u{1B}]8;;\u{1B}\\."
        )
        #expect(line.truncated(to: 5).runs.last == .init("…", Style.plain.bold(), link: link))
    }

    // MARK: In a buffer

    /// A row as letters: where it leads there, elsewhere, or nowhere.
    private func picture(_ buffer: CellBuffer, row y: Int = 0) -> String {
        (0..<buffer.size.width).map { x in
            let link = buffer.links(row: y).filter { $0.columns.contains(x) }
            return link.count > 1
                ? "!" : link.first.map { $0.link == Self.there ? "t" : "e" } ?? "."
        }
        .joined()
    }

    private func buffer() -> CellBuffer {
        var buffer = CellBuffer(size: Size(width: 12, height: 2))
        buffer.write(
            StyledText([
                .init("a ", .plain), .init("漢字", .plain, link: Self.there),
                .init("bcd", .plain, link: Self.elsewhere), .init(" e", .plain),
            ]),
            at: .zero
        )
        return buffer
    }

    @Test func `a buffer knows where its columns lead, and what lies outside its clip does not`() {
        #expect(picture(buffer()) == "..tttteee...")
        #expect(buffer().linkedRows == [0])
        var buffer = CellBuffer(size: Size(width: 12, height: 2))
        let line = StyledText([.init("0123456789", .plain, link: Self.there)])
        buffer.write(line, at: Point(x: -4, y: 0), in: Rect(x: 2, y: 0, width: 3, height: 2))
        #expect(picture(buffer) == "..ttt.......")
        for point in [
            Point(x: 0, y: 2), Point(x: 0, y: -1), Point(x: 12, y: 1), Point(x: -20, y: 1),
        ] {
            buffer.write(line, at: point)
        }
        #expect(buffer.linkedRows == [0])
    }

    @Test func `what is drawn over a link leads nowhere, and what shows beside it still does`() {
        var buffer = buffer()
        buffer.write("xy", at: Point(x: 7, y: 0), style: .plain)
        #expect(picture(buffer) == "..tttte.....")
        buffer.fill(Rect(x: 3, y: 0, width: 1, height: 2), style: .plain)
        #expect(picture(buffer) == "..t.tte.....")
        buffer.restyle(buffer.bounds) { $0.bold() }
        #expect(picture(buffer) == "..t.tte.....")
        buffer.clear()
        #expect(buffer.linkedRows.isEmpty)
        #expect(buffer == CellBuffer(size: buffer.size))
    }

    @Test func `buffers that lead elsewhere are not the same, and have the same cells`() throws {
        let first = buffer()
        var second = first
        second.write(
            StyledText([.init("bcd", .plain, link: Self.there)]),
            at: Point(x: 6, y: 0)
        )
        #expect(picture(second) == "..ttttttt...")
        #expect(first != second)
        #expect(second.spans(changedSince: first).isEmpty)
    }
}
