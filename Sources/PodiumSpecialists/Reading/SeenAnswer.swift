/// Finds the answer in an output that a worker may see, and compares answers.
enum SeenAnswer {
    /// The last line `Answer: …`; in a language model's output also `\boxed{…}` and "the answer is
    /// …"; for a single short line, that line. Nil when the output states no answer, or ends with the
    /// reason why there is none.
    static func answer(in output: String) -> String? {
        let tail = output.suffix(Tokens.byteLimit)
        var lines = tail.split(whereSeparator: \.isNewline)
            .map { String($0).trimmed }
            .filter { !$0.isEmpty }
        // Of a long output only the end is read, and the line that this cuts is none.
        if tail.startIndex > output.startIndex, !lines.isEmpty { lines.removeFirst() }
        // Who ends with a reason has no answer, whatever was said on the way to it.
        if lines.last?.lowercased().hasPrefix("i cannot") == true { return nil }
        for line in lines.reversed() {
            if let answer = marked(line) { return answer }
        }
        for line in lines.suffix(3).reversed() {
            if let answer = boxed(line) ?? said(line) { return answer }
        }
        guard lines.count == 1, let line = lines.first, line.count <= 80 else { return nil }
        return plain(line)
    }

    private static func marked(_ line: String) -> String? {
        let bare = line.drop { "*#>-_ ".contains($0) }
        for mark in ["answer", "final answer"] where bare.lowercased().hasPrefix(mark) {
            let rest = bare.dropFirst(mark.count).drop { "*_ ".contains($0) }
            guard rest.first == ":" else { continue }
            let text = plain(String(rest.dropFirst()))
            return text.isEmpty ? nil : text
        }
        return nil
    }

    private static func boxed(_ line: String) -> String? {
        guard let start = line.firstRange(of: "\\boxed{") else { return nil }
        let rest = line[start.upperBound...]
        guard let end = rest.firstIndex(of: "}") else { return nil }
        return plain(String(rest[..<end]))
    }

    private static func said(_ line: String) -> String? {
        guard let start = line.lowercased().firstRange(of: "answer is ") else { return nil }
        // The lowercased text can differ in length from the original, so count from the end.
        let tail = line.lowercased()[start.upperBound...].count
        let text = plain(String(line.suffix(tail)))
        return text.isEmpty ? nil : text
    }

    /// Without Markdown marks, quotation marks and a final full stop.
    static func plain(_ text: String) -> String {
        var text = text.trimmed
        while let last = text.last, "*_`$".contains(last) { text.removeLast() }
        text = String(text.drop { "*_`$".contains($0) }).trimmed
        if text.hasSuffix("."), !text.hasSuffix(".."), !text.allSatisfy({ ".-/ ".contains($0) }) {
            text.removeLast()
        }
        let pairs: [(Character, Character)] = [("\"", "\""), ("“", "”"), ("'", "'")]
        for (opening, closing) in pairs
        where text.count > 2 && text.first == opening && text.last == closing {
            text = String(text.dropFirst().dropLast())
        }
        return text.trimmed
    }

    /// The answer as a number, when it is one: `1,234`, `-3.5`, `7/2`, `x = 5`.
    static func number(_ text: String) -> Rational? {
        var text = plain(text)
        guard text.count <= 8_000 else { return nil }
        if let assignments = Assignments(text) {
            guard assignments.items.count == 1 else { return nil }
            text = assignments.items[0].value
        }
        let isNegative = text.hasPrefix("-") || text.hasPrefix("−")
        let parts = (isNegative ? String(text.dropFirst()) : text)
            .split(separator: "/", omittingEmptySubsequences: false)
        guard let top = parts.first.flatMap({ single($0) }) else { return nil }
        if parts.count == 1 { return isNegative ? -top : top }
        guard parts.count == 2, let bottom = single(parts[1]) else { return nil }
        return top.divided(by: bottom).map { isNegative ? -$0 : $0 }
    }

    /// The number that a text is as a whole; `1,2` is two numbers, `1,200` is one.
    private static func single(_ text: Substring) -> Rational? {
        let tokens = Tokens(String(text)).all
        guard tokens.count == 1, tokens[0].kind == .number else { return nil }
        return Rational(digits: tokens[0].text)
    }
}
