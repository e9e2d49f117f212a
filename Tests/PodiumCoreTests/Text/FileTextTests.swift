import PodiumCore
import Testing

struct FileTextTests {
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    @Test(arguments: ["", "one", "naïve\r\n日本\n", "\u{FEFF}\u{FEFF}"])
    func `a byte-order mark is no part of a text, and the rest is left as it is`(text: String)
        throws
    {
        #expect(
            try FileText.decode(Array(text.utf8)).utf8.elementsEqual(
                text.unicodeScalars.first == "\u{FEFF}" ? "\u{FEFF}".utf8 : text.utf8
            )
        )
        #expect(try FileText.decode(Self.mark + Array("naïve".utf8)) == "naïve")
        #expect(Array(FileText.withoutMark(Self.mark)).isEmpty)
        #expect(Array(FileText.withoutMark([0xEF, 0xBB])) == [0xEF, 0xBB])
    }

    @Test(arguments: [
        ("caf\u{E9}", 1), ("one\ncaf\u{E9}\n", 2), ("one\r\ntwo\r\ncaf\u{E9}", 3),
    ])
    func `what is no UTF-8 is told with its line`(text: String, line: Int) {
        let latin = text.unicodeScalars.map { UInt8($0.value) }
        for bytes in [latin, Self.mark + latin] {
            let error = #expect(throws: FileText.NotUTF8.self) { try FileText.decode(bytes) }
            #expect(error?.line == line)
        }
    }

    @Test func `lines end with LF or CR LF, and with nothing else`() {
        #expect("one\r\ntwo\n\r\n".fileLines == ["one", "two", "", ""])
        #expect("one\u{2028}two\u{85}three".fileLines.count == 1)
        #expect("".fileLines == [""])
        #expect("one\r\ntwo\n".withNewlines == "one\ntwo\n")
    }
}
