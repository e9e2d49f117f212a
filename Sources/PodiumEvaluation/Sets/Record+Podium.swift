// Podium's own JSON Lines, read and written.

/// How an answer is graded, as `"grader"` names it.
enum GraderName: String, CaseIterable {
    case exact, number, choice, closedForm = "closed-form", code

    static var listed: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension Record {
    func podiumItem() throws(Problem) -> EvaluationItem {
        let choices = try choices()
        let name = try graderName(choices: choices)
        if name == .choice, choices.count < 2 { throw Problem("has fewer than two \"choices\"") }
        if self["tolerance"] != nil, name != .number {
            throw Problem("has a \"tolerance\", which only the grader \"number\" knows")
        }
        let reference: Reference =
            switch name {
            case .exact: .exact(try text("answer"))
            case .number: try number(try text("answer"), tolerance: try tolerance())
            case .choice:
                try choice(among: choices, isIndexed: self["answer"]?.isNumber == true)
            case .closedForm: .closedForm(try text("answer"))
            case .code: .code(try codeTests())
            }
        let form: AnswerForm =
            switch reference {
            case .exact: .text
            case .number: .number
            case .choice: .letter
            case .closedForm: .closedForm
            case .code(let tests): tests.isProgram ? .program : .function
            }
        let prompt =
            if let complete = try optionalText("prompt") {
                complete
            } else {
                form.prompt(try text("question"), choices: choices)
            }
        return EvaluationItem(
            id: try identifier("id", "task_id", set: "item"),
            prompt: prompt,
            reference: reference,
            group: try optionalText("group", "subject", "domain", "level", "source")
        )
    }

    private func graderName(choices: [String]) throws(Problem) -> GraderName {
        if let named = try optionalText("grader") {
            guard let name = GraderName(rawValue: named.trimmed) else {
                throw Problem("has the grader \"\(named)\"; known are \(GraderName.listed)")
            }
            return name
        }
        if !choices.isEmpty { return .choice }
        return NumberText.value(of: try text("answer")) == nil ? .exact : .number
    }

    private func tolerance() throws(Problem) -> Double? {
        guard let text = try optionalText("tolerance") else { return nil }
        guard let value = Double(text.trimmed), value.isFinite, value >= 0 else {
            throw Problem("has the tolerance \"\(text)\", which is no number from 0 up")
        }
        return value
    }

    private func codeTests() throws(Problem) -> CodeTests {
        let suite: CodeTests.Suite
        if case .text(let assertions)? = self["tests"], !assertions.trimmed.hasPrefix("[") {
            suite = .assertions(assertions)
        } else {
            let runs = CodeTests.Runs(
                cases: try runs("tests") ?? [],
                packed: try optionalText("packed_tests")
            )
            guard !runs.cases.isEmpty || runs.packed != nil else {
                throw Problem("has no \"tests\"")
            }
            let function = try optionalText("function")
            suite = function.map { .calls(function: $0, runs) } ?? .programRuns(runs)
        }
        return CodeTests(
            suite: suite,
            prelude: try optionalText("prelude") ?? "",
            entryPoint: try optionalText("entry_point")
        )
    }
}

extension CodeTests {
    var isProgram: Bool { if case .programRuns = suite { true } else { false } }
}

extension EvaluationItem: Codable {
    /// Reads a line of Podium's own JSON Lines.
    public init(from decoder: any Decoder) throws {
        guard let fields = try JSONValue(from: decoder).object else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "An item is no object.")
            )
        }
        do {
            self = try Record(fields, place: 1, line: nil).podiumItem()
        } catch {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "An item \(error.text).")
            )
        }
    }

    /// Writes a line of Podium's own JSON Lines, with the complete prompt.
    public func encode(to encoder: any Encoder) throws {
        var fields: [String: JSONValue] = ["id": .text(id), "prompt": .text(prompt)]
        fields["group"] = group.map(JSONValue.text)
        switch reference {
        case .exact(let text):
            fields["grader"] = .text(GraderName.exact.rawValue)
            fields["answer"] = .text(text)
        case .number(let text, let tolerance):
            fields["grader"] = .text(GraderName.number.rawValue)
            fields["answer"] = .text(text)
            fields["tolerance"] = tolerance.map { .number(String($0)) }
        case .choice(let letter, let choices):
            fields["grader"] = .text(GraderName.choice.rawValue)
            fields["answer"] = .text(String(letter))
            fields["choices"] = .array(choices.map(JSONValue.text))
        case .closedForm(let text):
            fields["grader"] = .text(GraderName.closedForm.rawValue)
            fields["answer"] = .text(text)
        case .code(let tests):
            fields["grader"] = .text(GraderName.code.rawValue)
            fields.merge(tests.fields) { _, new in new }
        }
        try JSONValue.object(fields).encode(to: encoder)
    }
}

extension CodeTests {
    fileprivate var fields: [String: JSONValue] {
        var fields: [String: JSONValue] = [:]
        if !prelude.isEmpty { fields["prelude"] = .text(prelude) }
        fields["entry_point"] = entryPoint.map(JSONValue.text)
        switch suite {
        case .assertions(let source): fields["tests"] = .text(source)
        case .programRuns(let runs): fields.merge(runs.fields) { _, new in new }
        case .calls(let function, let runs):
            fields["function"] = .text(function)
            fields.merge(runs.fields) { _, new in new }
        }
        return fields
    }
}

extension CodeTests.Runs {
    fileprivate var fields: [String: JSONValue] {
        let listed = cases.map {
            JSONValue.object(["input": .text($0.input), "output": .text($0.output)])
        }
        return ["tests": .array(listed), "packed_tests": packed.map(JSONValue.text) ?? .null]
    }
}
