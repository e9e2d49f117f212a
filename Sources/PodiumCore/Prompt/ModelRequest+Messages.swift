extension ModelRequest {
    /// The request as chat messages, for providers that talk to language models.
    ///
    /// A pure function of the request: what a worker was sent can always be shown again.
    public var messages: [ChatMessage] {
        switch self {
        case .step(let request): request.messages
        case .plan(let request): request.messages
        }
    }
}

extension StepRequest {
    var messages: [ChatMessage] {
        var text = "Question:\n\(question)\n"
        for (position, output) in seen.enumerated() {
            text += """

                --- Earlier work \(position + 1) of \(seen.count) ---
                Its task: \(output.subtask)
                Its result:
                \(output.output)

                """
        }
        if !seen.isEmpty { text += "\n--- End of earlier work ---\n" }
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

extension PlanRequest {
    var messages: [ChatMessage] {
        var messages = [
            ChatMessage(.system, instructions),
            ChatMessage(.user, "Question:\n\(question)"),
        ]
        for rejection in rejected {
            messages.append(ChatMessage(.assistant, rejection.text))
            messages.append(
                ChatMessage(
                    .user,
                    """
                    That plan cannot be used: \(rejection.reason)
                    Write the three lists again, corrected, and nothing after them.
                    """
                )
            )
        }
        return messages
    }

    private var instructions: String {
        let pool = workers.enumerated().map { id, worker in
            let strengths = worker.strengths.isEmpty ? "general" : worker.strengths
            return "\(id) = \(worker.name): \(strengths)\(priceNote(worker.price))"
        }
        return """
            You direct a team of workers. You do not answer the question; you write a plan by \
            which they answer it.

            Workers:
            \(pool.joined(separator: "\n"))

            A plan has 1 to \(stepLimit) steps. Each step has one worker, one subtask in plain \
            language, and a list of the earlier steps whose results that worker may read. \
            Every worker reads the question. A worker reads nothing else but what you list. \
            The last step's result is the answer. Use one step for an easy question; use more \
            when a result should be built on, checked, or merged.

            First think in a sentence or two. Then write exactly three lists of equal length:
            model_id = [worker number for each step]
            subtasks = ["what the worker of each step shall do"]
            access_list = [[], [0], ["all"]]   (steps are numbered from 0; [] is nothing, \
            ["all"] is every earlier step)
            """
    }

    private func priceNote(_ price: Price?) -> String {
        guard let price else { return "" }
        let unit = price.currency == .usd ? "$" : "nominal units "
        let perMillion = { (rate: Int64) in Double(rate) / 1_000_000 }
        return " (\(unit)\(perMillion(price.input)) in, \(perMillion(price.output)) out per"
            + " million tokens)"
    }
}
