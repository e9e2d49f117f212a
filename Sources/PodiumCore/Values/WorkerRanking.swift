extension [Worker] {
    /// Positions from the worker to trust most: those tagged `strongest`, then those sold for money
    /// from the dearest on, then the others in the pool's order.
    public var byStrength: [Int] {
        let tagged = indices.filter { self[$0].tags.contains("strongest") }
        let others = indices.filter { !tagged.contains($0) }
        let sold = others.filter { dollars(of: $0) != nil }
            .sorted { (dollars(of: $1) ?? 0, $0) < (dollars(of: $0) ?? 0, $1) }
        return tagged + sold + others.filter { dollars(of: $0) == nil }
    }

    /// Positions from the cheapest output on: those sold for money, then those that cost nominal
    /// units, then those of unknown price. Units are no money, so the two are not compared.
    public var byPrice: [Int] {
        let sold = indices.filter { dollars(of: $0) != nil }
            .sorted { (dollars(of: $0) ?? 0, $0) < (dollars(of: $1) ?? 0, $1) }
        let nominal = indices.filter { self[$0].isSpecialist }
            .sorted { (self[$0].price?.output ?? 0, $0) < (self[$1].price?.output ?? 0, $1) }
        return sold + nominal + indices.filter { self[$0].price == nil }
    }

    /// The position of the worker to trust most among those allowed.
    func strongest(where isAllowed: (Worker) -> Bool) -> Int? {
        byStrength.first { isAllowed(self[$0]) }
    }

    private func dollars(of position: Int) -> Int64? {
        guard let price = self[position].price, price.currency == .usd else { return nil }
        return price.output
    }
}

extension Worker {
    /// Whether it works in process, paid in nominal units: narrow, and no language model.
    public var isSpecialist: Bool { price?.currency == .nominal }
}
