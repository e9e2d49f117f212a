import PodiumCore

/// Calls of tools and their results as a pane shows them: each in lines with a sign before them.
enum ToolCallLine {
    private static let sign = "→ "

    /// - Parameters:
    ///   - text: a piece of `ToolCallLines`.
    ///   - begins: whether it stands at the beginning of a line.
    static func text(_ text: String, begins: Bool = true) -> String {
        let isEnded = text.hasSuffix("\n")
        let lines = (isEnded ? text.dropLast() : text[...])
            .replacing("\n", with: "\n" + sign)
        return (begins ? sign : "") + lines + (isEnded ? "\n" : "")
    }

    /// Of a result that is longer the beginning is shown.
    private static let longest = 2_000

    /// What the tools gave that the conversation's last turn asked for; empty where it asked for none.
    static func results(in messages: [ChatMessage]) -> String {
        let told = messages.reversed().prefix { $0.role != .assistant }.reversed()
        guard told.contains(where: { $0.role == .tool }),
            let asking = messages.last(where: { $0.role == .assistant })
        else { return "" }
        let names = Dictionary(asking.toolCalls.map { ($0.id, $0.name) }) { $1 }
        return told.filter { $0.role == .tool }.map { result in
            let name = result.result.flatMap { names[$0] } ?? "?"
            let failed = result.isFailure ? " failed" : ""
            return "← \(name)\(failed): \(beginning(of: result.content))\n"
        }.joined()
    }

    private static func beginning(of text: String) -> String {
        let rest = text.utf8.count - longest
        guard rest > 0 else { return text }
        return "\(text.prefix(longest))… (\(Format.grouped(rest)) more bytes)"
    }
}
