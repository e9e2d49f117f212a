/// Of whom a statement speaks: “Bob and I”, “exactly two of us”, “neither of them”.
extension KnightStatement {
    enum Subject {
        case each([Int])
        case none([Int])
        case any([Int], isEither: Bool)
        case number(ClosedRange<Int>, [Int])
        case notEach([Int])
    }

    var everyone: [Int] { Array(people.indices) }

    func isPerson(_ token: Token) -> Bool {
        people.contains(token.text) || token.key == "i"
    }

    func person(_ reader: inout WordReader, inList: Bool = false) -> Int? {
        guard let token = reader.next, token.kind == .word else { return nil }
        let pronouns: Set<String> = inList ? ["i", "he", "she", "me", "himself", "herself"] : ["i"]
        if let index = people.firstIndex(of: token.text) {
            reader.position += 1
            return index
        }
        guard pronouns.contains(token.key), let speaker else { return nil }
        reader.position += 1
        return speaker
    }

    mutating func subject() -> Subject? {
        if reader.take("neither", "of", "us") || reader.take("neither", "of", "them") {
            return people.count == 2 ? .none(everyone) : nil
        }
        if reader.take("neither") {
            guard let one = person(&reader, inList: true), reader.take("nor"),
                let other = person(&reader, inList: true)
            else { return nil }
            return .none([one, other])
        }
        if reader.take("none") { return takeGroup() ? .none(everyone) : nil }
        if reader.take("nobody") || reader.take("no", "one") { return .none(everyone) }
        if reader.take("everyone") || reader.take("everybody") || reader.take("each", "of", "us") {
            return .each(everyone)
        }
        if reader.take("not", "all") { return takeGroup() ? .notEach(everyone) : nil }
        if reader.take("all", "three") || reader.take("all", "four") || reader.take("all") {
            return takeGroup() ? .each(everyone) : nil
        }
        if reader.take("we") || reader.take("they") {
            // With three about, "we both" may be any two.
            let isBoth = reader.next?.key == "both" || reader.token(after: 1)?.key == "both"
            let isCertain = people.count == 2 || !isBoth
            return isCertain ? .each(everyone) : nil
        }
        if reader.take("the", "two", "of", "us") {
            return people.count == 2 ? .each(everyone) : nil
        }
        if let range = quantity() {
            guard reader.next?.key == "of" else { return nil }
            if takeGroup() { return .number(range, everyone) }
            guard reader.take("of"), let (list, _) = list(joinedBy: ["and", "or"]), list.count > 1
            else { return nil }
            return .number(range, list)
        }
        let isBoth = reader.take("both")
        if isBoth, takeGroup() { return people.count == 2 ? .each(everyone) : nil }
        let isEither = !isBoth && reader.take("either")
        guard
            let (list, joint) = list(
                joinedBy: isBoth ? ["and"] : isEither ? ["or"] : ["and", "or"]
            )
        else { return nil }
        if isBoth, list.count != 2 { return nil }
        if isEither, list.count < 2 { return nil }
        return joint == "or" ? .any(list, isEither: isEither) : .each(list)
    }

    /// "of us", "of them", or nothing after "all three".
    mutating func takeGroup() -> Bool {
        for word in ["us", "them"] {
            if reader.take("of", word) { return true }
            for count in ["two", "three", "four"] {
                if reader.take("of", "the", count, "of", word) || reader.take("of", "the", count) {
                    return true
                }
            }
        }
        return false
    }

    mutating func list(joinedBy words: Set<String>) -> ([Int], String)? {
        let isList: Bool = {
            var ahead = reader
            guard person(&ahead, inList: true) != nil else { return false }
            return ahead.next.map { $0.isSymbol(",") || words.contains($0.key) } ?? false
        }()
        guard let first = person(&reader, inList: isList) else { return nil }
        var list = [first]
        while true {
            let start = reader.position
            let comma = reader.take(",")
            let joint = reader.take(any: words)
            if comma || joint != nil, let next = person(&reader, inList: true),
                // "Ann is a knave and Bob is a knight" joins statements.
                !list.contains(next)
            {
                list.append(next)
                if let joint {
                    // The last of a list: what follows is the verb.
                    return (list, joint)
                }
            } else {
                reader.position = start
                return list.count == 1 ? (list, "and") : nil
            }
        }
    }

    mutating func quantity() -> ClosedRange<Int>? {
        let start = reader.position
        let most = people.count
        if reader.take("some") { return 1...max(most, 1) }
        let isExact = reader.take("exactly") || reader.take("precisely") || reader.take("only")
        let isLeast = !isExact && reader.take("at", "least")
        let isMost = !isExact && !isLeast && reader.take("at", "most")
        guard let (value, end) = NumberRuns.number(reader.tokens, at: reader.position),
            (0...most).contains(value)
        else {
            reader.position = start
            return nil
        }
        reader.position = end
        if isLeast { return value...most }
        if isMost { return 0...value }
        if !isExact { isAmbiguous = true }
        return isExact || reading.bareNumberIsExact ? value...value : value...most
    }
}
