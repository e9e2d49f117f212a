import PodiumConfiguration
import Testing

struct SyntaxErrorTests {
    @Test func `a colon within a text is shown with its place`() {
        expectMistake(
            .syntax,
            in: "theme: a: b",
            """
            config.yaml:1:9: This is not valid YAML: a `key: value` cannot stand here.
                theme: a: b
                        ^
            Quote a text that contains `: `, and check the indentation.
            """
        )
    }

    @Test func `a tab cannot indent`() {
        expectMistake(
            .syntax,
            in: """
                workers:
                \t- x
                """,
            """
            config.yaml:2:1: This is not valid YAML: nothing can begin with this character.
                →- x
                ^
            Indent with spaces, not tabs, and quote a text that begins with a special character.
            """
        )
    }

    @Test func `an open bracket is found at the end`() {
        expectMistake(
            .syntax,
            in: "pools: {a: [b",
            """
            config.yaml:2:1: This is not valid YAML: did not find expected ',' or ']'.
            Check the brackets and commas before this place.
            """
        )
    }

    @Test func `an open quote is found at the end`() {
        expectMistake(
            .syntax,
            in: """
                theme: "open
                limits: 3
                """,
            """
            config.yaml:2:10: This is not valid YAML: found unexpected end of stream.
                limits: 3
                         ^
            Check that every quote and bracket is closed.
            """
        )
    }

    @Test func `a line that is indented too little is shown`() {
        expectMistake(
            .syntax,
            in: """
                limits:
                  steps: 1
                 retries: 2
                """,
            """
            config.yaml:3:2: This is not valid YAML: did not find expected key.
                 retries: 2
                 ^
            Check the indentation of this line and of the ones before it.
            """
        )
    }

    @Test func `a second document is refused`() {
        expectMistake(
            .syntax,
            in: """
                theme: a
                ---
                theme: b
                """,
            """
            config.yaml:2:1: This is not valid YAML: a second document begins here.
                ---
                ^
            """
        )
    }

    @Test func `an alias without an anchor is refused`() {
        expectMistake(
            .syntax,
            in: "theme: *nowhere",
            """
            config.yaml:1:8: This is not valid YAML: found undefined alias.
                theme: *nowhere
                       ^
            Quote a text that begins with `*`.
            """
        )
    }

    @Test func `a character that begins nothing is shown`() {
        expectMistake(
            .syntax,
            in: "theme: @x",
            """
            config.yaml:1:8: This is not valid YAML: nothing can begin with this character.
                theme: @x
                       ^
            Indent with spaces, not tabs, and quote a text that begins with a special character.
            """
        )
    }

    @Test func `a key written twice is refused`() {
        expectMistake(
            .duplicate,
            in: """
                theme: a
                limits: {}
                theme: b
                """,
            """
            config.yaml:1:1: The key "theme" is written more than once; the first is here.
            Keep one of them.
            """
        )
    }

    @Test func `a line that may hold a secret is not shown`() {
        expectMistake(
            .syntax,
            in: "api_key: hunter2: x",
            """
            config.yaml:1:17: This is not valid YAML: a `key: value` cannot stand here.
            Quote a text that contains `: `, and check the indentation.
            """
        )
        expectMistake(
            .syntax,
            in: "theme: sk-abcdefghijklmnop: x",
            """
            config.yaml:1:27: This is not valid YAML: a `key: value` cannot stand here.
            Quote a text that contains `: `, and check the indentation.
            """
        )
        expectMistake(
            .syntax,
            in: "key_command: echo a: b",
            """
            config.yaml:1:20: This is not valid YAML: a `key: value` cannot stand here.
            Quote a text that contains `: `, and check the indentation.
            """
        )
    }

    @Test func `a long line is cut around the place`() {
        expectMistake(
            .syntax,
            in:
                "theme: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: y",
            """
            config.yaml:1:98: This is not valid YAML: a `key: value` cannot stand here.
                xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: y
                                                                  ^
            Quote a text that contains `: `, and check the indentation.
            """
        )
    }

    @Test func `deep nesting is given up`() {
        expectMistake(
            .syntax,
            in: String(repeating: "[", count: 3000),
            """
            config.yaml:1:1: This is not valid YAML: it is nested too deeply.
                [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
                ^
            """
        )
    }

    @Test func `aliases of aliases of aliases are given up`() {
        expectMistake(
            .tooManyAliases,
            in: aliasBomb,
            """
            config.yaml: The aliases in this file stand for too much text.
            Write the values out, or use fewer `*aliases` within `&anchors`.
            """
        )
    }
}
