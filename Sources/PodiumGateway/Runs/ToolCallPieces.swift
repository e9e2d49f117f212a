internal import PodiumCore

/// Takes the lines of calls of tools (`ToolCallLines`) apart while they are written.
struct ToolCallPieces {
    private var place = 0
    /// Of the call that begins; nil while its arguments come.
    private var name: [UInt8]? = []
    private var hasArguments = false

    mutating func take(_ text: Substring.UTF8View) -> [AnswerPiece] {
        var pieces: [AnswerPiece] = []
        var rest = text
        while !rest.isEmpty {
            let mark = name == nil ? UInt8(ascii: "\n") : UInt8(ascii: " ")
            let end = rest.firstIndex(of: mark)
            let part = rest[..<(end ?? rest.endIndex)]
            rest = end.map { rest[rest.index(after: $0)...] } ?? rest[rest.endIndex...]
            if name == nil {
                add(part, to: &pieces, isWhole: end != nil)
            } else {
                name?.append(contentsOf: part)
                if end != nil { begin(in: &pieces) }
            }
        }
        return pieces
    }

    private mutating func begin(in pieces: inout [AnswerPiece]) {
        pieces.append(
            .toolCall(place: place, name: String(decoding: name ?? [], as: UTF8.self))
        )
        name = nil
        hasArguments = false
    }

    private mutating func add(
        _ arguments: Substring.UTF8View.SubSequence,
        to pieces: inout [AnswerPiece],
        isWhole: Bool
    ) {
        if !arguments.isEmpty {
            pieces.append(.arguments(String(decoding: arguments, as: UTF8.self)))
            hasArguments = true
        }
        guard isWhole else { return }
        // Clients read them as JSON.
        if !hasArguments { pieces.append(.arguments("{}")) }
        place += 1
        name = []
    }
}
