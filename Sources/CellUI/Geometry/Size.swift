/// An extent in cells. Never negative.
public struct Size: Hashable, Sendable {
    public var width: Int { didSet { width = max(0, width) } }
    public var height: Int { didSet { height = max(0, height) } }

    public init(width: Int, height: Int) {
        self.width = max(0, width)
        self.height = max(0, height)
    }

    public static let zero = Size(width: 0, height: 0)

    /// True when there is no cell in it.
    public var isEmpty: Bool { width == 0 || height == 0 }
}
