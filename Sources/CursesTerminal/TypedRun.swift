internal import CellUI

/// Characters, line ends and tabs that came in one read, with no other key between them.
///
/// Terminals and multiplexers without bracketed paste send a pasted text like this. Nobody types a line
/// end or a tab between other characters within one read, so there they are text, and the last line end
/// with them: a question of several lines is not asked by its first. A single line with a line end
/// behind it is what was typed ahead, and the line end is Enter.
struct TypedRun {
    private var scalars = String.UnicodeScalarView()

    mutating func append(_ scalar: Unicode.Scalar) { scalars.append(scalar) }

    /// What it comes to; it is empty afterwards.
    mutating func take() -> [InputEvent] {
        guard !scalars.isEmpty else { return [] }
        defer { scalars = String.UnicodeScalarView() }
        let text = String(scalars)
        guard let first = text.firstIndex(where: { !$0.isBreak }),
            let last = text.lastIndex(where: { !$0.isBreak })
        else { return keys(text[...]) }
        if text[first...last].contains(where: \.isBreak) { return [.text(text.withLineEnds)] }
        return keys(text[..<first]) + typed(text[first...last])
            + keys(text[text.index(after: last)...])
    }

    private func typed(_ text: Substring) -> [InputEvent] {
        if let character = text.first, text.dropFirst().isEmpty {
            return [.key(.character(character))]
        }
        return [.text(String(text))]
    }

    /// Line ends and tabs as the keys they are.
    private func keys(_ text: Substring) -> [InputEvent] {
        text.compactMap { character in
            character.utf8.first.map { .key(KeySequences.control($0, alt: false)) }
        }
    }
}

extension Character {
    fileprivate var isBreak: Bool { self == "\r" || self == "\n" || self == "\r\n" || self == "\t" }
}

extension String {
    /// The text with `\n` at the end of each line, as pasted text has it.
    var withLineEnds: String {
        var result = ""
        result.reserveCapacity(utf8.count)
        for character in self {
            result.append(character == "\r" || character == "\r\n" ? "\n" : character)
        }
        return result
    }
}
