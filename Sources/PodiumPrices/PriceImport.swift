/// What was read from a file of prices.
public struct PriceImport: Hashable, Sendable {
    /// The kinds of files that are recognized.
    public enum Format: String, Hashable, Sendable {
        /// Podium's own (docs/prices.md).
        case podium = "Podium"
        /// LiteLLM's `model_prices_and_context_window.json`.
        case liteLLM = "LiteLLM"
        /// genai-prices' `data.json` and `data_slim.json`: an array of providers, or an object with
        /// one.
        case genAI = "genai-prices"
    }

    /// Something that cannot be a price.
    public struct Refusal: Hashable, Sendable {
        public var model: String
        /// What is wrong, and where in the model's entry.
        public var reason: String
    }

    public var format: Format
    public var list: PriceList
    public var refusals: [Refusal]
    /// Entries of vendors that Podium does not know, and of models that do not chat.
    public var skipped: Int

    init(_ builder: PriceListBuilder, format: Format) {
        self.format = format
        list = builder.list
        refusals = builder.refusals
        skipped = builder.skipped
    }
}

/// Why a file of prices could not be read at all: what, where, and how to mend it.
public struct PriceFileError: Error, Hashable, CustomStringConvertible {
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
