import PodiumCore

/// What a model thought before it answered: how much, how long, and whether it is folded.
struct ReasoningSection: Equatable, Sendable {
    /// In Unicode scalars.
    private(set) var characters = 0
    private var began: Timestamp?
    private var ended: Timestamp?
    /// Whether something else was written since.
    var isFinished = false
    /// Whether it stays open for who was reading when it was finished.
    var isKept = false
    /// What a person has said; nil before that.
    var isOpenByHand: Bool?

    var isFolded: Bool {
        isOpenByHand.map { !$0 } ?? (isFinished && !isKept)
    }

    mutating func take(_ piece: String, at time: Timestamp?) {
        characters += piece.unicodeScalars.count
        began = began ?? time
        ended = time ?? ended
    }

    /// `▾ reasoning · 3,412 characters · 12s`
    func title(unicode: Bool) -> String {
        let sign = isFolded ? (unicode ? "▸" : ">") : (unicode ? "▾" : "v")
        var parts = ["\(sign) reasoning"]
        parts.append(
            characters == 1 ? "1 character" : "\(Format.grouped(characters)) characters"
        )
        if let began, let ended, ended > began { parts.append(Format.duration(ended - began)) }
        return parts.joined(separator: unicode ? " · " : " - ")
    }
}

/// The sections of a pane.
extension PaneDocument {
    var hasReasoning: Bool { blocks.contains { $0.kind == .reasoning } }

    /// Opens all that was thought, or closes it when all of it is open.
    mutating func toggleReasoning() { openReasoning(blocks.contains { $0.isFolded }) }

    /// Opens all that was thought, or closes it; nil leaves it as it is.
    mutating func openReasoning(_ opens: Bool?) {
        guard let opens else { return }
        opensReasoning = opens
        keepingPlace {
            for index in $0.blocks.indices where $0.blocks[index].kind == .reasoning {
                $0.blocks[index].reasoning.isOpenByHand = opens
            }
        }
    }

    /// Who is at the end again reads no more what was kept open.
    mutating func releaseReasoning() {
        for index in blocks.indices { blocks[index].reasoning.isKept = false }
    }

    /// Opens the section of a block, so that what was found in it can be seen.
    mutating func openReasoning(ofBlock block: Int) {
        if blocks[block].isFolded { blocks[block].reasoning.isOpenByHand = true }
    }
}
