import PodiumEvaluation

extension Chart {
    /// Nine invented conductors: what they cost an item and how much they get right.
    static let scatter: Chart = {
        let names = [
            "cheapest", "dearest", "random", "learned small", "learned large", "oracle", "cascade",
            "vote of three", "router",
        ]
        let costs = [0.0004, 0.021, 0.0052, 0.0021, 0.0034, 0.0019, 0.0047, 0.063, 0.0028]
        let shares = [41.5, 78.2, 60.1, 71.0, 76.4, 88.3, 73.9, 81.0, 70.2]
        return Chart(
            title: "Accuracy by cost",
            x: Axis("cost an item", unit: "$", scale: .logarithmic),
            y: Axis("right answers", unit: "%"),
            series: names.indices.map { place in
                let share = shares[place]
                return Series(
                    names[place],
                    style: .points,
                    points: [
                        Point(
                            costs[place],
                            share,
                            interval: ConfidenceInterval(
                                lower: share - 2.5,
                                upper: share + 2.5,
                                level: 0.95
                            ),
                            name: names[place]
                        )
                    ]
                )
            }
        )
    }()

    /// Five invented learning curves.
    static let curves = Chart(
        title: "Reward while learning",
        x: Axis("step"),
        y: Axis("mean reward"),
        series: ["plain", "with baseline", "clipped", "small batch", "large batch"].enumerated().map
        {
            place,
            name in
            Series(
                name,
                points: (0...100).map { step in
                    let way = Double(step) / (Double(step) + 8 + 9 * Double(place))
                    let noise = Double((step * 37 + place * 11) % 13 - 6) * 0.004
                    return Point(
                        Double(step * 20),
                        0.35 + (0.5 - 0.04 * Double(place)) * way + noise
                    )
                }
            )
        }
    )
}
