extension String {
    /// The text as a message may show it: on one line, without control characters or marks that
    /// change the direction of writing, and at most `limit` characters long.
    func printable(limit: Int = 48) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars.prefix(limit * 8) {
            scalars.append(scalar.isHarmless ? scalar : "\u{FFFD}")
        }
        let text = String(scalars)
        return text.count > limit ? text.prefix(limit - 1) + "…" : text
    }

    /// The text in quotes, or a remark in its place when it may be a secret.
    var quotedForMessage: String {
        SecretGuard.mayHoldSecret(self)
            ? "a text that is not shown, as it may be a secret" : "\"\(printable())\""
    }
}

extension Unicode.Scalar {
    /// Neither a control character nor a line separator nor a bidirectional control.
    var isHarmless: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .format, .unassigned: false
        default: true
        }
    }
}

/// `a`, `a and b`, `a, b and c`; a long list is cut short.
func enumeration(_ items: [String], last: String = "and", limit: Int = 12) -> String {
    guard items.count <= limit else {
        return items.prefix(limit).joined(separator: ", ") + ", …"
    }
    guard let final = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(last) \(final)"
}
