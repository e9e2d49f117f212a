extension Sequence<UInt8> {
    /// A 64-bit hash that is the same in every process and on every machine: FNV-1a (Fowler, Noll and
    /// Vo; draft-eastlake-fnv). Not for secrets.
    ///
    /// - Parameter state: a hash to go on from.
    public func fnv1a(from state: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
        reduce(state) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}

extension UInt64 {
    /// As 16 hexadecimal digits.
    public var hexadecimal: String {
        let digits = String(self, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
