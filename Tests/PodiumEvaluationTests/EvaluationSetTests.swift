import Foundation
import Testing

@testable import PodiumEvaluation

@Suite struct EvaluationSetTests {
    @Test(arguments: [
        (#"{"question": "Two and two?", "answer": 4}"#, Reference.number("4", tolerance: nil)),
        (#"{"question": "Price?", "answer": "$1,200"}"#, .number("$1,200", tolerance: nil)),
        (#"{"question": "Which?", "answer": "red"}"#, .exact("red")),
        (#"{"question": "Which?", "answer": "4", "grader": "exact"}"#, .exact("4")),
        (
            #"{"question": "Pi?", "answer": 3.14, "tolerance": 0.01}"#,
            .number("3.14", tolerance: 0.01)
        ),
        (
            #"{"question": "Root?", "answer": "\\sqrt2", "grader": "closed-form"}"#,
            .closedForm("\\sqrt2")
        ),
        (
            #"{"question": "?", "answer": "b", "choices": ["x", "y"]}"#,
            .choice("B", among: ["x", "y"])
        ),
        (
            #"{"question": "?", "answer": 1, "choices": ["1", "2"]}"#,
            .choice("B", among: ["1", "2"])
        ),
        (
            #"{"question": "?", "answer": "1", "choices": ["1", "2"]}"#,
            .choice("A", among: ["1", "2"])
        ),
        (
            #"{"question": "?", "answer": "no", "choices": ["yes", "no"]}"#,
            .choice("B", among: ["yes", "no"])
        ),
        (
            #"{"question": "f?", "grader": "code", "tests": "assert f()", "entry_point": "f"}"#,
            .code(CodeTests(suite: .assertions("assert f()"), entryPoint: "f"))
        ),
        (
            #"{"question": "?", "grader": "code", "tests": [{"input": "1", "output": "2"}]}"#,
            .code(CodeTests(suite: .programRuns(.init(cases: [.init(input: "1", output: "2")]))))
        ),
    ])
    func `the grader is named or guessed`(line: String, reference: Reference) throws {
        #expect(try item(line).reference == reference)
    }

    @Test func `byte order marks, Windows line ends and empty lines are no obstacle`() throws {
        let text =
            "\u{FEFF}{\"question\": \"a\", \"answer\": \"x\"}\r\n\r\n{\"question\": \"b\", \"answer\": \"y\"}\r\n"
        #expect(try read(text).items.map(\.id) == ["item-1", "item-2"])
        let table = "\u{FEFF}question,answer\r\n\"a,\r\nb \"\"c\"\"\",x\r\n\r\nd,y\r\n"
        let set = try read(table, as: "set.csv")
        #expect(set.items.count == 2)
        #expect(set.items[0].prompt.hasPrefix("a,\r\nb \"c\"\n\nEnd with one line"))
        let array = #"[{"question": "a", "answer": "x"}]"#
        #expect(try read(array, as: "set.json").items.count == 1)
        #expect(try read("{\"cases\": \(array)}", as: "set.json").items.count == 1)
    }

    @Test(arguments: [
        ("{\"question\": \"a\", \"answer\": \"x\"}\n{oops", "set.jsonl", ":2: is no JSON object."),
        ("{\"question\": \"a\"}", "set.jsonl", ":1: entry 1 has no \"answer\"."),
        ("", "set.jsonl", ": has no entries."),
        ("hello", "set.txt", ":1: is neither JSON Lines, a JSON array nor a .csv table."),
        ("[1]", "set.json", ": entry 1 is no JSON object."),
        ("[", "set.json", ": begins like a JSON array but is none."),
        (#"{"x": 1}"#, "set.jsonl", "of no known set. Give each a \"question\" and an \"answer\"."),
        ("question,answer\na,b,c\n", "set.csv", ":2: has 3 columns where 2 are named."),
        ("question,answer\n\"a\n\nb", "set.csv", ":2: opens a quote for good."),
        ("question,answer\n\"a\"b,c", "set.csv", ":2: has text after a closing quote."),
        (
            #"{"question": "a", "answer": "x", "grader": "vibes"}"#, "set.jsonl",
            "the grader \"vibes\"; known are exact, number, choice, closed-form, code."
        ),
        (
            #"{"question": "a", "answer": "x", "grader": "number"}"#, "set.jsonl",
            "which is no number."
        ),
        (#"{"question": "a", "answer": 1, "tolerance": -1}"#, "set.jsonl", "no number from 0 up."),
        (
            #"{"question": "a", "answer": "C", "choices": ["x", "y"]}"#, "set.jsonl",
            "none of its 2 choices."
        ),
        (#"{"question": "a", "grader": "code"}"#, "set.jsonl", "has no \"tests\"."),
        (#"{"question": "a", "answer": {}}"#, "set.jsonl", "neither text nor a number."),
        (
            "{\"id\": 7, \"question\": \"a\", \"answer\": \"x\"}\n{\"id\": 7, \"question\": \"b\", \"answer\": \"y\"}",
            "set.jsonl", ":2: entry 2 has the id \"7\" of entry 1."
        ),
    ])
    func `an error tells the file, the line and what is wrong`(
        text: String,
        name: String,
        end: String
    ) throws {
        let error = try #require(throws: EvaluationSetError.self) { try read(text, as: name) }
        #expect(error.file.hasSuffix(name))
        #expect(error.description.hasSuffix(end), "\(error)")
    }

    @Test func `a file that is not there is named`() throws {
        let file = URL(filePath: "/nowhere/set.jsonl")
        let error = try #require(throws: EvaluationSetError.self) { try EvaluationSet(file: file) }
        #expect(error.description == "/nowhere/set.jsonl: is not there.")
    }

    @Test func `a set is written so that it reads the same`() throws {
        let runs = CodeTests.Runs(cases: [.init(input: "1", output: "2")], packed: "eA==")
        let references: [Reference] = [
            .exact("red / blue"), .number("1/3", tolerance: 0.5), .number("4", tolerance: nil),
            .choice("B", among: ["1", "2"]), .closedForm("\\frac{1}{2}"),
            .code(
                CodeTests(suite: .assertions("assert f()"), prelude: "import os\n", entryPoint: "f")
            ),
            .code(CodeTests(suite: .programRuns(runs))),
            .code(CodeTests(suite: .calls(function: "g", runs))),
        ]
        let items = references.enumerated().map { index, reference in
            EvaluationItem(
                id: "i\(index)",
                prompt: "Line\n\"é\" \(index)",
                reference: reference,
                group: index.isMultiple(of: 2) ? "even" : nil
            )
        }
        let set = EvaluationSet(name: "set", items: items)
        let lines = String(decoding: try set.jsonLines(), as: UTF8.self)
        #expect(lines.split(separator: "\n").count == items.count)
        #expect(try read(lines) == set)
        let first = try JSONDecoder().decode(
            EvaluationItem.self,
            from: JSONEncoder().encode(items[0])
        )
        #expect(first == items[0])
    }
}
