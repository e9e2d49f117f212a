import CellUI
import Testing

@testable import Markdown

/// A short text in each language, and what its words are.
struct HighlightingTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        var languages: String
        var code: String
        var pieces: [String]

        var testDescription: String { languages }
    }

    static let samples = [
        Sample(
            languages: "swift",
            code:
                "@main struct Lamp { /* on\noff */ let n = 0x1F // no\n  func lit() -> Bool { \"a\\\"b\" } }",
            pieces: [
                "attribute|@main", "keyword|struct", "type|Lamp", "comment|/* on", "comment|off */",
                "number|0x1F", "comment|// no", "function|lit", "type|Bool", "string|\"a\\\"b\"",
            ]
        ),
        Sample(
            languages: "python py",
            code: "@cache\ndef f(x: int):\n    '''doc\n    more'''\n    return None # end",
            pieces: [
                "attribute|@cache", "keyword|def", "function|f", "type|int", "string|'''doc",
                "string|    more'''", "keyword|None", "comment|# end",
            ]
        ),
        Sample(
            languages: "javascript js ts typescript tsx jsx",
            code: "const a = `one\ntwo`; async function go(n: number) { return 1.5e3 }",
            pieces: [
                "keyword|const", "string|`one", "string|two`", "keyword|async", "function|go",
                "type|number", "number|1.5e3",
            ]
        ),
        Sample(
            languages: "go golang",
            code: "func add(a int) error { s := `raw\\`; return nil }",
            pieces: [
                "keyword|func", "function|add", "type|int", "type|error", "string|`raw\\`",
                "keyword|nil",
            ]
        ),
        Sample(
            languages: "rust rs",
            code: "#[derive(Debug)]\nfn f(x: &u8) -> Option<u8> { Some(*x) }",
            pieces: ["keyword|fn", "function|f", "type|u8", "type|Option", "type|Some"]
        ),
        Sample(
            languages: "c cpp c++ h",
            code: "#include <a.h>\nstatic uint8_t x = 'c'; /* note */ int main(void) {}",
            pieces: [
                "attribute|#include", "keyword|static", "type|uint8_t", "string|'c'",
                "comment|/* note */", "function|main",
            ]
        ),
        Sample(
            languages: "java",
            code: "@Override public int size() { return 7L; } // x",
            pieces: [
                "attribute|@Override", "keyword|public", "type|int", "function|size", "number|7L",
            ]
        ),
        Sample(
            languages: "kotlin kt",
            code: "fun f() = when (x) {}",
            pieces: ["keyword|fun", "keyword|when"]
        ),
        Sample(
            languages: "csharp cs c#",
            code: "public string Name { get; }",
            pieces: ["type|string"]
        ),
        Sample(
            languages: "ruby rb",
            code: "def f; @a = :b end # c",
            pieces: ["attribute|@a", "attribute|:b"]
        ),
        Sample(
            languages: "php",
            code: "FOREACH ($a as $b) {}",
            pieces: ["keyword|FOREACH", "attribute|$a"]
        ),
        Sample(
            languages: "shell sh bash zsh console",
            code: "for f in *.txt; do echo \"$f\" $HOME; done # all",
            pieces: [
                "keyword|for", "keyword|do", "string|\"$f\"", "attribute|$HOME", "comment|# all",
            ]
        ),
        Sample(
            languages: "sql postgres",
            code: "SELECT count(*) FROM t WHERE a = 'it''s' -- note",
            pieces: [
                "keyword|SELECT", "function|count", "keyword|FROM", "string|'it''s'",
                "comment|-- note",
            ]
        ),
        Sample(
            languages: "json",
            code: "{\"key\": [1, true, \"text\"]}",
            pieces: ["attribute|\"key\"", "number|1", "keyword|true", "string|\"text\""]
        ),
        Sample(
            languages: "yaml yml",
            code: "a-b: 12 # note\nc: \"d\"",
            pieces: ["attribute|a-b", "number|12", "comment|# note", "attribute|c", "string|\"d\""]
        ),
        Sample(
            languages: "toml ini",
            code: "name = \"x\" # note\non = true",
            pieces: ["attribute|name", "string|\"x\"", "comment|# note", "keyword|true"]
        ),
        Sample(
            languages: "html xml",
            code: "<a href=\"x\">text</a> <!-- one\ntwo --> <br/>",
            pieces: [
                "keyword|<a", "attribute|href", "string|\"x\"", "keyword|</a>", "comment|<!-- one",
                "comment|two -->", "keyword|<br/>",
            ]
        ),
        Sample(
            languages: "css scss",
            code: "@media screen { .a { color: #fff; width: 12px } }",
            pieces: [
                "attribute|@media", "attribute|.a", "attribute|color", "attribute|#fff",
                "number|12px",
            ]
        ),
        Sample(
            languages: "diff patch",
            code: "--- a\n+++ b\n@@ -1 +1 @@\n-old\n+new\n same",
            pieces: [
                "attribute|--- a", "hunk|@@ -1 +1 @@", "removed|-old", "added|+new",
                "codeText| same",
            ]
        ),
    ]

    @Test(arguments: samples) func `words of code are what they are`(sample: Sample) {
        for language in sample.languages.split(separator: " ") {
            let text = "```\(language)\n\(sample.code)\n```"
            let document = MarkdownText(text, MarkdownLayout(width: 200))
            let pieces = document.pieces()
            for piece in sample.pieces {
                #expect(pieces.contains(piece), "\(language): \(piece) of \(pieces)")
            }
            // The code is all there, and nothing else.
            let lines = document.picture().split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.dropFirst().dropLast().joined(separator: "\n") == sample.code)
        }
    }

    @Test func `an unknown language is code, and none is not guessed`() {
        for fence in ["```", "```nosuch", "~~~ text"] {
            let pieces = MarkdownText("\(fence)\nlet x = 1\n", MarkdownLayout()).pieces()
            #expect(pieces.contains("codeText|let x = 1"), "\(fence)")
        }
    }

    @Test func `any bytes are highlighted without a trap, line by line`() {
        for (seed, name) in Language.table.keys.sorted().enumerated() {
            var random = Seeded(state: UInt64(seed))
            let marks = Array("\"'`#/*<>-!=@$\\(){}[]:;.,+ \n\tabcXYZ019é漢")
            let code = String(
                (0..<4_000).map { _ in marks[Int.random(in: marks.indices, using: &random)] }
            )
            let document = MarkdownText(
                "~~~~~\(name)\n\(code)\n~~~~~",
                MarkdownLayout(width: 4_000)
            )
            let lines = document.picture().split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.dropFirst().dropLast().joined(separator: "\n") == code, "\(name)")
        }
    }
}
