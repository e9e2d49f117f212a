extension CaseIterable where Self: Equatable, AllCases == [Self] {
    /// The case behind it; the first behind the last.
    var successor: Self {
        let all = Self.allCases
        return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    }
}
