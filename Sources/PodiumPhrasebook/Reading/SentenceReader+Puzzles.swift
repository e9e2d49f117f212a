/// Dates and clocks, and what puzzles are made of.
extension SentenceReader {
    // MARK: Dates

    mutating func date(at start: Int) -> [Found<Argument>] {
        if let found = civil(at: start) { return [Found(item: .date(found.item), end: found.end)] }
        if let found = reference(at: start) {
            return [Found(item: .result(found.item), end: found.end)]
        }
        return nouns(at: start).filter {
            [.date, .message].contains(Phrasebook.form($0.item.form).result)
        }
        .map { Found(item: .phrase($0.item), end: $0.end) }
    }

    /// `1 March 2024`, `March 1, 2024`, `2024-03-01`, `the 1st of March 2024`.
    private func civil(at start: Int) -> Found<CivilDate>? {
        var place = start
        if key(place) == "the" { place += 1 }
        if let year = number(place), year > 31, lexeme(place + 1)?.isSign("-") == true,
            let month = number(place + 2),
            lexeme(place + 3)?.isSign("-") == true, let day = number(place + 4)
        {
            return CivilDate(year: year, month: month, day: day).map {
                Found(item: $0, end: place + 5)
            }
        }
        if let month = CivilDate.month(named: key(place)), let day = ordinal(place + 1) {
            var next = day.end
            if lexeme(next)?.isSign(",") == true { next += 1 }
            guard let year = number(next) else { return nil }
            return CivilDate(year: year, month: month, day: day.item).map {
                Found(item: $0, end: next + 1)
            }
        }
        guard let day = ordinal(place) else { return nil }
        let next = key(day.end) == "of" ? day.end + 1 : day.end
        guard let month = CivilDate.month(named: key(next)), let year = number(next + 1) else {
            return nil
        }
        return CivilDate(year: year, month: month, day: day.item).map {
            Found(item: $0, end: next + 2)
        }
    }

    /// A day, month and year of which there is no such day.
    func impossibleDate(at start: Int) -> String? {
        guard let day = ordinal(start), let month = CivilDate.month(named: key(day.end)),
            let year = number(day.end + 1),
            CivilDate(year: year, month: month, day: day.item) == nil
        else { return nil }
        return "\(day.item) \(CivilDate.monthNames[month - 1]) \(year)"
    }

    private func number(_ index: Int) -> Int? {
        lexeme(index).flatMap { $0.kind == .number && $0.text.utf8.count <= 9 ? Int($0.text) : nil }
    }

    /// A day of the month: `1`, `1st`.
    private func ordinal(_ index: Int) -> Found<Int>? {
        guard let day = number(index) else { return nil }
        let hasEnding =
            lexeme(index + 1)?.isGlued == true && ["st", "nd", "rd", "th"].contains(key(index + 1))
        return Found(item: day, end: hasEnding ? index + 2 : index + 1)
    }

    /// `14:05`, `2:05 pm`; minutes from midnight.
    func clock(at start: Int) -> Found<Int>? {
        guard var hour = number(start) else { return nil }
        var (minute, place) = (0, start + 1)
        let hasMinutes = lexeme(place)?.isSign(":") == true
        if hasMinutes {
            guard let value = number(place + 1), value < 60, lexeme(place + 1)?.text.count == 2
            else { return nil }
            (minute, place) = (value, place + 2)
        }
        if ["am", "pm"].contains(key(place)) {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (key(place) == "pm" ? 12 : 0)
            place += 1
        } else if !hasMinutes {
            return nil
        }
        return (0..<24).contains(hour) ? Found(item: hour * 60 + minute, end: place) : nil
    }

