/// What a subtask says beside its content: whether it asks to solve something, and where that is.
struct TaskText: Sendable {
    /// The subtask without remarks on how to answer.
    let content: String
    /// It names the question as the place of the task.
    let namesQuestion: Bool
    /// It asks for a solution at all, and not for something else such as a poem.
    let asksToSolve: Bool
    /// It brings numbers or operations of its own, so that no other text can stand for it.
    let bringsArithmetic: Bool
    /// It says nothing of its own: "Answer the question", "Solve it step by step".
    let isGeneric: Bool

    init(_ subtask: String) {
        let tokens = Tokens(subtask).all
        let bounded = tokens.prefix(400)
        namesQuestion = bounded.contains { $0.isWord(["question", "problem", "original"]) }
        asksToSolve = bounded.contains { $0.isWord(Self.verbs) } || bounded.isEmpty
        bringsArithmetic = bounded.contains {
            $0.kind == .number || $0.isWord(Self.operations) || NumberWords.isNumberWord($0.key)
        }
        isGeneric = bounded.allSatisfy {
            $0.isWord(Self.verbs) || $0.isWord(Self.generic) || $0.kind == .symbol
        }
        content = Self.withoutRemarks(subtask)
    }

    private static let verbs: Set<String> = [
        "compute", "calculate", "evaluate", "solve", "answer", "work", "do", "determine", "find",
        "follow", "carry", "reckon", "perform",
    ]

    private static let operations: Set<String> = [
        "add", "subtract", "multiply", "divide", "plus", "minus", "times", "product", "difference",
        "double", "square", "percent", "remainder", "convert", "prime", "divisible",
    ]

    private static let generic: Set<String> = [
        "the", "question", "problem", "it", "this", "and", "then", "out", "exactly", "carefully",
        "step", "by", "steps", "show", "working", "your", "please", "user", "user's", "given",
        "original", "with", "result", "final", "give", "a", "directly", "task", "as", "stated",
        "asked", "what", "is", "correctly", "precisely", "brief", "briefly", "in", "full",
    ]

    /// Cuts off sentences that say how to answer, which the conductor adds for language models.
    private static func withoutRemarks(_ subtask: String) -> String {
        var text = String(subtask.prefix(Tokens.byteLimit))
        for remark in remarks {
            guard let found = text.lowercased().firstRange(of: remark) else { continue }
            let offset = text.lowercased().distance(
                from: text.lowercased().startIndex,
                to: found.lowerBound
            )
            text = String(text.prefix(offset))
        }
        return text
    }

    private static let remarks = [
        "give only ", "show the working", "show your working", "end with ", "state the result",
        "keep the order", "return only ", "answer with ", "explain ",
    ]
}
