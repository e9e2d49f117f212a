// The published sets that ask for an answer in words, numbers, formulas or letters.

extension Record {
    /// The id that the set gives, or one made of its name and the entry's place.
    func identifier(_ keys: String..., set: String) throws(Problem) -> String {
        for key in keys {
            if let id = try optionalText(key) { return id }
        }
        return "\(set)-\(place)"
    }

    func gsm8kItem() throws(Problem) -> EvaluationItem {
        let solution = try text("answer")
        guard let mark = solution.lastRange(of: "####") else {
            throw Problem("has an \"answer\" without \"####\" before its result")
        }
        return EvaluationItem(
            id: try identifier("id", "task_id", set: "gsm8k"),
            prompt: AnswerForm.number.prompt(try text("question")),
            reference: try number(solution[mark.upperBound...].trimmed)
        )
    }

    /// A reference whose text is a number.
    func number(_ text: String, tolerance: Double? = nil) throws(Problem) -> Reference {
        guard NumberText.value(of: text) != nil else {
            throw Problem("has the answer \"\(text)\", which is no number")
        }
        return .number(text, tolerance: tolerance)
    }

    func mathItem() throws(Problem) -> EvaluationItem {
        let answer: String
        if let given = try optionalText("answer") {
            answer = given
        } else if let boxed = AnswerText.lastBoxed(in: try text("solution")[...]) {
            answer = boxed
        } else {
            throw Problem("has neither an \"answer\" nor a \\boxed{} in its \"solution\"")
        }
        return EvaluationItem(
            id: try identifier("unique_id", "id", set: "math"),
            prompt: AnswerForm.closedForm.prompt(try text("problem")),
            reference: .closedForm(answer),
            group: try optionalText("subject", "type", "level")
        )
    }

    func aimeItem() throws(Problem) -> EvaluationItem {
        let answer = try text("answer").trimmed
        guard let value = Int(answer), (0...999).contains(value) else {
            throw Problem("has the answer \"\(answer)\", which is no whole number from 0 to 999")
        }
        return EvaluationItem(
            id: try identifier("id", "problem_id", set: "aime"),
            prompt: AnswerForm.number.prompt(try text("problem")),
            reference: .number(String(value), tolerance: nil),
            group: try optionalText("year")
        )
    }

    func mmluItem() throws(Problem) -> EvaluationItem {
        EvaluationItem(
            id: try identifier("id", "task_id", set: "mmlu"),
            prompt: AnswerForm.letter.prompt(try text("question"), choices: try choices()),
            reference: try choice(among: try choices(), isIndexed: true),
            group: try optionalText("subject", "group", "domain")
        )
    }

    /// The texts of the choices, from a list or from columns named by letters.
    func choices() throws(Problem) -> [String] {
        if let listed = try texts("choices") { return listed }
        return ChoiceLetter.all.map { self[$0.lowercased()]?.plainText }.prefix { $0 != nil }
            .compactMap(\.self)
    }

    /// The answer by letter, by index from 0, or by the choice's own text. A text is rather a
    /// choice's than an index, except in the sets that are known to give an index.
    func choice(among choices: [String], isIndexed: Bool) throws(Problem) -> Reference {
        let answer = try text("answer").trimmed
        let letters = ChoiceLetter.all.prefix(choices.count)
        if answer.count == 1, let letter = answer.uppercased().first, letters.contains(letter) {
            return .choice(letter, among: choices)
        }
        let named = choices.firstIndex { $0.trimmed == answer }
        let index = Int(answer).flatMap { letters.indices.contains($0) ? $0 : nil }
        guard let place = isIndexed ? index ?? named : named ?? index,
            letters.indices.contains(place)
        else {
            throw Problem(
                "has the answer \"\(answer)\", which is none of its \(choices.count) choices"
            )
        }
        return .choice(letters[place], among: choices)
    }

    func gpqaItem(seed: UInt64) throws(Problem) -> EvaluationItem {
        let question = try text("question")
        let right = try text("correct answer").trimmed
        var choices = [right]
        for number in 1...3 { choices.append(try text("incorrect answer \(number)").trimmed) }
        var generator = SplitMix64(seed: seed ^ SplitMix64.hash(of: question))
        var order = Array(choices.indices)
        // Not the standard library's shuffle, which may change with its version.
        for last in order.indices.dropFirst().reversed() {
            order.swapAt(last, Int(generator.next() % UInt64(last + 1)))
        }
        guard let index = order.firstIndex(of: 0) else { throw Problem("has no choices") }
        let shuffled = order.map { choices[$0] }
        return EvaluationItem(
            id: try identifier("record id", "id", set: "gpqa"),
            prompt: AnswerForm.letter.prompt(question, choices: shuffled),
            reference: .choice(ChoiceLetter.all[index], among: shuffled),
            group: try optionalText("high-level domain", "subdomain")
        )
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers for a seed on every platform.
struct SplitMix64 {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// FNV-1a over the text's UTF-8.
    static func hash(of text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
