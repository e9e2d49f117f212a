/// What "it" and "the first" mean in a computation over results of several steps.
extension QuestionReader {
    mutating func resolveReferents() {
        computeFirstSentence()
        restoreUsedReferents()
        placeRankedResults()
    }

    // MARK: A computation before the results

    /// "What is 3 + 4? Multiply it by …": the first sentence becomes a step of its own, so that "it"
    /// is not taken for the result of another.
    private mutating func computeFirstSentence() {
        guard let end = elements.firstIndex(where: { $0.isSymbol("?.;") }),
            end + 1 < elements.count, !elements[..<end].contains(where: { $0.reference != nil }),
            elements[(end + 1)...].contains(where: { $0.reference != nil && !$0.isUsed })
        else { return }
        var reader = QuestionReader(elements: Array(elements[...end]), draft: draft)
        guard reader.looksArithmetic else { return }
        let reference = reader.arithmetic(finding: "asks for arithmetic")
        let following = Array(elements[(end + 1)...])
        guard let rest = Self.take(up: reference, in: following) else {
            draft.unread.append(following.first?.text ?? "it")
            return
        }
        draft = reader.draft
        elements = rest
    }

    /// A sentence with a result in the place of "it", or where its verb wants one.
    private static func take(up reference: DraftStep.Reference, in sentence: [Element])
        -> [Element]?
    {
        var sentence = sentence
        let result = Element.result(of: reference.step, space: " ")
        let pronouns = sentence.indices.filter { isPronoun($0, in: sentence) }
        if !pronouns.isEmpty {
            for index in pronouns.reversed() {
                let hasArticle =
                    !sentence[index].isWord(["it"]) && index > 0
                    && sentence[index - 1].isWord(["the"])
                sentence.replaceSubrange((hasArticle ? index - 1 : index)...index, with: [result])
            }
            return pronouns.count == 1 ? sentence : nil
        }
        let verb = sentence.firstIndex { !$0.isWord(["then", "now", "and", "next"]) } ?? 0
        let joints = ["add": "to", "subtract": "from"]
        if let joint = joints[sentence[verb].key] {
            guard !sentence.contains(where: { $0.isWord([joint, "and", "then"]) }) else {
                return nil
            }
            let end = sentence.last?.kind == .symbol ? sentence.count - 1 : sentence.count
            let word = Element(kind: .word, text: joint, key: joint, space: " ")
            sentence.insert(contentsOf: [word, result], at: end)
            return sentence
        }
        guard sentence[verb].isWord(["multiply", "divide"]), verb + 1 < sentence.count,
            sentence[verb + 1].isWord(["by"])
        else { return nil }
        sentence.insert(result, at: verb + 1)
        return sentence
    }

    private static func isPronoun(_ index: Int, in sentence: [Element]) -> Bool {
        if sentence[index].isWord(["it"]) { return true }
        let next: Element? = index + 1 < sentence.count ? sentence[index + 1] : nil
        if sentence[index].isWord(["that", "this"]) {
            return next.map { $0.kind == .symbol || $0.isWord(["by", "to", "from", "and"]) } ?? true
        }
        return index > 0 && sentence[index - 1].isWord(["the"])
            && sentence[index].isWord(["result", "answer"]) && next?.isWord(["of"]) != true
    }

    // MARK: Results taken in elsewhere

    /// "Decode … and divide it by the number of its letters": what was counted in is still "it".
    private mutating func restoreUsedReferents() {
        for index in elements.indices where elements[index].isWord(["it"]) {
            guard let nearest = elements[..<index].last(where: { $0.reference != nil }),
                nearest.isUsed, let reference = nearest.reference,
                elements[index...].contains(where: { $0.reference != nil && !$0.isUsed })
            else { continue }
            elements[index] = .result(of: reference.step, space: " ")
            elements.removeAll { $0.reference == reference && $0.isUsed }
            dropLeadingJoints()
            return
        }
    }

    private mutating func dropLeadingJoints() {
        while let first = elements.first,
            first.isWord(["and", "then", "decode", "convert"])
                || first.isSymbol(",.;:")
        {
            elements.removeFirst()
        }
    }

    // MARK: Results by rank

    /// "… and divide the first by the second": the results take the place of their ranks.
    private mutating func placeRankedResults() {
        let results = elements.filter { $0.reference != nil && !$0.isUsed }
        guard results.count > 1,
            let last = elements.lastIndex(where: { $0.reference != nil && !$0.isUsed }),
            !elements[..<last].contains(where: { $0.isWord(Vocabulary.arithmetic) })
        else { return }
        let ranks = elements.indices.filter { $0 > last + 1 && rank($0, of: results) != nil }
        guard ranks.count > 1 else { return }
        for index in ranks.reversed() {
            guard let place = rank(index, of: results) else { continue }
            let nouns: Set<String> = ["number", "one", "result", "value", "message", "text"]
            let end =
                index + 1 < elements.count && elements[index + 1].isWord(nouns)
                ? index + 1 : index
            elements.replaceSubrange(index - 1...end, with: [results[place]])
        }
        elements.removeSubrange(...last)
        dropLeadingJoints()
    }

    private func rank(_ index: Int, of results: [Element]) -> Int? {
        guard index > 0, word(index - 1) == "the", let key = word(index) else { return nil }
        let ranks = ["first": 0, "former": 0, "second": 1, "latter": 1, "third": 2]
        let place = key == "last" ? results.count - 1 : ranks[key]
        return place.flatMap { $0 < results.count ? $0 : nil }
    }
}
