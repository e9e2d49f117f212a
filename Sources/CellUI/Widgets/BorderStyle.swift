/// The characters of a box.
public struct BorderStyle: Hashable, Sendable {
    public var topLeft, topRight, bottomLeft, bottomRight: Character
    public var horizontal, vertical: Character

    /// - Parameters:
    ///   - corners: top left, top right, bottom left, bottom right.
    public init(
        corners: (Character, Character, Character, Character),
        sides: (Character, Character)
    ) {
        (topLeft, topRight, bottomLeft, bottomRight) = corners
        (horizontal, vertical) = sides
    }

    public static let rounded = BorderStyle(corners: ("╭", "╮", "╰", "╯"), sides: ("─", "│"))
    public static let plain = BorderStyle(corners: ("┌", "┐", "└", "┘"), sides: ("─", "│"))
    public static let heavy = BorderStyle(corners: ("┏", "┓", "┗", "┛"), sides: ("━", "┃"))
    public static let double = BorderStyle(corners: ("╔", "╗", "╚", "╝"), sides: ("═", "║"))
    public static let ascii = BorderStyle(corners: ("+", "+", "+", "+"), sides: ("-", "|"))
}
