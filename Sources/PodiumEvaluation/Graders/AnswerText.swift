internal import Foundation

/// Where the answer stands in what a model wrote.
///
/// A line `Answer: …` is what prompts ask for, and the last one counts; then the last `\boxed{…}`;
/// then "the answer is …"; then the last line with substance.
struct AnswerText {
    /// Without what the model thought before.
    let output: String
    /// A line `Answer: …`.
    let labelled: String?
    let boxed: String?
    /// What follows "the answer is".
    let stated: String?
    let lastLine: String?

    init(_ output: String) {
        // "\r\n" is one character, which is no "\n".
        let output = Self.withoutThoughts(output).replacing("\r\n", with: "\n")
        let lines = output.split(whereSeparator: \.isNewline).map(\.trimmed)
            .filter(Self.hasSubstance)
        self.output = output
        labelled = Self.lastLabelled(lines).map(Self.unboxed)
        boxed = Self.lastBoxed(in: output[...]).map(Self.undecorated)
        stated = Self.lastStated(lines).map(Self.unboxed)
        lastLine = lines.last.map(Self.undecorated)
    }

    var best: String? { labelled ?? boxed ?? stated ?? lastLine }

    /// Some templates open the thought in the prompt, so a lone end counts; a thought that never
    /// ends has no answer after it.
    static func withoutThoughts(_ output: String) -> String {
        var text = output[...]
        if let end = text.lastRange(of: "</think>") { text = text[end.upperBound...] }
        if let start = text.firstRange(of: "<think>") { text = text[..<start.lowerBound] }
        return String(text)
    }

    private static func hasSubstance(_ line: String) -> Bool {
        line.contains { $0.isLetter || $0.isNumber || "∞∅".contains($0) }
    }

    /// What follows the last `Answer:`, whose stars may stand on either side of the colon.
    private static func lastLabelled(_ lines: [String]) -> String? {
        for index in lines.indices.reversed() {
            let line = lines[index]
            var before = line[...]
            while let word = before.lastRange(of: "answer", ignoringCase: true) {
                before = before[..<word.lowerBound]
                let rest = line[word.upperBound...].drop { "*_ ".contains($0) }
                guard rest.first == ":", isLabel(line[word], after: before) else { continue }
                let label = line[..<rest.startIndex]
                // An odd number of marks before the colon.
                let isBold = label.components(separatedBy: "**").count.isMultiple(of: 2)
                if let answer = following(rest.dropFirst(), isBold: isBold, lines, index) {
                    return answer
                }
            }
        }
        return nil
    }

    /// Within a sentence only a capital makes it a label: "let me check the answer: …" goes on.
    private static func isLabel(_ word: Substring, after before: Substring) -> Bool {
        let words = before.lowercased().filter { $0.isLetter || $0 == " " }.trimmed
        return ["", "final", "the", "the final", "my", "my final", "correct", "the correct"]
            .contains(words) || word.first?.isUppercase == true
    }

    /// What follows the last "answer is" near the end.
    private static func lastStated(_ lines: [String]) -> String? {
        for index in lines.indices.suffix(3).reversed() {
            let line = lines[index]
            guard let mark = line.lastRange(of: "answer is", ignoringCase: true) else { continue }
            var rest = line[mark.upperBound...].drop { ": ".contains($0) }
            if let end = rest.firstRange(of: ". ") { rest = rest[..<end.lowerBound] }
            if let answer = following(rest, isBold: false, lines, index) { return answer }
        }
        return nil
    }

    /// What stands in the rest of a line, or on the next one where nothing does but a mark that
    /// opens a formula. Nil for the dots of a form that the model repeats.
    private static func following(
        _ rest: Substring,
        isBold: Bool,
        _ lines: [String],
        _ index: Int
    ) -> String? {
        var text = rest.trimmed
        if isBold {
            // The bold type of the label ends before the answer or behind it.
            if text.hasPrefix("**") {
                text = String(text.dropFirst(2))
            } else if text.hasSuffix("**") {
                text = String(text.dropLast(2))
            }
        }
        text = undecorated(text)
        if ["", "$", "$$", "\\[", "\\("].contains(text) {
            return lines.indices.contains(index + 1) ? undecorated(lines[index + 1]) : nil
        }
        return ["...", "…"].contains(text) ? nil : text
    }

    /// The content of the last `\boxed{…}` or `\fbox{…}` whose braces close. Only so many are
    /// tried: a model that repeats itself can open thousands.
    static func lastBoxed(in text: Substring) -> String? {
        var text = text
        for _ in 0..<8 {
            let starts = [text.lastRange(of: "\\boxed"), text.lastRange(of: "\\fbox")]
            guard let start = starts.compactMap(\.self).max(by: { $0.lowerBound < $1.lowerBound })
            else { return nil }
            let rest = text[start.upperBound...].drop { $0 == " " }
            // `\boxed 5` is allowed in TeX.
            let content =
                rest.first == "{"
                ? closedGroup(rest) : rest.prefix { !$0.isWhitespace && $0 != "$" }
            if let content, !content.isEmpty { return String(content) }
            text = text[..<start.lowerBound]
        }
        return nil
    }

    /// What stands between the brace that a text begins with and its partner.
    private static func closedGroup(_ text: Substring) -> Substring? {
        var depth = 0
        var isEscaped = false
        for index in text.indices {
            switch text[index] {
            case _ where isEscaped: break
            case "{": depth += 1
            case "}": depth -= 1
            default: break
            }
            isEscaped = text[index] == "\\" && !isEscaped
            if depth == 0 { return text[text.index(after: text.startIndex)..<index] }
        }
        return nil
    }

    private static func unboxed(_ text: String) -> String {
        lastBoxed(in: text[...]).map(undecorated) ?? text
    }

    /// Without the marks of Markdown and mathematics around it, and without a final full stop.
    static func undecorated(_ text: String) -> String {
        var text = text.trimmed
        let pairs = [
            ("\\(", "\\)"), ("\\[", "\\]"), ("$$", "$$"), ("$", "$"), ("**", "**"), ("__", "__"),
            ("*", "*"), ("`", "`"),
        ]
        while true {
            if text.hasSuffix("."), !text.hasSuffix("..") { text = text.dropLast().trimmed }
            let pair = pairs.first { open, close in
                text.count > open.count + close.count && text.hasPrefix(open)
                    && text.hasSuffix(close)
                    && text.dropFirst(open.count).dropLast(close.count).firstRange(of: close) == nil
            }
            guard let (open, close) = pair else { break }
            text = text.dropFirst(open.count).dropLast(close.count).trimmed
        }
        return text
    }
}
