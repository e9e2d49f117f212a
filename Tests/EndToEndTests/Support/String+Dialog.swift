import Foundation

extension String {
    /// Whether the dialog on this screen says it, however its lines are wrapped.
    func dialogSays(_ sentence: String) -> Bool {
        let lines = split(separator: "\n")
        let corner = "╭ sure? "
        guard let top = lines.firstIndex(where: { $0.contains(corner) }),
            let left = lines[top].range(of: corner)?.lowerBound
        else { return false }
        let column = lines[top].distance(from: lines[top].startIndex, to: left)
        let inside = lines[(top + 1)...].map { line in
            line.dropFirst(column + 1).prefix { $0 != "│" && $0 != "┃" }
                .trimmingCharacters(in: .whitespaces)
        }
        return inside.joined(separator: " ").contains(sentence)
    }
}
