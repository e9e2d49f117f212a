/// One cell of a screen: what stands in it and how it looks. Sixteen bytes, compared and copied
/// as such.
public struct Cell: Hashable, Sendable {
    /// Bits 0–20 a scalar, or with `clusterFlag` an index into `ClusterTable`; then the flags.
    private var content: UInt32
    public var style: Style

    /// A blank cell.
    public init(style: Style = .plain) {
        content = 0x20
        self.style = style
    }

    private init(content: UInt32, style: Style) {
        self.content = content
        self.style = style
    }

    private static let wideFlag: UInt32 = 1 << 29
    private static let continuationFlag: UInt32 = 1 << 30
    private static let clusterFlag: UInt32 = 1 << 31
    private static let valueMask: UInt32 = 1 << 21 - 1

    /// What the cell shows: one glyph, or nothing in the right half of a wide one. Never a control
    /// character.
    public var text: String {
        if isContinuation { return "" }
        if content & Self.clusterFlag != 0 {
            return ClusterTable.shared.text(at: content & Self.valueMask)
        }
        return Unicode.Scalar(content & Self.valueMask).map { String($0) } ?? " "
    }

    /// The scalar when it is the whole glyph; nil in a continuation and for clusters.
    public var scalar: Unicode.Scalar? {
        content & (Self.clusterFlag | Self.continuationFlag) == 0
            ? Unicode.Scalar(content & Self.valueMask) : nil
    }

    /// The right half of the wide glyph to its left.
    public var isContinuation: Bool { content & Self.continuationFlag != 0 }

    /// True in the left half of a wide glyph.
    public var isWide: Bool { content & Self.wideFlag != 0 }

    /// The columns the glyph takes: 2, 1, or 0 in a continuation.
    public var width: Int { isContinuation ? 0 : isWide ? 2 : 1 }

    /// True for a space of one column.
    public var isBlank: Bool { content == 0x20 }
}

extension Cell {
    /// A cell with a printable scalar of that width.
    @inline(__always)
    init(scalar: Unicode.Scalar, width: Int, style: Style) {
        self.init(content: scalar.value | (width == 2 ? Self.wideFlag : 0), style: style)
    }

    init(glyph: Glyph, style: Style) {
        let scalars = glyph.text.unicodeScalars
        let wide = glyph.width == 2 ? Self.wideFlag : 0
        if let first = scalars.first, scalars.count == 1 {
            self.init(content: first.value | wide, style: style)
        } else if let index = ClusterTable.shared.index(of: glyph.text) {
            self.init(content: index | Self.clusterFlag | wide, style: style)
        } else {
            self.init(content: (scalars.first?.value ?? 0x20) | wide, style: style)
        }
    }

    @inline(__always)
    static func continuation(style: Style) -> Cell {
        Cell(content: 0x20 | continuationFlag, style: style)
    }
}
