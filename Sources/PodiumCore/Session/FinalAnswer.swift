/// The answer inside a worker's text.
public enum FinalAnswer {
    /// What follows `Answer:` (or `Final answer:`, in any case, with or without emphasis) on the
    /// last line where the text ends so; otherwise the whole text. Nil when there is nothing but
    /// space.
    public static func extract(from output: String) -> String? {
        let text = output.trimmed
        guard !text.isEmpty else { return nil }
        let lastLine = text.lastIndex(where: \.isNewline).map { text[text.index(after: $0)...] }
        return labelled(in: lastLine ?? text[...]) ?? text
    }

    private static func labelled(in line: Substring) -> String? {
        guard line.utf8.contains(UInt8(ascii: ":")) else { return nil }
        let marks = line.prefix { $0 == "*" }
        var rest = line[marks.endIndex...]
        let labels = ["final answer", "answer"]
        guard let label = labels.first(where: { rest.prefix($0.count).lowercased() == $0 }) else {
            return nil
        }
        rest = rest.dropFirst(label.count)
        // The emphasis closes before the colon, after it, or at the end of the line.
        var isOpen = !marks.isEmpty
        if isOpen, rest.hasPrefix(marks) {
            rest = rest.dropFirst(marks.count)
            isOpen = false
        }
        guard rest.first == ":" else { return nil }
        rest = rest.dropFirst()
        if isOpen, rest.hasPrefix(marks) {
            rest = rest.dropFirst(marks.count)
        } else if isOpen, rest.hasSuffix(marks) {
            rest = rest.dropLast(marks.count)
        }
        let answer = String(rest).trimmed
        return answer.isEmpty ? nil : answer
    }
}
