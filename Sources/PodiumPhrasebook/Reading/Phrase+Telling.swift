internal import PodiumCore

/// Says phrases in words: always in the same ones, or in any by chance.
public struct Teller: Sendable {
    /// Which wordings are used.
    public enum Wordings: Sendable { case first, trained, heldOut }

    var wordings: Wordings
    var random: SeededGenerator

    public init(_ wordings: Wordings = .first, seed: UInt64 = 0) {
        self.wordings = wordings
        random = SeededGenerator(seed: seed)
    }

    /// A whole sentence, after what is given for it.
    public mutating func question(_ phrase: Phrase) -> String {
        var told: [String] = []
        var givers: [Phrase] = []
        for inner in phrase.all {
            let form = Phrasebook.form(inner.form)
            guard let giver = form.givenBy, inner != phrase || !form.asksSayAll else { continue }
            let given = Phrase(giver, inner.slots)
            guard !givers.contains(given) else { continue }
            givers.append(given)
            told.append(self.given(given))
        }
        var asked = chain(phrase) ?? ask(phrase)
        // "If x = 2, what is …"
        if told.last?.hasSuffix(",") == true, asked.dropFirst().first?.isLowercase == true {
            asked = asked.prefix(1).lowercased() + asked.dropFirst()
        }
        return (told + [asked]).joined(separator: " ")
    }

    /// "Decode … and solve the equation in it.": what is done with a message is told after it.
    private mutating func chain(_ phrase: Phrase) -> String? {
        let form = Phrasebook.form(phrase.form)
        guard wordings == .trained, let (slot, inner) = phrase.onlyPart,
            Phrasebook.form(inner.form).result == .message || random.next() % 3 == 0,
            inner.parts.isEmpty, Phrasebook.form(inner.form).givenBy == nil
        else { return nil }
        let open = form.slots.filter { $0 == slot }
        let thens = form.thens.flatMap(\.variants).filter { variant in
            Set(variant.slots) == Set(form.slots).subtracting(open)
        }
        guard let variant = thens.randomElement(using: &random) else { return nil }
        var first = ask(inner)
        if let end = first.last, [".", "?"].contains(end) { first.removeLast() }
        return "\(first) and \(told(variant, phrase))."
    }

    private mutating func ask(_ phrase: Phrase) -> String {
        let form = Phrasebook.form(phrase.form)
        if chosen(form.asks).isEmpty, !form.nouns.isEmpty { return "What is \(noun(phrase))?" }
        return sentence(phrase, form.asks)
    }

    /// The name of the phrase's result.
    public mutating func noun(_ phrase: Phrase) -> String {
        // What the unknown is was said before.
        if phrase.form == .unknown, case .word(let variable) = phrase.slots["variable"] {
            return variable
        }
        let form = Phrasebook.form(phrase.form)
        if form.nouns.isEmpty { return ask(phrase) }
        let full = form.nouns.filter { $0.isHeldOut == (wordings == .heldOut) }.flatMap(\.variants)
            .filter { $0.beginsWithArticle && $0.slots.allSatisfy { phrase.slots[$0] != nil } }
        // Without an article it is understood, but not how one writes.
        guard wordings != .first, let variant = full.randomElement(using: &random) else {
            return sentence(phrase, form.nouns)
        }
        return told(variant, phrase)
    }

    /// What is given, before a question about it.
    public mutating func given(_ phrase: Phrase) -> String {
        var phrase = phrase
        if case .equations(let equations) = phrase.slots["eqs"] {
            let names = Set(equations.flatMap(\.unknowns)).sorted()
            phrase.slots["names"] = names.count > 1 ? .words(names) : nil
            phrase.slots["variable"] = nil
        }
        return sentence(phrase, Phrasebook.form(phrase.form).givens)
    }

    private mutating func sentence(_ phrase: Phrase, _ wordings: [Wording]) -> String {
        // A wording is told only where all that it names is there.
        var variants = chosen(wordings).filter { $0.slots.allSatisfy { phrase.slots[$0] != nil } }
        if variants.isEmpty {
            variants = wordings.flatMap(\.variants).filter {
                $0.slots.allSatisfy { phrase.slots[$0] != nil }
            }
        }
        guard
            let variant = self.wordings == .first
                ? variants.first : variants.randomElement(using: &random)
        else {
            return ""
        }
        return told(variant, phrase)
    }

    private mutating func told(_ variant: Wording.Variant, _ phrase: Phrase) -> String {
        var text = ""
        for piece in variant.pieces {
            switch piece {
            case .text(let words): text += words
            case .slot(let name): text += phrase.slots[name].map { told($0, as: name) } ?? ""
            }
        }
        return text
    }

