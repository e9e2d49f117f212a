/// How a result comes into the slot of another phrase.
extension Phrasebook {
    /// What an answer is in a slot; nil where it is nothing that the slot can hold.
    public static func argument(_ answer: String, for slot: String) -> Argument? {
        let kind = Slot(named: slot)
        if kind == .text { return .text(answer) }
        guard answer.utf8.count <= Lexeme.byteLimit else { return nil }
        var reader = SentenceReader(Lexeme.all(of: answer))
        let found = reader.arguments(kind, at: 0).first { reader.isEnd($0.end) }?.item
        switch found {
        // What was found is a value, and asks for nothing more.
        case .expression(let expression) where expression.literal == nil && !expression.isPlain:
            return nil
        case .phrase, .result: return nil
        case .some(let argument): return argument
        case nil:
            guard kind == .n, let number = Answer(answer).number else { return nil }
            return .expression(.number(number))
        }
    }
}

extension Expression {
    /// Whether it can be computed as it stands.
    fileprivate var isPlain: Bool {
        switch self {
        case .variable, .phrase, .result: false
        default: operands.allSatisfy(\.isPlain)
        }
    }
}
