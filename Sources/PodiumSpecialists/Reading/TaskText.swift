/// What a subtask says beside its content: whether it asks to solve something, and where that is.
struct TaskText: Sendable {
    /// The subtask without remarks on how to answer.
    let content: String
    /// It names the question as the place of the task.
    let namesQuestion: Bool
    /// It asks for a solution at all, and not for something else such as a poem.
    let asksToSolve: Bool
    /// It only points at where the task stands ("Compute what the message above says"), so that the text
    /// there can stand for it. With any word beside that it has a task of its own.
    let isPointer: Bool
    /// It says nothing of its own: "Answer the question", "Solve it step by step".
    let isGeneric: Bool

    init(_ subtask: String) {
        let tokens = Tokens(subtask).all
        let bounded = tokens.prefix(400)
        namesQuestion = bounded.contains { $0.isWord(["question", "problem", "original"]) }
        asksToSolve = bounded.contains { $0.isWord(Self.verbs) } || bounded.isEmpty
        isPointer =
            asksToSolve && tokens.count <= 60
            && tokens.indices.allSatisfy {
                Self.isPointing(
                    tokens[$0],
                    after: tokens[..<$0].last,
                    before: tokens[($0 + 1)...].first
                )
            }
        isGeneric = bounded.allSatisfy {
            $0.isWord(Self.verbs) || $0.isWord(Self.generic) || $0.kind == .symbol
        }
        content = Self.withoutRemarks(subtask)
    }

    private static func isPointing(
        _ token: Token,
        after previous: Token?,
        before next: Token?
    ) -> Bool {
        // What a text means is in it; the mean of the results has to be made.
        if token.isWord(["mean"]) {
            return previous?.isWord(["the", "a"]) != true && next?.isWord(["of", "value"]) != true
        }
        // "The sum in the text" stands there; "the sum of the results" has to be made.
        if token.isWord(["sum"]) { return next?.isWord(["in", "found", "above"]) == true }
        return token.isWord(verbs) || token.isWord(generic) || token.isWord(pointing)
            || token.kind == .symbol && !token.isSymbol("+-*/^=%<>×÷∕·∙⋅−√")
    }

    private static let verbs: Set<String> = [
        "compute", "calculate", "evaluate", "solve", "answer", "work", "do", "determine", "find",
        "follow", "carry", "reckon", "perform",
    ]

    /// Words for what stands elsewhere, and for where that is.
    private static let pointing: Set<String> = [
        "above", "found", "earlier", "decoded", "deciphered", "previous", "previously", "prior",
        "message", "text", "sentence", "phrase", "output", "outcome", "results", "outputs",
        "expression", "arithmetic", "calculation", "computation", "equation", "operation",
        "request", "does", "mean", "means", "meant",
        "instruction", "says", "said", "say", "states", "asks", "describes", "described",
        "contains",
        "contained", "from", "of", "to", "for", "that", "which", "there", "at", "on", "exact",
        "value",
        "worker", "you", "see", "get", "got", "was", "were", "has", "been", "math",
        "mathematical", "plain", "now", "so",
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
