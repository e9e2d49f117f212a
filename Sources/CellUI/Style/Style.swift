/// The look of a cell: two colours and the attributes, packed into one word so that comparing
/// and copying a screen is cheap.
///
/// ```swift
/// let warning = Style(foreground: .indexed(3)).bold()
/// ```
public struct Style: Hashable, Sendable {
    /// Bits 0–25 the foreground, 26–51 the background, 52–57 the attributes. It identifies the
    /// style: equal styles have equal bits.
    public private(set) var bits: UInt64

    public init(
        foreground: Color = .terminalDefault,
        background: Color = .terminalDefault,
        attributes: Attributes = []
    ) {
        bits =
            foreground.packed | background.packed << 26 | UInt64(attributes.rawValue & 63) << 52
    }

    /// The terminal's own colours, no attributes.
    public static let plain = Style()

    public var foreground: Color {
        get { Color(packed: bits & Self.colorMask) }
        set { bits = bits & ~Self.colorMask | newValue.packed }
    }

    public var background: Color {
        get { Color(packed: bits >> 26 & Self.colorMask) }
        set { bits = bits & ~(Self.colorMask << 26) | newValue.packed << 26 }
    }

    public var attributes: Attributes {
        get { Attributes(rawValue: UInt8(truncatingIfNeeded: bits >> 52)) }
        set { bits = bits & (1 << 52 - 1) | UInt64(newValue.rawValue & 63) << 52 }
    }

    private static let colorMask: UInt64 = 1 << 26 - 1
}

/// Variations of a style.
extension Style {
    public func with(foreground: Color) -> Style {
        var copy = self
        copy.foreground = foreground
        return copy
    }

    public func with(background: Color) -> Style {
        var copy = self
        copy.background = background
        return copy
    }

    public func with(attributes: Attributes) -> Style {
        var copy = self
        copy.attributes = attributes
        return copy
    }

    /// The style with these attributes besides its own.
    public func adding(_ attributes: Attributes) -> Style {
        with(attributes: self.attributes.union(attributes))
    }

    public func bold() -> Style { adding(.bold) }
    public func dim() -> Style { adding(.dim) }
    public func italic() -> Style { adding(.italic) }
    public func underline() -> Style { adding(.underline) }
    public func reverse() -> Style { adding(.reverse) }
    public func strikethrough() -> Style { adding(.strikethrough) }

    /// This style's background under the other's foreground and attributes.
    public func overlaid(by other: Style) -> Style {
        other.with(background: other.background == .terminalDefault ? background : other.background)
    }
}