    private func chosen(_ wordings: [Wording]) -> [Wording.Variant] {
        switch self.wordings {
        case .first: wordings.first { !$0.isHeldOut && !$0.isReadOnly }?.variants ?? []
        case .trained:
            wordings.filter { !$0.isHeldOut && !$0.isReadOnly }.flatMap(\.variants)
        case .heldOut: wordings.filter(\.isHeldOut).flatMap(\.variants)
        }
    }

    // MARK: Slots

    private mutating func told(_ argument: Argument, as slot: String) -> String {
        switch argument {
        case .expression(let value): return slot.hasPrefix("base") ? base(value) : told(value)
        case .list(let values):
            return Self.series(values.map { told($0) }, joint: slot == "terms" ? "," : "and")
        case .equations(let equations):
            return Self.series(
                equations.map { "\(told($0.left)) = \(told($0.right))" },
                joint: "and"
            )
        case .text(let text): return Self.quoted(text)
        case .date(let date): return "\(date)"
        case .minutes(let minutes):
            return slot.hasPrefix("span") ? Duration.told(minutes: minutes) : Clock.told(minutes)
        case .word(let word): return self.word(word, slot)
        case .words(let words): return Self.series(words, joint: "and")
        case .grid(let rows):
            return rows.map { $0.map { $0 == 0 ? "_" : "\($0)" }.joined(separator: " ") }.joined(
                separator: " / "
            )
        case .pairs(let pairs):
            return Self.series(pairs.map { $0.joined(separator: "-") }, joint: ",")
        case .phrases(let phrases): return told(phrases, slot)
        case .phrase(let phrase): return noun(phrase)
        case .result(let reference): return reference.text
        }
    }

    private mutating func told(_ expression: Expression) -> String {
        var teller = self
        let text = expression.text { teller.noun($0) }
        self = teller
        return text
    }

    private func base(_ value: Expression) -> String {
        switch value {
        case .integer(2): "binary"
        case .integer(8): "octal"
        case .integer(16): "hexadecimal"
        default: "base \(value)"
        }
    }

    private func word(_ word: String, _ slot: String) -> String {
        if slot.hasPrefix("thing"), word.count == 1 { return "\(word)'s" }
        if slot.hasPrefix("most") { return Comparison(word)?.most ?? word }
        return word
    }

    private mutating func told(_ phrases: [Phrase], _ slot: String) -> String {
        let sentences = phrases.map { ask($0) }
        if slot.hasPrefix("claim") {
            return sentences.map { "\"\($0.prefix(1).uppercased())\($0.dropFirst())\"" }.joined()
        }
        // The claim that a question ends with has no full stop of its own.
        if slot == "phrases2" { return sentences.map { String($0.dropLast()) }.joined() }
        return sentences.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }

    /// In marks that the text itself does not have.
    private static func quoted(_ text: String) -> String {
        let marks: [(open: Character, close: Character)] = [("\"", "\""), ("«", "»")]
        let free = marks.first { !text.contains($0.open) && !text.contains($0.close) }
        return free.map { "\($0.open)\(text)\($0.close)" }
            ?? "\"\(text.filter { $0 != "\"" && $0 != "”" })\""
    }

    static func series(_ items: [String], joint: String) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        if joint == "," { return items.joined(separator: ", ") }
        return items.dropLast().joined(separator: ", ") + " \(joint) " + last
    }
}

extension Phrase {
    /// The phrase within this one, if it fills a slot alone and there is no other.
    fileprivate var onlyPart: (slot: String, phrase: Phrase)? {
        guard parts.count == 1 else { return nil }
        for (slot, argument) in slots {
            switch argument {
            case .phrase(let inner), .expression(.phrase(let inner)): return (slot, inner)
            default: continue
            }
        }
        return nil
    }

    /// The phrase as a sentence, always the same.
    public var question: String {
        var teller = Teller()
        return teller.question(self)
    }

    /// The phrase as the name of its result, always the same.
    public var noun: String {
        var teller = Teller()
        return teller.noun(self)
    }
}

/// Times of day.
public enum Clock {
    /// `14:05`
    public static func told(_ minutes: Int) -> String {
        let day = ((minutes % 1_440) + 1_440) % 1_440
        return "\(day / 60):\(day % 60 < 10 ? "0" : "")\(day % 60)"
    }
}

extension Duration {
    /// `2 hours and 5 minutes`
    public static func told(minutes: Int) -> String {
        let parts = [(minutes / 60, "hour"), (minutes % 60, "minute")].filter { $0.0 > 0 }
            .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
        return parts.isEmpty ? "0 minutes" : parts.joined(separator: " and ")
    }
}
