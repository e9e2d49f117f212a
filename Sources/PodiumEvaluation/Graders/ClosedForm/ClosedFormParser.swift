/// Reads formulas in LaTeX and in plain text, without going back: work is linear in the length but
/// for the search of closing brackets, and depth is limited.
struct ClosedFormParser {
    struct Unreadable: Error {}

    let text: [Character]
    var index = 0
    var depth = 0
    /// Whether `1,000` is a number; in brackets it is two.
    var groupsThousands: Bool
    /// What `±` means in this pass.
    let sign: Character

    static let depthLimit = 40

    private init(_ text: some Sequence<Character>, groupsThousands: Bool, sign: Character) {
        self.text = Array(text)
        self.groupsThousands = groupsThousands
        self.sign = sign
    }

    /// Nil for what is no formula. A formula with `±` is the set of both of its values.
    static func parse(_ text: String, groupsThousands: Bool) -> ClosedForm? {
        do {
            var forms: [ClosedForm] = []
            for sign in text.contains("±") ? "+-" : "+" {
                var parser = ClosedFormParser(text, groupsThousands: groupsThousands, sign: sign)
                forms.append(try parser.list())
                guard parser.peek() == nil else { return nil }
            }
            return forms.count == 1 ? forms[0] : .set(distinct(forms))
        } catch {
            return nil
        }
    }

    /// The elements of both passes; what has no `±` comes twice.
    private static func distinct(_ forms: [ClosedForm]) -> [ClosedForm] {
        let elements = forms.flatMap { form in
            if case .set(let elements) = form { elements } else { [form] }
        }
        return elements.reduce(into: []) { result, element in
            guard case .expression(let own) = element else { return result.append(element) }
            let isKnown = result.contains {
                if case .expression(let other) = $0 { own.equals(other) } else { false }
            }
            if !isKnown { result.append(element) }
        }
    }

    // MARK: - Characters

    /// The next character that is no space.
    mutating func peek() -> Character? {
        while index < text.count, text[index].isWhitespace { index += 1 }
        return index < text.count ? text[index] : nil
    }

    mutating func skip(_ mark: String) -> Bool {
        _ = peek()
        guard text[index...].starts(with: mark) else { return false }
        index += mark.count
        return true
    }

    mutating func expect(_ mark: String) throws(Unreadable) {
        guard skip(mark) else { throw Unreadable() }
    }

    mutating func nested<Value>(
        _ body: (inout ClosedFormParser) throws(Unreadable) -> Value
    ) throws(Unreadable) -> Value {
        guard depth < Self.depthLimit else { throw Unreadable() }
        depth += 1
        defer { depth -= 1 }
        return try body(&self)
    }

    // MARK: - Structures

    /// Members with commas or semicolons between them.
    private mutating func list() throws(Unreadable) -> ClosedForm {
        let members = try members()
        return members.count == 1 ? members[0] : .set(members)
    }

    private mutating func members() throws(Unreadable) -> [ClosedForm] {
        var members = [try union()]
        while skip(",") || skip(";") {
            // "1, 2, and 3" has two commas in a row by now.
            if peek() == "," { continue }
            members.append(try union())
        }
        return members
    }

    private mutating func union() throws(Unreadable) -> ClosedForm {
        var parts = [try relation()]
        while skip("∪") { parts.append(try relation()) }
        return parts.count == 1 ? parts[0] : .union(parts)
    }

    private mutating func relation() throws(Unreadable) -> ClosedForm {
        if let structure = try structure() { return structure }
        let left = try sum()
        guard let sign = peek(), "=<>≤≥≠∈".contains(sign) else { return .expression(left) }
        index += 1
        return .relation(
            left,
            sign,
            try nested { (parser) throws(Unreadable) in try parser.union() }
        )
    }

    /// A set, a tuple, an interval or a matrix; nil where an expression begins. A bracket opens a
    /// tuple when there is a comma before its end.
    private mutating func structure() throws(Unreadable) -> ClosedForm? {
        if skip("\\begin{") { return try matrix() }
        if skip("\\{") {
            let members = try nested { (parser) throws(Unreadable) in
                parser.peek() == "\\" && parser.isAtSetEnd ? [] : try parser.members()
            }
            try expect("\\}")
            return .set(members)
        }
        guard let open = peek(), open == "(" || open == "[", hasCommaBeforeEnd() else { return nil }
        index += 1
        let groupedOutside = groupsThousands
        groupsThousands = false
        defer { groupsThousands = groupedOutside }
        let members = try nested { (parser) throws(Unreadable) in try parser.members() }
        guard let close = peek(), close == ")" || close == "]" else { throw Unreadable() }
        index += 1
        return .tuple(open: open, members, close: close)
    }

    static let matrixNames: Set<String> = ["pmatrix", "bmatrix", "matrix", "Bmatrix"]

    private var isAtSetEnd: Bool { text[index...].starts(with: "\\}") }

    private func hasCommaBeforeEnd() -> Bool {
        var open = 0
        for character in text[index...] {
            switch character {
            case "(", "[", "{": open += 1
            case ")", "]", "}": open -= 1
            case "," where open == 1: return true
            default: break
            }
            if open == 0 { return false }
        }
        return false
    }

    /// From the environment's name on.
    private mutating func matrix() throws(Unreadable) -> ClosedForm {
        let name = String(text[index...].prefix { $0 != "}" })
        guard Self.matrixNames.contains(name) else { throw Unreadable() }
        index += name.count
        try expect("}")
        var rows: [[Expression]] = [[]]
        while !skip("\\end{\(name)}") {
            rows[rows.count - 1].append(try sum())
            if skip("&") { continue }
            if skip("⏎"), !text[index...].drop(while: \.isWhitespace).starts(with: "\\end") {
                rows.append([])
            }
        }
        return .matrix(rows)
    }
}
