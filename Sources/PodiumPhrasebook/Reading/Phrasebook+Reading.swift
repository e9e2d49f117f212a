/// How a text is read: as a whole or not at all.
extension Phrasebook {
    /// What a text asks for.
    public enum Reading: Hashable, Sendable {
        /// One thing after another; mostly one.
        case phrases([Phrase])
        /// No wording of any form; the forms that come nearest.
        case unread(nearest: [Form.Name])
    }

    /// What in a text is not there: `29 February 2023`.
    public static func impossibleDate(in text: String) -> String? {
        guard text.utf8.count <= Lexeme.byteLimit else { return nil }
        let reader = SentenceReader(Lexeme.all(of: text))
        return (0..<reader.end).lazy.compactMap { reader.impossibleDate(at: $0) }.first
    }

    /// Reads a question, an order, or several of them.
    public static func read(_ text: String) -> Reading {
        guard text.utf8.count <= Lexeme.byteLimit else { return .unread(nearest: []) }
        let lexemes = Lexeme.all(of: text)
        guard lexemes.count <= 1_500 else { return .unread(nearest: []) }
        if let phrases = whole(lexemes, [:]) ?? parts(lexemes) { return .phrases(phrases) }
        return .unread(nearest: nearest(lexemes))
    }

    /// The only thing that a text asks for; nil where it asks for nothing known, or for several.
    public static func phrase(_ text: String) -> Phrase? {
        if case .phrases(let phrases) = read(text), phrases.count == 1 { phrases[0] } else { nil }
    }

    // MARK: One sentence

    private static func whole(_ lexemes: [Lexeme], _ given: [String: Argument]) -> [Phrase]? {
        var start = 0
        let reader = SentenceReader(lexemes, given: given)
        if let words = courtesies.filter({ reader.reads($0, at: 0) }).max(by: {
            $0.count < $1.count
        }) {
            start = words.count
            while [",", "!"].contains(reader.key(start)) { start += 1 }
        }
        var rest = Array(lexemes[start...])
        if rest.last?.isSign("?") == true || rest.last?.isSign(".") == true,
            rest.dropLast().last?.isWord("please") == true
        {
            rest.removeLast(2)
        } else if rest.last?.isWord("please") == true {
            rest.removeLast()
        }
        if rest.last?.isSign(",") == true { rest.removeLast() }
        return sentence(rest, given) ?? (given.isEmpty ? withGiven(rest) : nil)
    }

    private static func sentence(_ lexemes: [Lexeme], _ given: [String: Argument]) -> [Phrase]? {
        guard !lexemes.isEmpty else { return nil }
        var reader = SentenceReader(lexemes, given: given)
        for found in reader.phrases(.ask, at: 0) {
            guard let phrase = reader.completed(found.item), !phrase.asksForMessage(reader.key(0))
            else { continue }
            if let done = finished(phrase, found.end, &reader) { return done }
        }
        // "What is" and the name of a result; or the name alone.
        for lead in leads + [[]] where reader.reads(lead, at: 0) {
            for found in reader.nouns(at: lead.count) {
                if let done = finished(found.item, found.end, &reader) { return done }
            }
            for found in reader.expressions(at: lead.count) {
                let phrase = Phrase(.compute, ["n": .expression(found.item)])
                if let done = finished(phrase, found.end, &reader) { return done }
            }
        }
        return nil
    }

    /// The phrase and what is done with its result after it, if that is the whole sentence.
    private static func finished(
        _ phrase: Phrase,
        _ end: Int,
        _ reader: inout SentenceReader
    ) -> [Phrase]? {
        let phrases = pair(phrase)
        if reader.isEnd(end) { return phrases.map(simplified) }
        var place = end
        for joint in [[","], ["."], ["?"], [";"], ["and"], ["then"]]
        where reader.reads(joint, at: place) {
            place += 1
        }
        guard place > end else { return nil }
        // Two wordings may say the same here.
        var tried: [SentenceReader.Found<Phrase>] = []
        for found in reader.phrases(.then, at: place) where !tried.contains(found) {
            tried.append(found)
            guard let applied = applied(found.item, to: phrases) else { continue }
            if let done = finished(applied, found.end, &reader) { return done }
        }
        return nil
    }

    /// Two texts in one order are two orders of the same form.
    private static func pair(_ phrase: Phrase) -> [Phrase] {
        guard phrase.isPair, let second = phrase.slots["text2"] else {
            return [phrase]
        }
        var (first, other) = (phrase, phrase)
        first.slots["text2"] = nil
        other.slots["text2"] = nil
        other.slots["text"] = second
        return [first, other]
    }

