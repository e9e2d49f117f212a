extension PlanRequest {
    /// The members of a step in the form of a plan, in the order in which they are written.
    public static let stepMembers = ["worker", "subtask", "access"]

    /// The form of a plan as JSON Schema (2020-12), for a server that can hold its model to one; nil
    /// for a checkpoint, which writes as it was trained to.
    ///
    /// `{"steps": [{"worker": NAME, "subtask": TEXT, "access": [NUMBERS OF EARLIER STEPS]}]}`. Only
    /// what all vendors understand: every member required, no others, choices as `enum`.
    var schema: JSONValue? {
        guard template == nil else { return nil }
        let step = JSONValue.object(
            order: Self.stepMembers,
            properties: [
                "worker": .object(["type": .string("string"), "enum": .array(names)]),
                "subtask": .object(["type": .string("string")]),
                "access": .object(["type": .string("array"), "items": earlierStep]),
            ]
        )
        // No step at all is an answer to "is that right?" only.
        let least: Int64 = mayKeepAnswer ? 0 : 1
        return .object(
            order: ["steps"],
            properties: [
                "steps": .object([
                    "type": .string("array"), "items": step, "minItems": .integer(least),
                    "maxItems": .integer(Int64(stepLimit)),
                ])
            ]
        )
    }

    private var names: [JSONValue] { workers.map { .string($0.name) } }

    private var earlierStep: JSONValue {
        let numbers = (0..<Int64(max(1, stepLimit - 1))).map(JSONValue.integer)
        return .object(["type": .string("integer"), "enum": .array(numbers)])
    }

    /// Whether no step at all would leave the answer of the round before as it is.
    var mayKeepAnswer: Bool { rounds.last.map { $0.remark == nil } ?? false }
}

extension JSONValue {
    /// An object with these members and no others.
    fileprivate static func object(
        order: [String],
        properties: [String: JSONValue]
    ) -> JSONValue {
        .object([
            "type": .string("object"), "properties": .object(properties),
            "required": .array(order.map(JSONValue.string)),
            "additionalProperties": .bool(false),
        ])
    }
}

extension ModelRequest {
    /// The form that the reply must have; nil for free text.
    public var form: ReplyForm? {
        switch self {
        case .plan(let request): request.schema.map { ReplyForm(name: "plan", schema: $0) }
        case .step(let request): request.form
        case .selection: nil
        }
    }

    /// The tools that the model is offered; nil for none.
    public var tools: ToolTerms? {
        if case .step(let request) = self { request.tools } else { nil }
    }
}
