/// "Step 2": outputs that an instruction names by the number of their step.
///
/// A number after "step" is a name and never a quantity, so each mention is made one word before
/// anything reads the numbers of the instruction.
enum StepMentions {
    /// The key of a mention starts with this, which no word of a text does; the position among the
    /// answers seen follows, or nothing where the mention names none of them.
    private static let prefix = "step:"

    static func isMention(_ token: Token) -> Bool {
        token.kind == .word && token.key.hasPrefix(prefix)
    }

    /// The position of the answer that a mention names.
    static func position(_ token: Token) -> Int? {
        isMention(token) ? Int(token.key.dropFirst(prefix.count)) : nil
    }

    /// The tokens with every mention as one word.
    ///
    /// A single output is what a single mention means, whatever its number. Of several outputs the
    /// number counts from 1, or from 0 where step 0 is named as well.
    static func resolve(_ tokens: [Token], answerCount: Int) -> [Token] {
        guard tokens.contains(where: { $0.isWord(["step", "steps"]) }) else { return tokens }
        let found = mentions(in: tokens)
        let numbers = Set(found.map(\.number))
        var result: [Token] = []
        var position = 0
        for mention in found {
            result += tokens[position..<mention.range.lowerBound]
            position = mention.range.upperBound
            guard !mention.isHeading else { continue }
            let base = numbers.contains(0) ? 0 : 1
            let place = answerCount == 1 && numbers.count == 1 ? 0 : mention.number - base
            let isSeen = answerCount == 1 ? numbers.count == 1 : place < answerCount && place >= 0
            let pieces = tokens[mention.range]
            guard let first = pieces.first, let last = pieces.last else { continue }
            result.append(
                Token(
                    kind: .word,
                    text: "step \(mention.number)",
                    key: prefix + (isSeen ? "\(place)" : ""),
                    followsSpace: first.followsSpace,
                    range: first.range.lowerBound..<last.range.upperBound
                )
            )
        }
        return result + tokens[position...]
    }

    /// Whether an instruction names a step at all.
    static func occur(in tokens: [Token]) -> Bool {
        tokens.contains { $0.isWord(["step", "steps"]) }
            && mentions(in: tokens).contains { !$0.isHeading }
    }

    // MARK: Finding

    private struct Mention {
        var number: Int
        /// With "the result of" before it and "'s result" after it.
        var range: Range<Int>
        /// "Step 1: add 3 and 4" names no result.
        var isHeading = false
    }

    private static func mentions(in tokens: [Token]) -> [Mention] {
        var found: [Mention] = []
        var index = 0
        while index < tokens.count {
            guard tokens[index].isWord(["step", "steps"]),
                let (number, end) = number(tokens, at: index + 1)
            else {
                index += 1
                continue
            }
            let start = max(nounStart(tokens, before: index), found.last?.range.upperBound ?? 0)
            let isHeading =
                end < tokens.count && tokens[end].isSymbol(":")
                && (index == 0 || tokens[index - 1].isSymbol(".;:?!"))
            let close = isHeading ? end + 1 : possessiveEnd(tokens, at: end)
            found.append(Mention(number: number, range: start..<close, isHeading: isHeading))
            index = close
            if tokens[found[found.count - 1].range].contains(where: { $0.isWord(["steps"]) }) {
                index = readMore(tokens, at: index, into: &found)
            }
        }
        return found
    }

    /// The other numbers of "steps 0, 1 and 2".
    private static func readMore(
        _ tokens: [Token],
        at start: Int,
        into found: inout [Mention]
    ) -> Int {
        var index = start
        while index < tokens.count {
            var next = index
            while next < tokens.count, next < index + 2,
                tokens[next].isSymbol(",") || tokens[next].isWord(["and", "or"])
            {
                next += 1
            }
            guard next > index, let (number, end) = number(tokens, at: next) else { break }
            found.append(Mention(number: number, range: next..<end))
            index = end
        }
        return index
    }

    private static func number(_ tokens: [Token], at index: Int) -> (value: Int, end: Int)? {
        guard index < tokens.count else { return nil }
        if tokens[index].kind == .number {
            return Int(tokens[index].text).flatMap { $0 < 1000 ? ($0, index + 1) : nil }
        }
        guard let (value, end) = NumberWords.read(tokens, at: index),
            let number = Int(exactly: value), number < 1000
        else { return nil }
        return (number, end)
    }

    /// Where "the result of" starts, if that stands before the step. Nouns that ask for something,
    /// such as "the sum of", are left alone.
    private static func nounStart(_ tokens: [Token], before step: Int) -> Int {
        var index = step - 1
        guard index > 0, tokens[index].isWord(["of", "from", "in", "by", "at"]) else { return step }
        while index > 1, tokens[index - 1].isWord(marks) { index -= 1 }
        guard index > 0, tokens[index - 1].isWord(nouns) else { return step }
        index -= 1
        while index > 0, tokens[index - 1].isWord(marks) { index -= 1 }
        if index > 0, Ordinal(tokens[index - 1].key) != nil { return step }
        return index > 0 && tokens[index - 1].isWord(["the"]) ? index - 1 : index
    }

    private static func possessiveEnd(_ tokens: [Token], at index: Int) -> Int {
        guard index + 1 < tokens.count, tokens[index].isSymbol("'’"),
            tokens[index + 1].isWord(["s"])
        else { return index }
        let noun = index + 2
        return noun < tokens.count && tokens[noun].isWord(nouns) ? noun + 1 : noun
    }

    private static let nouns: Set<String> = [
        "result", "results", "value", "values", "answer", "answers", "output", "outputs", "number",
        "numbers", "expression", "message", "text", "calculation", "string", "numeral", "solution",
        "date", "equation", "equations", "weekday", "sequence",
    ]
    private static let marks: Set<String> = [
        "found", "computed", "obtained", "given", "produced", "returned", "calculated", "decoded",
        "final", "stated", "numeric", "numerical",
    ]
}
