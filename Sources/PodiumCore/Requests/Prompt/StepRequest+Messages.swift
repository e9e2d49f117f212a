extension StepRequest {
    var messages: [ChatMessage] {
        var text = "\(conversation.preface)Question:\n\(question)\n"
        for (position, output) in seen.enumerated() {
            text += """

                --- Earlier work \(position + 1) of \(seen.count) ---
                Its task: \(output.subtask)
                Its result:
                \(output.output)

                """
        }
        if !seen.isEmpty { text += "\n--- End of earlier work ---\n" }
        for subtask in missing {
            text += "\nThis was to be done before and gave no result: \(subtask)\n"
        }
        text += "\nYour task:\n\(subtask)"
        return [
            ChatMessage(
                .system,
                """
                You are one of several workers answering a question together. Do your task and \
                only your task. Earlier work may be wrong: use it, but check it. Be brief, and \
                state your result plainly at the end.
                """
            ),
            ChatMessage(.user, text),
        ]
    }
}
