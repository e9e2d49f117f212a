/// Something that draws itself into a rectangle of a buffer. Widgets are values; they never touch
/// the terminal, and draw at any size, also at none.
public protocol Widget {
    func render(in rect: Rect, into buffer: inout CellBuffer, theme: Theme)
}
