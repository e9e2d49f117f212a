import PodiumCore

/// Cuts streamed text into whole lines, call by call, so that calls that run side by side stay apart.
struct PendingLines: Sendable {
    /// The unfinished last line of each call.
    private var pending: [AttemptID: String] = [:]
    /// The calls whose last piece ended between the two halves of `\r\n`, or may have.
    private var halves: Set<AttemptID> = []

    /// Takes the next piece and returns the lines that are complete now, without their ends.
    mutating func take(_ text: String, of attempt: AttemptID) -> [String] {
        var lines: [String] = []
        // Only the piece is searched: a line may grow long before it ends.
        var rest = text[...]
        if halves.remove(attempt) != nil, rest.first == "\n" { rest = rest.dropFirst() }
        if text.last == "\r" { halves.insert(attempt) }
        while let end = rest.firstIndex(where: \.isNewline) {
            lines.append((pending.removeValue(forKey: attempt) ?? "") + rest[..<end])
            rest = rest[rest.index(after: end)...]
        }
        pending[attempt, default: ""] += rest
        return lines
    }

    /// The last line of a call that has ended; nil when it ended with its line.
    mutating func finish(_ attempt: AttemptID) -> String? {
        pending.removeValue(forKey: attempt).flatMap { $0.isEmpty ? nil : $0 }
    }
}
