import PodiumPrices
import PodiumStudio

/// The user's own price list.
struct PricesCheck {
    let places: PlaceOptions

    var findings: [Finding] {
        do {
            let prices = try UserPrices(places: places.resolved)
            let own = try prices.own()
            return own.isEmpty
                ? [.good("prices", "those that come with Podium")]
                : [.good("prices", "\(own.models.count) of your own in \(prices.path)")]
        } catch {
            return [
                .problem(
                    "prices",
                    "\(error)",
                    fix: "Correct the file, or remove it to go by the prices that come with Podium."
                )
            ]
        }
    }
}
