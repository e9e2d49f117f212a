extension Sequence {
    /// The elements that no other beats: none is at least as accurate for at most the cost and
    /// better in one of both. Cheapest first. Elements without finite figures are left out.
    public func paretoFront(
        cost: (Element) -> Double,
        accuracy: (Element) -> Double
    ) -> [Element] {
        var candidates: [(element: Element, cost: Double, accuracy: Double)] = []
        for element in self {
            let candidate = (element, cost(element), accuracy(element))
            if candidate.1.isFinite, candidate.2.isFinite { candidates.append(candidate) }
        }
        candidates.sort { $0.cost == $1.cost ? $0.accuracy > $1.accuracy : $0.cost < $1.cost }
        var front: [Element] = []
        var best: (cost: Double, accuracy: Double)?
        for (element, cost, accuracy) in candidates {
            if let best, accuracy <= best.accuracy, (cost, accuracy) != best { continue }
            front.append(element)
            best = (cost, accuracy)
        }
        return front
    }
}

extension Double {
    /// How far this lies on the way from one figure to another: 0 at `start`, 1 at `end`, beyond
    /// both outside of them. For how much of the gap between a baseline and an oracle is closed.
    /// Nil when there is no way, or a figure is not finite.
    public func shareOfTheWay(from start: Double, to end: Double) -> Double? {
        let share = (self - start) / (end - start)
        return start != end && share.isFinite && (end - start).isFinite ? share : nil
    }
}
