/// Splits a question into parts that have nothing to do with each other.
enum QuestionParts {
    /// Numbered parts ("1) … 2) …", "(a) … (b) …"), or sentences that each end in a question mark
    /// and refer to no other.
    static func split(_ elements: [Element]) -> [[Element]] {
        let numbered = splitAtNumbers(elements)
        if numbered.count > 1 { return numbered }
        let sentences = splitAtQuestionMarks(elements)
        let refers: Set<String> = ["it", "its", "that", "this", "result", "them", "those", "these"]
        let isFree = sentences.dropFirst().allSatisfy { part in
            !part.contains { $0.isWord(refers) } && part.contains { $0.isWord(questionWords) }
        }
        return sentences.count > 1 && isFree ? sentences : [elements]
    }

    private static let questionWords: Set<String> = [
        "what", "how", "which", "is", "are", "who", "when", "where", "why",
    ]

    static func text(of elements: [Element]) -> String {
        elements.map { element in
            element.space
                + (element.kind == .quoted ? QuestionReader.quoted(element.text) : element.text)
        }
        .joined().trimmingSpace
    }

    private static func splitAtQuestionMarks(_ elements: [Element]) -> [[Element]] {
        var parts: [[Element]] = [[]]
        for element in elements {
            parts[parts.count - 1].append(element)
            if element.isSymbol("?") { parts.append([]) }
        }
        return parts.filter { !$0.isEmpty }
    }

    /// Labels count up from 1 or a, each followed by a bracket, or by a full stop and a space.
    private static func splitAtNumbers(_ elements: [Element]) -> [[Element]] {
        var starts: [(label: Int, body: Int)] = []
        let letters = ["a", "b", "c", "d"]
        for index in elements.indices.dropLast() {
            let expected = starts.count
            let isLabel =
                elements[index].text == "\(expected + 1)"
                || expected < letters.count && elements[index].key == letters[expected]
            guard isLabel, elements[index + 1].isSymbol(")"), elements[index + 1].space.isEmpty
            else {
                continue
            }
            let opens = index > 0 && elements[index - 1].isSymbol("(")
            guard opens || index == 0 || !elements[index].space.isEmpty else { continue }
            starts.append((opens ? index - 1 : index, index + 2))
        }
        guard starts.count > 1 else { return [elements] }
        return starts.indices.map { part in
            let end = part + 1 < starts.count ? starts[part + 1].label : elements.count
            return Array(elements[starts[part].body..<end])
        }
        .filter { !$0.isEmpty }
    }
}

extension String {
    var trimmingSpace: String {
        guard let start = firstIndex(where: { !$0.isWhitespace }),
            let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }
}
