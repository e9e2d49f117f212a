import PodiumEvaluation
import Testing

struct TableTests {
    private let table = Table(
        columns: ["conductor", "items", "right"],
        rows: [
            [.text("cheapest"), .integer(1200), .number(0.415, decimals: 3)],
            [.text("émile 👩‍👩‍👧"), .missing, .number(.nan, decimals: 2)],
            [.text("vote, of \"three\"\r\nor four")],
        ]
    )

    @Test func `texts stand left and numbers right`() {
        let expected = """
            conductor                  items  right
            ─────────────────────────  ─────  ─────
            cheapest                    1200  0.415
            émile 👩‍👩‍👧                        –      –
            vote, of "three"  or four      –      –
            """
        #expect(table.text().joined(separator: "\n") == expected)
    }

    @Test func `columns that do not fit stand below, behind the first once more`() {
        let expected = """
            conductor  items
            ─────────  ─────
            cheapest    1200
            émile 👩‍👩‍👧        –
            vote, of…      –

            conductor  right
            ─────────  ─────
            cheapest   0.415
            émile 👩‍👩‍👧        –
            vote, of…      –
            """
        #expect(table.text(width: 18).joined(separator: "\n") == expected)
        #expect(table.text(width: 100) == table.text())
        #expect(!Table(columns: ["a"], rows: [[.integer(1)]]).text(width: 1).isEmpty)
    }

    @Test func `CSV is that of RFC 4180`() {
        #expect(
            table.csv
                == "conductor,items,right\r\ncheapest,1200,0.415\r\némile 👩‍👩‍👧,,\r\n"
                + "\"vote, of \"\"three\"\"\r\nor four\",,\r\n"
        )
    }

    @Test func `a break of a line alone is quoted too`() {
        let table = Table(columns: ["a\nb"], rows: [[.text("c\r\nd")], [.text("e\rf")]])
        #expect(table.csv == "\"a\nb\"\r\n\"c\r\nd\"\r\n\"e\rf\"\r\n")
    }

    @Test func `rows of any length make a rectangle`() {
        let table = Table(columns: ["a"], rows: [[], [.integer(1), .integer(2)]])
        #expect(table.csv == "a,\r\n,\r\n1,2\r\n")
        #expect(table.text(isASCII: true) == ["a", "-  -", "-  -", "1  2"])
        #expect(Table(columns: []).text() == ["", ""])
        #expect(Table(columns: []).csv == "\r\n")
    }
}
