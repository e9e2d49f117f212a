extension StepRequest {
    /// What a model is sent.
    var prompt: [ChatMessage] {
        messages ?? [ChatMessage(.system, rules), ChatMessage(.user, situation)]
    }

    private var rules: String {
        let rules = """
            You are one of several workers answering a question together. Do your task and only your \
            task. Earlier work may be wrong: use it, but check it.
            """
        guard isAnswer else {
            return rules + " Be brief, and state your result plainly at the end."
        }
        return rules
            + " What you write goes to whoever asked, as the whole answer: say nothing of tasks or of"
            + " other workers in it."
    }

    private var situation: String {
        var text = "\(conversation.preface)Question:\n\(question)\(instructions.told)\n"
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
        return text + "\nYour task:\n\(subtask)" + (form?.told ?? "")
    }
}

extension String? {
    /// What a client tells whoever answers, behind the question; empty where it tells nothing.
    var told: String {
        guard let self, !self.isEmpty else { return "" }
        return "\n\nInstructions that came with the question:\n\(self)"
    }
}

extension ReplyForm {
    /// For servers that cannot hold a model to a form.
    fileprivate var told: String {
        let rule = "\n\nWrite one JSON object and nothing else, no code fence either."
        guard let schema else { return rule }
        return rule + " It must fit this JSON Schema:\n\(schema.text)"
    }
}
