import Foundation
import PodiumCore
import PodiumEvaluation
import Testing

@Suite struct MatrixTests {
    @Test func `rows are written and read again, the later one of the same call counts`() throws {
        var matrix = Matrix()
        let row = MatrixRow(
            question: "A line\nand “another” one?",
            worker: "gpt",
            sample: 1,
            reply: "Answer: 3",
            reward: 0.5,
            cost: 0.001,
            currency: .usd,
            seconds: 2.5
        )
        matrix.add(row)
        matrix.add(MatrixRow(question: "Another", worker: "gpt"))
        let read = try Matrix(data: Data(("\u{FEFF}" + matrix.text).utf8), name: "m")
        #expect(read == matrix)
        var better = row
        better.reward = 1
        matrix.add(better)
        #expect(matrix.rows.count == 2)
        #expect(matrix[row.key]?.reward == 1)
        #expect(matrix.questions.map(\.question) == [row.question, "Another"])
    }

    @Test func `signs that break lines elsewhere are part of a reply`() throws {
        let row = MatrixRow(
            question: "q",
            worker: "w",
            reply: "one\u{2028}two\u{2029}three\u{85}four\u{0B}five"
        )
        let read = try Matrix(data: Data(Matrix.line(row).utf8), name: "m")
        #expect(read.rows == [row])
    }

    @Test(arguments: [
        ("{\"question\": \"q\"}", "there is no `worker`"),
        ("{\"question\": \"q\", \"worker\": \"w\", \"reward\": 2}", "it is 0 to 1"),
        ("{\"question\": \"q\", \"worker\": \"w\", \"cost\": -1}", "`cost` is -1.0"),
        ("{\"question\": \"q\", \"worker\": 3}", "`worker` is not of its kind"),
        ("{\"question\": \"\", \"worker\": \"w\"}", "must not be empty"),
        ("{\"question\": \"q\", \"worker\": \"w\", \"over\": \"w\"}", "another worker"),
        (
            "{\"question\": \"q\", \"worker\": \"w\", \"over\": \"v\", \"reward\": 1}",
            "says nothing of a `reward`"
        ),
        ("[1", "not a JSON object"),
    ])
    func `what is no row is told with its line`(_ line: String, _ reason: String) {
        let good = "{\"question\": \"q\", \"worker\": \"w\"}\r\n\n"
        let error = #expect(throws: Matrix.Invalid.self) {
            try Matrix(data: Data((good + line).utf8), name: "rows.jsonl")
        }
        #expect(error?.description.hasPrefix("rows.jsonl, line 3: ") == true)
        #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
    }
}
