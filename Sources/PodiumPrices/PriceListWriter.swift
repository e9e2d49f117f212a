import PodiumCore

extension PriceList {
    /// The list in Podium's own format: sorted, a line a price, so that two of them can be compared
    /// line by line.
    public var json: String {
        let models = models.map(Self.text(of:)).joined(separator: ",\n")
        return """
            {"format": "\(PodiumPriceReader.formatName)", "version": \(PodiumPriceReader.version), \
            "models": [
            \(models)
            ]}

            """
    }

    private static func text(of model: ModelPrices) -> String {
        let head = [
            #""vendor": \#(JSONText.quoted(model.vendor.rawValue))"#,
            #""model": \#(JSONText.quoted(model.model))"#,
            #""source": \#(JSONText.quoted(model.source.name))"#,
            #""read": \#(JSONText.quoted(model.source.read.description))"#,
        ]
        let rows = model.rates.flatMap(Self.rows(of:)).map { "  \($0)" }
        return "{\(head.joined(separator: ", ")), \"prices\": [\n"
            + rows.joined(separator: ",\n") + "\n]}"
    }

    /// A price, and a row for each of its context tiers.
    private static func rows(of rate: ModelPrices.Rate) -> [String] {
        var head: [String] = []
        if rate.tier != .standard { head.append(#""tier": "\#(rate.tier.rawValue)""#) }
        if let start = rate.start { head.append(#""from": "\#(start)""#) }
        let tiers = (rate.price.contextTiers ?? []).map { tier in
            "{\((head + [#""above": \#(tier.above)"#] + figures(tier)).joined(separator: ", "))}"
        }
        let base = rate.price.rates(forInput: 0)
        return ["{\((head + figures(base)).joined(separator: ", "))}"] + tiers
    }

    /// What is not written costs what it does without being written.
    private static func figures(_ rates: Price.ContextTier) -> [String] {
        var figures = [
            #""input": \#(PriceText.perMillion(rates.input))"#,
            #""output": \#(PriceText.perMillion(rates.output))"#,
        ]
        func add(_ name: String, _ rate: Int64, unless usual: Int64) {
            if rate != usual { figures.append(#""\#(name)": \#(PriceText.perMillion(rate))"#) }
        }
        add("cacheRead", rates.cacheRead, unless: rates.input)
        add("cacheWriteShort", rates.cacheWriteShort, unless: rates.input)
        add("cacheWriteLong", rates.cacheWriteLong, unless: rates.cacheWriteShort)
        return figures
    }
}

/// Prices as people read them.
public enum PriceText {
    /// Picounits a token as US dollars per million tokens, exactly: `0.25`.
    public static func perMillion(_ picounits: Int64) -> String {
        let (whole, rest) = picounits.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        let sign = picounits < 0 ? "-" : ""
        guard rest > 0 else { return "\(sign)\(whole)" }
        var digits = String(rest)
        digits = String(repeating: "0", count: 6 - digits.count) + digits
        while digits.hasSuffix("0") { digits.removeLast() }
        return "\(sign)\(whole).\(digits)"
    }
}

private enum JSONText {
    /// A JSON string (RFC 8259).
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                result += "\\\(scalar)"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