    /// `2 hours and 5 minutes`; minutes.
    func span(at start: Int) -> Found<Int>? {
        var (total, place, isFound) = (0, start, false)
        for (names, factor) in [
            (["day", "days"], 1_440), (["hour", "hours"], 60), (["minute", "minutes"], 1),
        ] {
            var next = place
            if isFound, lexeme(next)?.isSign(",") == true { next += 1 }
            if isFound, key(next) == "and" { next += 1 }
            guard let count = number(next), count < 100_000, names.contains(key(next + 1)) else {
                continue
            }
            total += count * factor
            (place, isFound) = (next + 2, true)
        }
        return isFound ? Found(item: total, end: place) : nil
    }

    // MARK: Puzzles

    /// What somebody says, quoted or not.
    mutating func claim(at start: Int) -> [Found<Argument>] {
        if let lexeme = lexeme(start), lexeme.kind == .quoted {
            var inner = SentenceReader(Lexeme.all(of: lexeme.text))
            let whole = inner.phrases(.claim, at: 0).first { inner.isEnd($0.end) }
            return whole.map { [Found(item: .phrases([$0.item]), end: start + 1)] } ?? []
        }
        return phrases(.claim, at: start).filter { $0.item.form != .says }
            .map { Found(item: .phrases([$0.item]), end: $0.end) }
    }

    /// One claim after another, each a sentence. As many as there are, and each shorter run too: the
    /// last may belong to what follows.
    mutating func claims(at start: Int) -> [Found<Argument>] {
        if let known = knownClaims[start] { return known }
        var found: [Found<Argument>] = []
        var (items, place): ([Phrase], Int) = ([], start)
        while items.count < 40, let next = phrases(.claim, at: place).max(by: { $0.end < $1.end }) {
            items.append(next.item)
            place = next.end
            while [".", "!", ",", ";"].contains(key(place)) || key(place) == "and" { place += 1 }
            found.append(Found(item: .phrases(items), end: place))
            // A single claim may stand at the end of a question.
            if items.count == 1, place != next.end {
                found.append(Found(item: .phrases(items), end: next.end))
            }
        }
        knownClaims[start] = found.reversed()
        return found.reversed()
    }

    /// Whether nothing but the end of the sentence stands here.
    func isEnd(_ index: Int) -> Bool {
        lexemes[min(index, end)...].allSatisfy {
            [".", "?", "!"].contains($0.key) && $0.kind == .sign
        }
    }

    /// `1 2 _ 4 / _ 4 1 _ / …`: rows parted by strokes; a gap is `_`, `.`, `?` or `0`.
    func grid(at start: Int) -> [Found<Argument>] {
        var (rows, row, place): ([[Int]], [Int], Int) = ([], [], start)
        loop: while let lexeme = lexeme(place) {
            switch lexeme.key {
            case "_", "0", "?": row.append(0)
            case ".": if rows.count == 3, row.count == 4 { break loop } else { row.append(0) }
            case "1", "2", "3", "4": row.append(Int(lexeme.key) ?? 0)
            case "/", "|", ";":
                rows.append(row)
                row = []
            default: break loop
            }
            place += 1
        }
        rows.append(row)
        guard rows.count == 4, rows.allSatisfy({ $0.count == 4 }) else { return [] }
        return [Found(item: .grid(rows), end: place)]
    }

    /// `A-B, B-C and A-D`: pairs of places that touch.
    func edges(at start: Int) -> [Found<Argument>] {
        var (pairs, place): ([[String]], Int) = ([], start)
        while pairs.count < 200 {
            var next = place
            if !pairs.isEmpty {
                if lexeme(next)?.isSign(",") == true { next += 1 }
                if key(next) == "and" { next += 1 }
                if next == place { break }
            }
            guard let left = lexeme(next), left.kind == .word,
                lexeme(next + 1)?.isSign("-") == true,
                let right = lexeme(next + 2), right.kind == .word
            else { break }
            pairs.append([left.text, right.text])
            place = next + 3
        }
        return pairs.isEmpty ? [] : [Found(item: .pairs(pairs), end: place)]
    }
}
