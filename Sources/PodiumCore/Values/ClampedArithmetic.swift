/// Results at the nearest end of the range when they do not fit: figures from outside never trap.
extension FixedWidthInteger where Self: SignedInteger {
    public func addingClamped(_ other: Self) -> Self {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? end : sum
    }

    public func subtractingClamped(_ other: Self) -> Self {
        let (difference, overflow) = subtractingReportingOverflow(other)
        return overflow ? end : difference
    }

    public func multipliedClamped(by other: Self) -> Self {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? (self ^ other).end : product
    }

    /// The end of the range on this number's side of zero; no branch, for sums of many figures.
    private var end: Self { self &>> (Self.bitWidth - 1) ^ .max }
}
