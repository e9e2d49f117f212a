internal import CNcurses

/// The size of a terminal's window, as far as it is drawn in.
struct WindowSize: Hashable {
    /// More rows, and more columns, than any screen has room for. A window that says it has tens of
    /// thousands would take gigabytes of cells, and ncurses counts them in 16 bits.
    static let limit: Int32 = 1_000

    let rows: Int32
    let columns: Int32
    /// Whether the window says that it is larger; what lies beyond is left alone.
    let isCut: Bool

    /// Nil for a window of no size, and for what is no terminal.
    init?(of descriptor: Int32) {
        var rows: Int32 = 0
        var columns: Int32 = 0
        guard podium_window_size(descriptor, &rows, &columns) == 0, rows > 0, columns > 0 else {
            return nil
        }
        self.rows = min(rows, Self.limit)
        self.columns = min(columns, Self.limit)
        isCut = rows > Self.limit || columns > Self.limit
    }
}
