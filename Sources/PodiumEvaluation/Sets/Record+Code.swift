internal import Foundation

// The published sets that ask for a program.

extension Record {
    func humanEvalItem() throws(Problem) -> EvaluationItem {
        let head = try text("prompt")
        let entryPoint = try text("entry_point")
        let question = "Complete this Python function.\n\n```python\n\(head.trimmed)\n```"
        return EvaluationItem(
            id: try identifier("task_id", set: "humaneval"),
            prompt: AnswerForm.function.prompt(question),
            reference: .code(
                CodeTests(
                    suite: .assertions(try text("test") + "\n\ncheck(\(entryPoint))\n"),
                    prelude: head,
                    entryPoint: entryPoint
                )
            )
        )
    }

    /// The tests are shown, since they alone name the function.
    func mbppItem() throws(Problem) -> EvaluationItem {
        let assertions =
            if has("test_list") {
                try texts("test_list")?.joined(separator: "\n") ?? ""
            } else {
                try text("test")
            }
        let setup = try (texts("test_imports") ?? []) + [optionalText("test_setup_code") ?? ""]
        let question = """
            \(try text("text", or: "prompt").trimmed)

            The code must pass these tests:

            ```python
            \(assertions)
            ```
            """
        return EvaluationItem(
            id: try identifier("task_id", set: "mbpp"),
            prompt: AnswerForm.function.prompt(question),
            reference: .code(
                CodeTests(
                    suite: .assertions((setup + [assertions]).joined(separator: "\n") + "\n")
                )
            )
        )
    }

    func liveCodeBenchItem() throws(Problem) -> EvaluationItem {
        let starter = try optionalText("starter_code") ?? ""
        var runs = CodeTests.Runs(cases: try runs("public_test_cases") ?? [])
        if let hidden = try optionalText("private_test_cases") {
            if hidden.trimmed.hasPrefix("[") {
                runs.cases += try self.runs("private_test_cases") ?? []
            } else {
                runs.packed = hidden
            }
        }
        var question = try text("question_content").trimmed
        let suite: CodeTests.Suite
        if starter.trimmed.isEmpty {
            question += "\n\nRead from standard input and write to standard output."
            suite = .programRuns(runs)
        } else {
            question += "\n\nUse this starter code:\n\n```python\n\(starter.trimmed)\n```"
            suite = .calls(function: try calledFunction(of: starter), runs)
        }
        return EvaluationItem(
            id: try identifier("question_id", set: "livecodebench"),
            prompt: AnswerForm.program.prompt(question),
            reference: .code(CodeTests(suite: suite, prelude: Self.judgesImports)),
            group: try optionalText("difficulty")
        )
    }

    /// Starter code uses these names without importing them, as its judges allow.
    private static let judgesImports = """
        import bisect, collections, functools, heapq, itertools, math, string
        from collections import *
        from typing import *

        """

    /// The name in the metadata, else that of the first function in the starter code.
    private func calledFunction(of starter: String) throws(Problem) -> String {
        if let metadata = try optionalText("metadata"),
            let fields = try? JSONValue(parsing: Data(metadata.utf8)).object,
            case .text(let name)? = fields["func_name"]
        {
            return name
        }
        let heads = starter.split(whereSeparator: \.isNewline).map(\.trimmed).filter {
            $0.hasPrefix("def ")
        }
        guard let name = heads.last?.dropFirst(4).prefix(while: { $0 != "(" }), !name.isEmpty else {
            throw Problem("has a \"starter_code\" without a function")
        }
        return name.trimmed
    }

    /// A list of inputs with their outputs.
    func runs(_ key: String) throws(Problem) -> [CodeTests.Run]? {
        try array(key)?.map { (value) throws(Problem) in
            guard let fields = value.object, let input = fields["input"]?.plainText,
                let output = fields["output"]?.plainText
            else { throw Problem("has a \"\(key)\" whose entries lack \"input\" or \"output\"") }
            return CodeTests.Run(input: input, output: output)
        }
    }
}
