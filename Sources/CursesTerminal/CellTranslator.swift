internal import CNcurses
internal import CellUI

/// Turns cells into what ncurses and the terminal both take for as many columns.
///
/// ncurses asks the C library how wide a character is, terminals have their own mind about
/// sequences of emoji, and a disagreement would shift the rest of the line. So a cell is written
/// by its base character with the marks on it; what only some terminals join (joiners, skin
/// tones, presentation selectors) is left out, and columns the base does not fill are blanks.
struct CellTranslator {
    let unicode: Bool

    /// A character with the marks on it, ended by 0, as long as a cell of ncurses allows.
    typealias Text = (wchar_t, wchar_t, wchar_t, wchar_t, wchar_t, wchar_t)

    private static let marksAtMost = 4
    private static let blank: Text = (0x20, 0, 0, 0, 0, 0)
    private static let unknown: Unicode.Scalar = "\u{FFFD}"

    /// Calls `emit` for each character to write; together they take the cell's columns.
    @inline(__always)
    func translate(_ cell: Cell, emit: (Text) -> Void) {
        if let scalar = cell.scalar {
            if scalar.value < 0x7F {
                emit((wchar_t(scalar.value), 0, 0, 0, 0, 0))
                return
            }
            translate(scalar, marks: [], width: cell.width, emit: emit)
        } else {
            translateCluster(cell, emit: emit)
        }
    }

    private func translateCluster(_ cell: Cell, emit: (Text) -> Void) {
        let scalars = Array(cell.text.unicodeScalars)
        guard let base = scalars.first else {
            emit(Self.blank)
            return
        }
        if scalars.count == 2, cell.width == 2, isRegionalIndicator(base), unicode {
            // The two halves of a flag: one column each, joined by the terminals that do.
            emit((wchar_t(base.value), 0, 0, 0, 0, 0))
            emit((wchar_t(scalars[1].value), 0, 0, 0, 0, 0))
            return
        }
        let marks = scalars.dropFirst().filter { isMark($0) }.prefix(Self.marksAtMost)
        translate(base, marks: Array(marks), width: cell.width, emit: emit)
    }

    private func translate(
        _ base: Unicode.Scalar,
        marks: [Unicode.Scalar],
        width: Int,
        emit: (Text) -> Void
    ) {
        guard unicode else {
            emit((wchar_t(AsciiFallback.character(for: base).value), 0, 0, 0, 0, 0))
            if width == 2 { emit(Self.blank) }
            return
        }
        let known = Int(podium_character_width(base.value))
        guard known == width || (known == 1 && width == 2) else {
            emit((wchar_t(Self.unknown.value), 0, 0, 0, 0, 0))
            if width == 2 { emit(Self.blank) }
            return
        }
        func mark(_ index: Int) -> wchar_t { index < marks.count ? wchar_t(marks[index].value) : 0 }
        emit((wchar_t(base.value), mark(0), mark(1), mark(2), mark(3), 0))
        if known < width { emit(Self.blank) }
    }

    private func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
        (0x1F1E6...0x1F1FF).contains(scalar.value)
    }

    /// A mark that sits on its base in every terminal.
    private func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark:
            !scalar.properties.isVariationSelector && podium_character_width(scalar.value) == 0
        default:
            // The vowels and finals of Hangul written in parts.
            (0x1160...0x11FF).contains(scalar.value)
        }
    }
}
