extension String {
    /// Without space at either end.
    public var trimmed: String {
        // What begins and ends with visible ASCII, as most texts do, need not be taken apart.
        if let first = utf8.first, let last = utf8.last, first.isVisible, last.isVisible {
            return self
        }
        guard let start = firstIndex(where: { !$0.isWhitespace }),
            let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }
}

extension UInt8 {
    /// Whether it is an ASCII character that is neither space nor control.
    fileprivate var isVisible: Bool { (0x21...0x7E).contains(self) }
}
