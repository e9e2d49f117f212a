extension Double {
    /// How far this lies on the way from one figure to another: 0 at `start`, 1 at `end`, beyond
    /// both outside of them. For how much of the gap between a baseline and an oracle is closed.
    /// Nil when there is no way, or a figure is not finite.
    public func shareOfTheWay(from start: Double, to end: Double) -> Double? {
        let share = (self - start) / (end - start)
        return start != end && share.isFinite && (end - start).isFinite ? share : nil
    }
}
