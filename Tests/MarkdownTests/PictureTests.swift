import CellUI
import Testing

@testable import Markdown

/// What each construct looks like, in a wide pane and in a narrow one.
struct PictureTests {
    @Test func `headings lose their signs, and the first has a line below it`() {
        #expect(
            picture("# One *two*\n## Three\ntext\n###### Six ##\n\nSetext\n---\n#tag", 36) == """
                One two
                ───────
                Three
                text
                Six

                Setext
                #tag
                """
        )
        #expect(picture("# One", 10) == "One")
        let pieces = MarkdownText("# One *two*", MarkdownLayout()).pieces()
        #expect(pieces == ["heading1|One ", "heading1|two", "heading1|───────"])
    }

    @Test func `a heading without words is the marks that were written`() {
        #expect(picture("#\n#\n## \n\ntext\n###", 20) == "#\n#\n##\n\ntext\n###")
        #expect(picture("> #\n\n- ##", 20, unicode: true).contains("#"))
    }

    @Test func `line ends stay, long lines are wrapped, blank lines are one`() {
        #expect(
            picture("first\nsecond **line** that is too long for it\n\n\n\nthird  \nfourth\n\n", 20)
                == """
                first
                second line that is
                too long for it

                third
                fourth
                """
        )
    }

    @Test func `lists keep their numbers, and hang`() {
        #expect(
            picture(
                """
                - one item that is longer than a line
                  - two
                    3. three
                    7. seven
                - [x] done
                - [ ] to do

                10) ten
                11) eleven

                    more of eleven
                """,
                20
            ) == """
                • one item that is
                  longer than a line
                  ◦ two
                    3. three
                    7. seven
                ☑ done
                ☐ to do

                10) ten
                11) eleven

                    more of eleven
                """
        )
        #expect(picture("- a\n  - [x] b\n  - [ ] c", 20, unicode: false) == "- a\n  [x] b\n  [ ] c")
    }

    @Test func `quotes have a bar before every row`() {
        #expect(
            picture("> a quote that is wrapped here\n>\n> > in it\n> - item", 20) == """
                ▌ a quote that is
                ▌ wrapped here
                ▌ 
                ▌ ▌ in it
                ▌ • item
                """
        )
        #expect(picture("> a", 20, unicode: false) == "> a")
    }

    private static let table = """
        | Name | Value | Note |
        |:-----|------:|:----:|
        | alpha | 1 | a long note for a column |
        | 漢字 | 22 | `code` |
        """

    @Test func `a table has lines, and columns as wide as there is room`() {
        #expect(
            picture(Self.table, 76) == """
                ┌───────┬───────┬──────────────────────────┐
                │ Name  │ Value │           Note           │
                ├───────┼───────┼──────────────────────────┤
                │ alpha │     1 │ a long note for a column │
                │ 漢字  │    22 │           code           │
                └───────┴───────┴──────────────────────────┘
                """
        )
        #expect(
            picture(Self.table, 36) == """
                ┌───────┬───────┬──────────────────┐
                │ Name  │ Value │       Note       │
                ├───────┼───────┼──────────────────┤
                │ alpha │     1 │ a long note for  │
                │       │       │     a column     │
                ├───────┼───────┼──────────────────┤
                │ 漢字  │    22 │       code       │
                └───────┴───────┴──────────────────┘
                """
        )
        #expect(
            picture(Self.table, 20) == """
                Name: alpha
                Value: 1
                Note: a long note
                  for a column
                ───
                Name: 漢字
                Value: 22
                Note: code
                """
        )
        #expect(
            picture("|a|b|\n|-|-|\n|c|d|", 20, unicode: false) == """
                +---+---+
                | a | b |
                +---+---+
                | c | d |
                +---+---+
                """
        )
    }

    @Test func `code is framed without sides, and hangs where it is too long`() {
        let code = "```swift title\nlet x = 1\n\n    let long = value + another\n```\nafter"
        #expect(
            picture(code, 24) == """
                ── swift title ─────────
                let x = 1

                    let long =
                      value + another
                ────────────────────────
                after
                """
        )
        #expect(picture("~~~\na\n~~~", 10, unicode: false) == "----------\na\n----------")
        #expect(picture("text\n\n    indented\n    code", 20) == "text\n\n  indented\n  code")
        #expect(
            picture("1. do\n   ```\n   a\n     b\n   ```\n   then", 20) == """
                1. do
                   ─────────────────
                   a
                     b
                   ─────────────────
                   then
                """
        )
    }

    @Test func `links show where they lead, unless they say so themselves`() {
        let text =
            "[a](http://b.org/c \"t\") <http://d.org> www.e.org [http://f.org](http://f.org) ![i](j.png)"
        #expect(
            picture(text, 200)
                == "a (http://b.org/c \"t\") http://d.org www.e.org http://f.org [image: i] (j.png)"
        )
    }

    @Test func `what a page would leave out is shown`() {
        for text in [
            "[1]: http://a.org \"Title\"", "Note[^1]\n\n[^1]: The note.",
            "|a|b|\n|-|-|\n|c|d|too much|", "<!-- a comment -->", "<b>x</b> <br>",
        ] {
            let letters = text.filter { $0.isLetter || $0.isNumber }
            #expect(picture(text, 60).filter { $0.isLetter || $0.isNumber } == letters)
        }
        #expect(picture("[1]: http://a.org \"Title\"", 60) == "[1]: http://a.org \"Title\"")
        #expect(picture("|a|b|\n|-|-|\n|c|d|too much|", 60).contains("too much"))
        #expect(picture("***", 8) == "────────")
        #expect(picture("&amp; &lt;", 8) == "& <")
    }

    @Test func `formulas keep their backslashes and stars, and prices are no formulas`() {
        for text in [
            "so \\(a_1 * b_1 * c\\) and \\(\\frac{1}{2}\\)", "$$x^{*} \\\\ y^{*}$$",
            "is $a*b*c$, $\\{x\\}$",
            "\\[\na\n- b\n= c\n\\]", "costs $5, or *6*".replacing("*", with: ""),
        ] {
            #expect(picture(text, 60) == text)
        }
        #expect(picture("$5 *and* $6", 60) == "$5 and $6")
        #expect(picture("`\\(a\\)` \\(b\\) \\* ", 60) == "\\(a\\) \\(b\\) *")
    }

    @Test func `an item by its numbers' width is in it, one before that is shown where it stands`()
    {
        #expect(picture("1. a\n  - b\n2. c\n   - d", 20) == "1. a\n  • b\n2. c\n   ◦ d")
    }

    @Test func `as it was written it is wrapped and nothing else`() {
        let text = "# A *b*\n\n\n- c"
        let document = MarkdownText(text, MarkdownLayout(width: 20, form: .plain))
        #expect(document.picture() == text)
    }

    @Test func `marks are put into no code that has formulas' signs`() {
        let indented = "Run:\n\n    export PATH=$HOME/bin:$PATH"
        #expect(picture(indented, 40).contains("export PATH=$HOME/bin:$PATH"))
        let item = "- do\n\n  ~~~\n  echo $A_1$B_2\n  ~~~"
        #expect(picture(item, 40).contains("echo $A_1$B_2"))
        // What belongs to an item of a list is indented without being code.
        #expect(picture("1. so\n\n    $a_1*b_1$ holds", 40).contains("$a_1*b_1$"))
    }

    @Test func `what stands in columns stays in them`() {
        let weighed = "Step 1:\n  100 %  right  codebreaker\n    3 %  right  `abacus`\nEnd"
        #expect(picture(weighed, 40) == weighed.replacing("`", with: ""))
        // The blanks before the lines of an item are its own.
        #expect(picture("- one\n  two\n    three", 40) == "• one\n  two\n  three")
    }
}
