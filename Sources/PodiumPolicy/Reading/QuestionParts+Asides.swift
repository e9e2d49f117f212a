/// Sentences about other things, before a question that stands on its own.
extension QuestionParts {
    /// "I bought 3 apples. What is XIV plus VI?" without the apples.
    static func withoutAsides(_ elements: [Element]) -> [Element] {
        guard let end = elements.firstIndex(where: { $0.isSymbol(".!") }),
            end + 1 < elements.count
        else { return elements }
        let aside = elements[..<end]
        let rest = elements[(end + 1)...]
        guard tellsOfPeople(aside), standsAlone(rest, after: aside) else { return elements }
        return Array(rest)
    }

    private static func tellsOfPeople(_ sentence: ArraySlice<Element>) -> Bool {
        let verbs: Set<String> = [
            "bought", "ate", "saw", "read", "had", "have", "met", "found", "has",
        ]
        return sentence.first?.isWord(["i", "we", "yesterday", "today", "my"]) == true
            && sentence.contains { $0.isWord(verbs) }
            && sentence.contains { $0.kind == .number }
            && sentence.allSatisfy { element in
                element.kind == .number
                    || element.kind == .word && !element.isWord(Vocabulary.arithmetic)
                        && !element.isWord(Vocabulary.codeWords)
                        && !Demand.all.contains { $0.cues.contains(element.key) }
            }
    }

    /// Whether a question brings its own values and takes up no word of what was told before.
    private static func standsAlone(_ rest: ArraySlice<Element>, after aside: ArraySlice<Element>)
        -> Bool
    {
        let refers: Set<String> = [
            "i", "we", "my", "our", "it", "its", "that", "they", "them", "those", "these", "all",
            "left", "now", "more", "each", "still", "remain", "total", "altogether", "this", "x",
        ]
        let told = Set(aside.filter { $0.kind == .word && $0.key.count > 2 }.map(\.key))
        let values = rest.count {
            $0.kind == .number || $0.kind == .word && Vocabulary.isRoman($0.text) && $0.text != "I"
        }
        let bringsText = rest.contains { $0.kind == .quoted }
        return (values > 1 || bringsText) && rest.contains(where: asks)
            && !rest.contains { $0.isWord(refers) || $0.isWord(told) }
    }
}
