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
        "double", "square", "percent", "remainder", "convert", "prime", "divisible", "factorial",
        "binary", "hexadecimal", "hex", "octal", "root", "power", "squared", "cube", "cubed",
        "half",
        "average", "gcd", "lcm", "largest", "smallest", "rounded", "modulo", "divisors",
        "factors",
    ]

    private static let generic: Set<String> = [
        "the", "question", "problem", "it", "this", "and", "then", "out", "exactly", "carefully",
        "step", "by", "steps", "show", "working", "your", "please", "user", "user's", "given",
        "original", "with", "result", "final", "give", "a", "directly", "task", "as", "stated",
        "asked", "what", "is", "correctly", "precisely", "brief", "briefly", "in", "full",
    ]

    /// Leaves out the sentences that say how to answer, which the conductor adds for language models.
    /// What stands in quotation marks or in the middle of a sentence is no such remark.
    private static func withoutRemarks(_ subtask: String) -> String {
        var text = Array(subtask.prefix(Tokens.byteLimit))
        var index = 0
        while index < text.count {
            let rest = String(text[index...].prefix(24)).lowercased()
            guard startsSentence(index, in: text), remarks.contains(where: rest.hasPrefix) else {
                index += 1
                continue
            }
            text.removeSubrange(index..<sentenceEnd(from: index, in: text))
        }
        return String(text)
    }

    private static func startsSentence(_ index: Int, in text: [Character]) -> Bool {
        guard let last = text[..<index].last(where: { !$0.isWhitespace }) else { return true }
        let isEnd = ".?!;:)\n".contains(last) || text[..<index].last?.isNewline == true
        return isEnd && text[..<index].count { $0 == "\"" } % 2 == 0
    }

    private static func sentenceEnd(from start: Int, in text: [Character]) -> Int {
        for index in start..<text.count {
            let isStop = ".?!".contains(text[index]) || text[index].isNewline
            if isStop, index + 1 == text.count || text[index + 1].isWhitespace { return index + 1 }
        }
        return text.count
    }

    private static let remarks = [
        "give only ", "show the working", "show your working", "end with ", "state the result",
        "keep the order", "return only ", "answer with ", "explain ",
    ]
}
