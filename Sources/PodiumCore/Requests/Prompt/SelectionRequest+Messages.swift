extension SelectionRequest {
    var messages: [ChatMessage] {
        [ChatMessage(.system, rules), ChatMessage(.user, transcript)]
    }

    private var rules: String {
        """
        You choose who speaks next in a conversation that answers a question, and in which role:
        thinker: says how to go about it, and gives no answer
        worker: answers
        verifier: accepts the last answer, or says why it must be revised

        Workers:
        \(workers.list)

        There are at most \(turnLimit) turns; an accepting verifier ends the conversation. Write \
        exactly two lines:
        worker = the worker's number
        role = thinker, worker or verifier
        """
    }

    private var transcript: String {
        var text = "\(conversation.preface)Question:\n\(question)\(instructions.told)"
        for (position, turn) in turns.enumerated() {
            text += "\n\nTurn \(position + 1), \(turn.worker) as \(turn.role.rawValue):\n"
            text += turn.output ?? "(nothing)"
        }
        return text + "\n\nWho speaks next?"
    }
}
