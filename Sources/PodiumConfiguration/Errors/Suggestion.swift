/// Finds what a person may have meant.
public enum Suggestion {
    /// The candidate nearest to `text`, if it is near enough to be a slip of the fingers.
    public static func nearest(to text: String, among candidates: [String]) -> String? {
        // A longer text is no slip, and its cost would grow with the square.
        guard text.count <= 64 else { return nil }
        let wanted = folded(text)
        // In a name of two letters one slip leaves nothing to recognise it by.
        let allowed = min(3, wanted.count / 3)
        return candidates.lazy
            .map { (candidate: $0, distance: distance(wanted, folded($0))) }
            .filter { $0.distance <= allowed }
            .min { $0.distance < $1.distance }?.candidate
    }

    /// "Did you mean …?", or what there is to choose from.
    static func advice(for text: String, among candidates: [String], what: String) -> String {
        if let nearest = nearest(to: text, among: candidates) {
            return "Did you mean `\(nearest.printable())`?"
        }
        guard !candidates.isEmpty else { return "There are no \(what)." }
        let shown = candidates.map { "`\($0.printable())`" }
        if shown.count == 1 { return "There is only \(shown[0])." }
        return "The \(what) are \(enumeration(shown, limit: 24))."
    }

    private static func folded(_ text: String) -> [Character] {
        text.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 }
    }

    /// Insertions, deletions, replacements and swaps of neighbours between two texts (optimal
    /// string alignment distance).
    static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                let isSame = left[row] == right[column]
                var best = min(
                    last[column] + (isSame ? 0 : 1),
                    last[column + 1] + 1,
                    current[column] + 1
                )
                if row > 0, column > 0, left[row] == right[column - 1],
                    left[row - 1] == right[column]
                {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
