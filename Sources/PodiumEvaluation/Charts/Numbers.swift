internal import Foundation

extension Double {
    /// Rounded to this many decimals, without an exponent where it has at most 18 digits.
    public func fixed(_ decimals: Int) -> String {
        guard isFinite else { return "\(self)" }
        let decimals = Swift.min(Swift.max(decimals, 0), 17)
        let scaled = (magnitude * pow(10, Double(decimals))).rounded()
        guard scaled < 1e18 else { return "\(self)" }
        var digits = String(Int(scaled))
        digits = String(repeating: "0", count: Swift.max(0, decimals + 1 - digits.count)) + digits
        if decimals > 0 {
            digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
        }
        return self < 0 && scaled > 0 ? "-" + digits : digits
    }

    /// With four significant digits and no needless zeros.
    var short: String {
        guard isFinite, self != 0 else { return isFinite ? "0" : "\(self)" }
        guard (1e-6..<1e15).contains(magnitude) else { return "\(self)" }
        let decimals = Swift.max(0, 3 - Int(log10(magnitude).rounded(.down)))
        var text = fixed(decimals)
        guard text.contains(".") else { return text }
        while text.hasSuffix("0") { text.removeLast() }
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
}

/// A text in one line that a terminal and an XML reader take as it is: controls, breaks of lines
/// and noncharacters become spaces.
func plainLine(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: " "
        default: scalar.value & 0xFFFE == 0xFFFE ? " " : scalar
        }
    }
    return String(String.UnicodeScalarView(scalars))
}
