internal import PodiumCore

/// A piece of a call of a tool, as a server streams it.
struct ToolCallDelta: Hashable {
    /// Which of the reply's calls it belongs to: any number that the others have not.
    var place: Int
    /// Empty in all but the first.
    var name = ""
    var arguments = ""
}

/// Puts the calls of a reply one behind the other, as lines (`ToolCallLines`).
///
/// Servers write one call after the other, and what they write is given out at once. Where pieces of a
/// later call come before the one under way is whole, they wait for their turn.
struct ToolCallAssembly {
    private struct Open {
        let place: Int
        var name: String
        /// What was not given out.
        var arguments = ""
        var isBegun = false
        var nesting = JSONNesting()
    }

    /// Those that are not given out whole; the first of them is under way.
    private var open: [Open] = []
    private(set) var isEmpty = true
    /// What was taken, in bytes, whether it was given out or not; a call counts for as much as it may take
    /// to keep.
    private(set) var size = 0
    private static let callSize = 4_096

    /// What there is to give out after the next piece.
    mutating func take(_ delta: ToolCallDelta) -> String {
        isEmpty = false
        size += delta.arguments.utf8.count
        if let index = open.lastIndex(where: { $0.place == delta.place }) {
            if open[index].name.isEmpty { open[index].name = delta.name }
            open[index].arguments += delta.arguments
        } else {
            size += Self.callSize
            open.append(
                Open(place: delta.place, name: delta.name, arguments: delta.arguments)
            )
        }
        var text = ""
        while !open.isEmpty {
            text += give()
            guard open.count > 1, open[0].nesting.isWhole else { break }
            text += ToolCallLines.end
            open.removeFirst()
        }
        return text
    }

    /// What there is of the first that is open.
    private mutating func give() -> String {
        // Some servers send the name behind an empty piece.
        guard open[0].isBegun || !open[0].name.isEmpty else { return "" }
        let arguments = open[0].arguments
        let beginning = open[0].isBegun ? "" : ToolCallLines.beginning(open[0].name)
        open[0].isBegun = true
        open[0].arguments = ""
        return beginning + ToolCallLines.piece(arguments, in: &open[0].nesting)
    }

    /// The rest: no more follows.
    mutating func finish() -> String {
        var text = ""
        while !open.isEmpty {
            if open[0].name.isEmpty { open[0].name = "_" }
            text += give() + ToolCallLines.end
            open.removeFirst()
        }
        return text
    }
}
