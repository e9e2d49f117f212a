import CPrices

/// The prices that come with the program, a vendor a file (`Sources/CPrices/vendors`), in Podium's
/// own format (docs/prices.md).
///
/// The build puts them into the program, so that it needs no file to find them. To bring a vendor's
/// up to date: `podium prices update --from FILE`, then `podium prices list --vendor V --json`.
enum ShippedPrices {
    static let documents: [[UInt8]] = (0...).lazy.map { cprices_document($0) }
        .prefix { $0.bytes != nil }
        .map { Array(UnsafeBufferPointer(start: $0.bytes, count: $0.count)) }
}

extension PriceList {
    /// The prices that come with the program.
    public static let shipped: PriceList = ShippedPrices.documents.reduce(into: PriceList()) {
        list,
        document in
        guard let file = try? PodiumPriceReader.read(document) else { return }
        list = list.merging(file.list)
    }
}