    /// A continuation with what came before in the slots that it leaves open.
    private static func applied(_ phrase: Phrase, to before: [Phrase]) -> Phrase? {
        var phrase = phrase
        let open = form(phrase.form).slots.filter { phrase.slots[$0] == nil }
        guard open.count == before.count else {
            guard open.count == 1, before.count > 1, ["list", "terms"].contains(open[0]),
                before.allSatisfy({ Slot.n.takes(form($0.form).result) })
            else { return nil }
            phrase.slots[open[0]] = .list(before.map { .phrase($0) })
            return phrase
        }
        for (slot, inner) in zip(open, before) {
            guard Slot(named: slot).takes(form(inner.form).result) else { return nil }
            switch Slot(named: slot) {
            case .n:
                phrase.slots[slot] =
                    inner.form == .compute ? inner.slots["n"] : .expression(.phrase(inner))
            case .text, .date, .list, .terms, .eq: phrase.slots[slot] = .phrase(inner)
            default: return nil
            }
        }
        return phrase
    }

    /// "What is the sum of 2 and 3?" asks for the sum.
    private static func simplified(_ phrase: Phrase) -> Phrase {
        if phrase.form == .compute, case .expression(.phrase(let inner)) = phrase.slots["n"],
            form(inner.form).result == .number
        {
            return inner
        }
        return phrase
    }

    // MARK: Several sentences

    /// What is given first, or after "where", and then a question about it.
    private static func withGiven(_ lexemes: [Lexeme]) -> [Phrase]? {
        var reader = SentenceReader(lexemes)
        // Of claims in a row the longest runs: the last may belong to the question.
        for found in reader.phrases(.given, at: 0).sorted(by: { $0.end > $1.end }).prefix(6)
        where found.item.isConsistent {
            var place = found.end
            while [".", ",", ":"].contains(reader.key(place)) { place += 1 }
            var given = found.item.slots
            given["names"] = nil
            if let phrases = whole(Array(lexemes[place...]), given) { return phrases }
        }
        guard let place = lexemes.lastIndex(where: { $0.isWord("where") }), place > 1 else {
            return nil
        }
        var tail = SentenceReader(Array(lexemes[place...]))
        guard
            let found = tail.phrases(.given, at: 0).first(where: {
                tail.isEnd($0.end) && $0.item.isConsistent
            })
        else { return nil }
        let end = lexemes[place - 1].isSign(",") ? place - 1 : place
        return whole(Array(lexemes[..<end]), found.item.slots)
    }

    /// Questions one after another, each of which can be read.
    private static func parts(_ lexemes: [Lexeme]) -> [Phrase]? {
        var (phrases, start): ([Phrase], Int) = ([], 0)
        while start < lexemes.count {
            guard phrases.count < 5 else { return nil }
            let ends = lexemes[start...].indices.filter {
                // A sentence's end has a space behind it.
                $0 == lexemes.count - 1
                    || lexemes[$0].kind == .sign && ["?", ".", "!"].contains(lexemes[$0].key)
                        && !lexemes[$0 + 1].isGlued
            }
            guard ends.count <= 24 else { return nil }
            // Puzzles have several sentences, so the longest part that can be read counts.
            guard
                let (end, found) = ends.reversed().lazy.compactMap({ end in
                    whole(Array(lexemes[start...end]), [:]).map { (end, $0) }
                }).first
            else { return nil }
            phrases += found
            start = end + 1
        }
        return phrases.count > 1 ? phrases : nil
    }

    // MARK: What comes near

    /// The forms of which a wording shares most of its words with the text.
    private static func nearest(_ lexemes: [Lexeme]) -> [Form.Name] {
        let words = Set(lexemes.filter { $0.kind == .word }.map(\.key))
        let scored = forms.compactMap { form -> (form: Form.Name, score: Double)? in
            guard form.result != .claim, form.skill != .judging else { return nil }
            let best = (form.asks + form.nouns).flatMap(\.variants).map { $0.likeness(to: words) }
                .max()
            guard let best, best > 0.3 else { return nil }
            return (form.name, best)
        }
        return scored.sorted { $0.score > $1.score }.prefix(3).map(\.form)
    }
}

extension Phrase {
    /// "What is the message in …?" asks for the message, "compute" for what it says.
    fileprivate func asksForMessage(_ verb: String) -> Bool {
        guard form == .compute, verb.hasPrefix("what"),
            case .expression(.phrase(let inner)) = slots["n"]
        else { return false }
        return Phrasebook.form(inner.form).result == .message
    }
}

extension Wording.Variant {
    /// The share of its telling words that are among others; few words count for less.
    fileprivate func likeness(to words: Set<String>) -> Double {
        let shared = telling.count { words.contains($0) }
        return Double(shared) / (Double(telling.count) + 0.8)
    }
}
