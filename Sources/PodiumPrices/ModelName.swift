/// Under which names a model may be listed.
///
/// Vendors sell dated versions of a model at the price of the model: `gpt-5.4-2026-03-05`,
/// `claude-haiku-4-5@20251001`, `mistral-small-latest`. Nothing else is taken away: a name that
/// merely begins alike (`gpt-5.4-mini`) is another model with another price.
enum ModelName {
    /// The names to look for, the very name first.
    static func candidates(for model: String, at vendor: PriceVendor) -> [String] {
        var name = model
        // Gemini's API lists its models by their resource names.
        if vendor == .gemini, name.hasPrefix("models/") { name.removeFirst("models/".count) }
        guard let base = base(of: name) else { return [name] }
        return [name, base]
    }

    /// The name without a date or `latest` at its end; nil when it has neither.
    static func base(of name: String) -> String? {
        let bytes = Array(name.utf8)
        for length in [7, 9, 11] where bytes.count > length {
            let start = bytes.count - length
            let isSeparated = bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: "@")
            guard isSeparated, isVersion(bytes[(start + 1)...]) else { continue }
            return String(decoding: bytes[..<start], as: UTF8.self)
        }
        return nil
    }

    /// `latest`, `20260317` or `2026-03-17`.
    private static func isVersion(_ bytes: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        if text.lowercased() == "latest" { return true }
        if PriceDay(text) != nil { return true }
        guard bytes.count == 8 else { return false }
        let parts = [bytes.prefix(4), bytes.dropFirst(4).prefix(2), bytes.suffix(2)]
        let spelled = parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
        return PriceDay(spelled) != nil
    }
}
