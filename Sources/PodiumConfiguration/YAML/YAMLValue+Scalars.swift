internal import Yams

extension YAMLValue {
    /// The scalar's text whatever it looks like; nil for lists and mappings.
    var scalarText: String? {
        guard case .scalar(let scalar) = node else { return nil }
        return scalar.string
    }

    /// The text of a scalar that is not in quotes; numbers and booleans are written so.
    private var plainText: String? {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return nil }
        return scalar.string
    }

    /// A text with more in it than blanks.
    func string(_ expected: String = "a text") throws(ConfigurationError) -> String {
        guard nonNull != nil, let text = scalarText, !text.allSatisfy(\.isWhitespace) else {
            throw unexpected(expected)
        }
        return text
    }

    func bool() throws(ConfigurationError) -> Bool {
        switch plainText {
        case "true", "True", "TRUE": return true
        case "false", "False", "FALSE": return false
        default: throw unexpected("true or false")
        }
    }

    func integer(
        in range: ClosedRange<Int>,
        _ what: String = "a whole number"
    ) throws(ConfigurationError) -> Int {
        guard let number = plainInteger, range.contains(number) else {
            throw unexpected("\(what) from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// The number, if the value is one and not in quotes. `20_000` is one too.
    var plainInteger: Int? {
        plainText.flatMap { Int($0.filter { $0 != "_" }) }
    }

    func number(
        in range: ClosedRange<Double>,
        _ expected: String
    ) throws(ConfigurationError) -> Double {
        // `Double` also reads `inf`, `nan` and hexadecimal; none of these is meant.
        guard let text = plainText?.filter({ $0 != "_" }),
            text.allSatisfy({ "0123456789.eE+-".contains($0) }),
            let number = Double(text), range.contains(number)
        else { throw unexpected(expected) }
        return number
    }

    /// One of the cases of `Choice`.
    func choice<Choice: FieldKey>(of type: Choice.Type) throws(ConfigurationError) -> Choice {
        if let choice = scalarText.flatMap(Choice.init(rawValue:)) { return choice }
        let names = type.allCases.map(\.rawValue)
        let nearest = scalarText.flatMap { Suggestion.nearest(to: $0, among: names) }
        throw unexpected(
            enumeration(names, last: "or"),
            advice: nearest.map { "Did you mean `\($0)`?" }
        )
    }

    /// Such as `500ms`, `10s`, `1m30s`, `2h`; more than nothing and at most a day.
    func duration() throws(ConfigurationError) -> Duration {
        guard let duration = scalarText.flatMap(Self.duration), duration > .zero,
            duration <= .seconds(86_400)
        else { throw unexpected("a time such as 500ms, 10s or 1m30s, at most 24h") }
        return duration
    }

    var isZeroDuration: Bool {
        plainInteger == 0 || scalarText.flatMap(Self.duration) == .zero
    }

    private static func duration(of text: String) -> Duration? {
        guard !text.isEmpty else { return nil }
        var rest = text[...]
        var sum = Duration.zero
        while !rest.isEmpty {
            let digits = rest.prefix { ("0"..."9").contains($0) }
            rest = rest.dropFirst(digits.count)
            let unit = rest.prefix { ("a"..."z").contains($0) }
            rest = rest.dropFirst(unit.count)
            // More digits than a day has milliseconds are out of range anyway.
            guard digits.count <= 8, let number = Int(digits) else { return nil }
            switch unit {
            case "ms": sum += .milliseconds(number)
            case "s": sum += .seconds(number)
            case "m": sum += .seconds(number * 60)
            case "h": sum += .seconds(number * 3600)
            default: return nil
            }
        }
        return sum
    }
}
