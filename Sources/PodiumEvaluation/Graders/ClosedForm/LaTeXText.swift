/// An answer's text with what is only looks taken away.
struct LaTeXText {
    /// What the parser reads.
    let source: String
    /// The subscript of a number, which is its base.
    let base: String?
    /// Whether the answer is a word or a name, which must not be read as a product of letters.
    let isWords: Bool

    /// A longer answer is compared as text only.
    static let lengthLimit = 1_000

    init(_ text: String) {
        var text = AnswerText.undecorated(text)
        guard text.utf8.count <= Self.lengthLimit else {
            source = text.filter { !$0.isWhitespace }
            base = nil
            isWords = true
            return
        }
        for (mark, plain) in Self.spellings { text = text.replacing(mark, with: plain) }
        let (formula, words) = Self.splitWords(text)
        let hasFormula = formula.contains { $0.isLetter || $0.isNumber }
        text = hasFormula ? Self.withoutUnits(formula) : words
        (text, base) = Self.splitBase(text.trimmed)
        source = text
        isWords = !hasFormula || Self.isProse(text)
    }

    /// Equal for formulas that differ only in looks.
    var key: String { source.filter { !$0.isWhitespace } }

    /// Equal for words that differ only in looks: `(C)` and `c`.
    var wordKey: String { key.filter { !"(){}".contains($0) }.lowercased() }

    /// As a formula, with commas as separators and as signs of thousands.
    var readings: [ClosedForm] {
        guard !isWords else { return [] }
        return [false, true].compactMap { groups in
            if groups, !source.contains(",") { return nil }
            return ClosedFormParser.parse(source, groupsThousands: groups)
        }
    }

    /// In this order: longer marks stand before those that they begin with.
    private static let spellings: [(String, String)] = [
        ("\\\\", "⏎"), ("\\(", ""), ("\\)", ""), ("\\left", ""), ("\\right", ""), ("\\bigl", ""),
        ("\\bigr", ""),
        ("\\big", ""),
        ("\\dfrac", "\\frac"), ("\\tfrac", "\\frac"), ("\\cfrac", "\\frac"),
        ("\\displaystyle", ""), (",\\! ", ""), (",\\!", ""), ("{,}", ""), ("{}", ""), ("\\!", ""),
        ("\\,", " "), ("\\;", " "),
        ("\\:", " "), ("\\ ", " "), ("\\quad", " "), ("~", " "), ("\\$", ""), ("$", ""),
        ("\\%", ""), ("%", ""), ("^{\\circ}", ""), ("^\\circ", ""), ("\\degree", ""), ("°", ""),
        ("\\cdot", "*"), ("\\times", "*"), ("×", "*"), ("·", "*"), ("**", "^"), ("−", "-"),
        ("÷", "/"), ("\\div", "/"), ("\\infty", "∞"), ("\\pi", "π"), ("√", "\\sqrt"),
        ("\\leq", "≤"), ("\\le", "≤"), ("<=", "≤"), ("\\geq", "≥"), ("\\ge", "≥"), (">=", "≥"),
        ("\\neq", "≠"), ("\\ne", "≠"), ("\\lt", "<"), ("\\gt", ">"), ("\\in ", "∈"), ("\\in", "∈"),
        ("\\cup", "∪"), ("\\pm", "±"), ("\\lbrace", "\\{"), ("\\rbrace", "\\}"),
        ("\\langle", "("), ("\\rangle", ")"), ("\\lvert", "|"), ("\\rvert", "|"), ("\\vert", "|"),
        ("\\mathbf", ""), ("\\boldsymbol", ""), ("\\operatorname", ""), ("\\colon", ":"),
    ]

    private static let wordCommands = [
        "\\text", "\\textbf", "\\textit", "\\mathrm", "\\mbox", "\\rm",
    ]

    /// The formula, where "and" and "or" have become commas and other words a space, and the words
    /// alone.
    private static func splitWords(_ text: String) -> (formula: String, words: String) {
        var formula = ""
        var words = ""
        var rest = text[...]
        while let first = rest.first {
            let command = wordCommands.first { rest.hasPrefix($0 + "{") }
            guard let command, let end = rest.firstIndex(of: "}") else {
                formula.append(first)
                words.append(first)
                rest = rest.dropFirst()
                continue
            }
            let word = rest[..<end].dropFirst(command.count + 1)
            words += word
            formula += ["and", "or"].contains(word.trimmed) ? "," : " "
            rest = rest[end...].dropFirst()
            // The exponent of a unit: `\text{cm}^2`.
            if rest.hasPrefix("^") {
                rest = rest.dropFirst()
                rest = rest.hasPrefix("{") ? rest.drop { $0 != "}" }.dropFirst() : rest.dropFirst()
            }
        }
        return (formula.trimmed, words)
    }

    /// Words that a plain text has after its number: `10 square inches`.
    private static func withoutUnits(_ formula: String) -> String {
        var words = formula.split(whereSeparator: \.isWhitespace)
        let isSentence = words.contains { $0 == "and" || $0 == "or" }
        if isSentence {
            return words.map { $0 == "and" || $0 == "or" ? "," : String($0) }.joined(separator: " ")
        }
        while words.count > 1, let last = words.last, units.contains(last.lowercased()) {
            words.removeLast()
        }
        return words.joined(separator: " ")
    }

    private static let units: Set<String> = [
        "cm", "mm", "km", "inch", "inches", "ft", "feet", "foot", "miles", "mile", "mph",
        "meters", "metres", "meter", "yards", "square", "cubic", "sq", "units", "unit", "degrees",
        "degree", "radians", "dollars", "dollar", "cents", "percent", "hours", "hour", "minutes",
        "minute", "seconds", "days", "years", "kg", "grams", "pounds", "people", "students",
        "ways", "cm^2", "cm^3", "m^2", "m^3", "cm²", "m²",
    ]

    /// Takes the base from `2516_8` or `2516_{8}`.
    private static func splitBase(_ text: String) -> (String, String?) {
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].allSatisfy({ $0.isNumber }), !parts[0].isEmpty else {
            return (text, nil)
        }
        let base = parts[1].filter { !"{} ".contains($0) }
        guard !base.isEmpty, base.allSatisfy(\.isNumber) else { return (text, nil) }
        return (String(parts[0]), base)
    }

    /// Four or more letters in a row that are no function's name make a word.
    private static func isProse(_ text: String) -> Bool {
        var run = ""
        var isCommand = false
        for character in text + " " {
            if character.isLetter, character.isASCII {
                run.append(character)
                continue
            }
            if run.count >= 4, !isCommand, !FunctionName.isKnown(run) { return true }
            run = ""
            isCommand = character == "\\"
        }
        return false
    }
}
