/// The prices that come with the program, a vendor a file, in Podium's own format (docs/prices.md).
///
/// They stand in the source so that the program needs no file to find them. To bring a vendor's up to
/// date: `podium prices update --from FILE`, then `podium prices list --vendor V --json`.
enum ShippedPrices {
    static let documents = [
        anthropic, azure, deepSeek, gemini, groq, mistral, openAI, openRouter, together, xai,
    ]
}

extension PriceList {
    /// The prices that come with the program.
    public static let shipped: PriceList = ShippedPrices.documents.reduce(into: PriceList()) {
        list,
        document in
        guard let file = try? PodiumPriceReader.read(Array(document.utf8)) else { return }
        list = list.merging(file.list)
    }
}
