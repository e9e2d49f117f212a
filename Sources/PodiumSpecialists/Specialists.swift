public import PodiumCore

/// The embedded pool.
public enum Specialists {
    /// Every specialist, in the order in which the pool lists them.
    public static let all: [any Specialist] = [
        Reckoner(), Algebraist(), Searcher(), Logician(), Linguist(), Calendarist(), Guesser(),
        Checker(), Merger(),
    ]

    /// The specialists as workers of a pool.
    public static let workers: [Worker] = all.map(\.descriptor)

    /// The specialist that serves the model of this name, if there is one.
    public static func specialist(model: String) -> (any Specialist)? {
        all.first { $0.descriptor.model == model }
    }

    /// A descriptor with what all specialists have in common.
    ///
    /// - Parameters:
    ///   - input: nominal units per million tokens read.
    ///   - output: nominal units per million tokens written.
    static func descriptor(
        _ name: String,
        strengths: String,
        tags: [String],
        input: Double,
        output: Double
    ) -> Worker {
        Worker(
            name: name,
            provider: SpecialistProvider.name,
            model: name,
            strengths: strengths,
            tags: ["embedded"] + tags,
            price: Price(
                currency: .nominal,
                input: Price.picounits(perMillion: input),
                output: Price.picounits(perMillion: output)
            ),
            isLocal: true
        )
    }
}
