/// A direction in which rectangles are divided.
public enum Axis: Hashable, Sendable {
    case horizontal
    case vertical
}
