import PodiumCore

/// Where the task of a request stands: in its subtask, in an answer seen, or in the question.
///
/// A subtask that says more than "solve the puzzle in the question" is never set aside: it is read
/// together with the question, or not at all.
enum TaskSource {
    static func attempt(_ request: StepRequest, solve: (String) -> Attempt) -> Attempt {
        guard Tokens.fit(request.subtask), Tokens.fit(request.question) else { return .tooLong }
        let references = References(outputs: request.seen.map(\.output))
        let subtask = TaskText(request.subtask)
        if let text = resolved(subtask.content, references), !text.trimmed.isEmpty {
            let direct = solve(text)
            if direct.isUnderstood { return direct }
        }
        let tokens = Tokens(subtask.content).all
        let isPointer = tokens.count <= 60 && tokens.allSatisfy(isPointing)
        let pointsBack = tokens.contains {
            $0.isWord(["above", "found", "earlier", "decoded", "deciphered", "previous"])
        }
        if pointsBack, isPointer {
            for answer in references.answers.reversed() where !answer.isEmpty {
                let attempt = Tokens.fit(answer) ? solve(answer) : .tooLong
                if attempt.isUnderstood { return attempt }
            }
        }
        let namesQuestion =
            subtask.namesQuestion
            || tokens.contains {
                $0.isWord(["puzzle", "graph", "sudoku", "grid", "riddle", "numbers"])
            }
        if subtask.isGeneric || isPointer && namesQuestion && !pointsBack {
            return solve(request.question)
        }
        guard namesQuestion, let text = resolved(subtask.content, references) else {
            return .notUnderstood
        }
        let both = text + "\n" + request.question
        return Tokens.fit(both) ? solve(both) : .tooLong
    }

    /// Without "Solve this logic puzzle:" before what is to be solved.
    static func withoutHeading(_ text: String) -> String {
        let tokens = Tokens(text)
        guard let colon = tokens.all.prefix(14).firstIndex(where: { $0.isSymbol(":") }) else {
            return text
        }
        let heading = tokens.all[..<colon]
        let isHeading =
            heading.allSatisfy { isPointing($0) || $0.isWord(["here", "is", "my", "following"]) }
            && heading.contains { $0.isWord(["puzzle", "problem", "riddle", "question"]) }
        return isHeading ? tokens.raw(from: tokens.all[colon].range.upperBound) : text
    }

    private static func isPointing(_ token: Token) -> Bool {
        token.kind == .symbol && !token.isSymbol("?")
            || token.isWord([
                "solve", "answer", "work", "do", "determine", "find", "complete", "fill", "finish",
                "the", "question", "problem", "it", "this", "and", "then", "out", "exactly", "in",
                "carefully", "step", "by", "show", "working", "please", "given", "original",
                "puzzle", "graph", "sudoku", "grid", "riddle", "colour", "color", "knights",
                "knaves", "logic", "search", "solution", "of", "to", "for", "from", "above",
                "found",
                "earlier", "decoded", "deciphered", "previous", "message", "text", "result", "a",
                "colouring", "coloring", "ordering", "assignment", "syllogism", "countdown", "as",
                "asked", "stated", "try", "again", "another", "way", "numbers", "subset", "sum",
            ])
    }

    /// The text with "the result above" replaced by the answer that it names; nil when there is no
    /// such answer.
    static func resolved(_ text: String, _ references: References) -> String? {
        let tokens = Tokens(text)
        var result = ""
        var written = 0
        var index = 0
        while index < tokens.all.count {
            guard let found = reference(in: tokens.all, at: index) else {
                index += 1
                continue
            }
            let answer =
                found.isPlural
                ? references.items.filter { !$0.isEmpty }.joined(separator: ", ")
                : references.text(ordinal: found.ordinal) ?? ""
            guard !answer.isEmpty, result.utf8.count + answer.utf8.count < Tokens.byteLimit else {
                return nil
            }
            result += tokens.raw(written..<tokens.all[index].range.lowerBound) + answer
            written = tokens.all[found.end - 1].range.upperBound
            index = found.end
        }
        return result + tokens.raw(from: written)
    }

    private struct Found {
        var ordinal: Ordinal?
        var isPlural: Bool
        var end: Int
    }

    /// `the second result found above`, `the numbers above`.
    private static func reference(in tokens: [Token], at start: Int) -> Found? {
        var reader = WordReader(tokens)
        reader.position = start
        guard reader.take("the") else { return nil }
        let marksBefore: Set<String> = ["above", "previous", "decoded", "deciphered", "computed"]
        var isMarked = reader.take(any: marksBefore) != nil
        let ordinal = reader.next.flatMap { Ordinal($0.key) }
        if ordinal != nil { reader.position += 1 }
        let nouns: Set<String> = [
            "result", "number", "value", "answer", "total", "count", "output", "target",
        ]
        let plurals: Set<String> = ["results", "numbers", "values", "answers", "outputs"]
        let isPlural: Bool
        if reader.take(any: nouns) != nil {
            isPlural = false
        } else if ordinal == nil, reader.take(any: plurals) != nil {
            isPlural = true
        } else {
            return nil
        }
        if reader.take("found", "above") || reader.take("above") || reader.take("found", "earlier")
            || reader.take("from", "above") || reader.take("from", "the", "previous", "step")
        {
            isMarked = true
        }
        return isMarked ? Found(ordinal: ordinal, isPlural: isPlural, end: reader.position) : nil
    }
}
