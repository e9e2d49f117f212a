extension String {
    /// The text as a YAML scalar in double quotes, on one line and in printable characters.
    var quotedForYAML: String {
        "\"" + unicodeScalars.map(\.escapedForYAML).joined() + "\""
    }
}

extension Unicode.Scalar {
    fileprivate var escapedForYAML: String {
        if self == "\"" || self == "\\" { return "\\\(self)" }
        if isHarmless { return String(self) }
        let digits = String(value, radix: 16, uppercase: true)
        return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
    }
}
