/// The texts that a question gives, for a subtask that says "the message in the question".
struct QuestionText: Sendable {
    private let tokens: Tokens

    init(_ question: String) {
        tokens = Tokens(question)
    }

    /// The texts that fit the task, or the one of them that the subtask names by number.
    func texts(for task: TextTask, ordinal: Ordinal?) -> [String] {
        let finder = TextOperands(tokens: tokens, references: .none)
        var texts = finder.operands(in: tokens.all[...], for: task).map(\.text)
            .filter { fits($0, task) }
        if texts.isEmpty {
            texts =
                TextSolver.clauses(of: tokens.all).lazy
                .map { finder.operands(in: $0, for: task).map(\.text).filter { fits($0, task) } }
                .first { !$0.isEmpty } ?? []
        }
        switch ordinal {
        case nil: return texts
        case .last: return texts.suffix(1)
        case .position(let position):
            return position <= texts.count ? [texts[position - 1]] : []
        }
    }

    private func fits(_ text: String, _ task: TextTask) -> Bool {
        switch task {
        case .decodeMorse: Morse.isMorse(text)
        case .decodeCaesar: !Morse.isMorse(text)
        case .fromRoman: Tokens(text).all.contains { Roman.value(of: $0.text) != nil }
        default: true
        }
    }

    /// `the second message in the question`
    static func ordinal(in subtask: String) -> Ordinal? {
        let tokens = Tokens(subtask).all
        for index in tokens.indices.dropLast() {
            guard let ordinal = Ordinal(tokens[index].key),
                tokens[index + 1].isWord(ReferenceWords.nouns)
            else { continue }
            return ordinal
        }
        return nil
    }
}
