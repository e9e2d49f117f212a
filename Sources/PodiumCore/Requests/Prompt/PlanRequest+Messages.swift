extension PlanRequest {
    /// Characters of a plan that is sent back to be mended.
    private static let repairLimit = 8_000

    var messages: [ChatMessage] {
        var messages = opening
        for rejection in rejected {
            // Some servers refuse an empty message, and a model that ran away is not to be read again.
            let text = String(rejection.text.trimmed.prefix(Self.repairLimit))
            if !text.isEmpty { messages.append(ChatMessage(.assistant, text)) }
            messages.append(
                ChatMessage(
                    .user,
                    """
                    That plan cannot be used: \(rejection.reason)
                    Write the plan again, corrected, and nothing after it.
                    """
                )
            )
        }
        if let prefill = template?.prefill, !prefill.isEmpty {
            messages.append(ChatMessage(.assistant, prefill))
        }
        return messages
    }

    private var opening: [ChatMessage] {
        guard let template else {
            return [ChatMessage(.system, rules), ChatMessage(.user, situation)]
        }
        let prompt = ChatMessage(.user, template.filled(for: self))
        return (template.system.map { [ChatMessage(.system, $0)] } ?? []) + [prompt]
    }

    /// The question, and whatever of the run the conductor has to know.
    var situation: String {
        var text = "\(conversation.preface)Question:\n\(question)"
        text += instructions.told
        for (position, output) in context.enumerated() {
            text += """


                --- Earlier work \(position + 1) of \(context.count), which every worker reads ---
                Its task: \(output.subtask)
                Its result:
                \(output.output)
                """
        }
        if let task {
            text += "\n\nPlan only this part of the question:\n\(task)"
        }
        for (position, round) in rounds.enumerated() {
            text += "\n\n" + round.text(number: position + 1)
        }
        return text
    }

    private var rules: String {
        """
        You direct a team of workers. You do not answer the question; you write a plan by \
        which they answer it.

        Workers:
        \(workerList)

        A plan has 1 to \(stepLimit) steps. Each step has one worker, one subtask in plain \
        language, and a list of the earlier steps whose results that worker may read. \
        Every worker reads the question. A worker reads nothing else but what you list. \
        The last step's result is the answer. Use one step for an easy question; use more \
        when a result should be built on, checked, or merged.

        Write the plan as JSON, and nothing after it:
        {"steps": [{"worker": "a worker's name", "subtask": "what it shall do", \
        "access": [0, 1]}]}
        Steps are numbered from 0; "access" has the numbers of the earlier steps that the worker \
        reads, and [] is none.
        """
    }

    /// A line a worker: its number, name, strengths and price.
    var workerList: String {
        workers.list
    }
}

extension PlanRequest.Round {
    fileprivate func text(number: Int) -> String {
        var text = "Plan \(number) was:"
        for step in steps {
            text += "\n- \(step.worker): \(step.subtask)"
            if let output = step.output {
                text += "\n  Result: \(output)"
            } else if let objection = step.objection {
                text += "\n  It did not accept what it saw: \(objection)"
            } else {
                text += "\n  It gave no result."
            }
        }
        if remark == PlanRequest.noRemark {
            return "\(text)\n\nIt was stopped. \(PlanRequest.noRemark)"
        }
        if let remark {
            return text + "\n\nIt was stopped, with this remark: \(remark)\nWrite another plan."
        }
        text += answer.map { "\nIts answer: \($0)" } ?? "\nIt gave no answer."
        return text
            + """


            If that answer is right, return it as it is by a plan without steps. Otherwise write a \
            plan that corrects or verifies it.
            """
    }
}

extension [Worker] {
    /// A line a worker: its number, name, strengths and price.
    var list: String {
        enumerated().map { id, worker in
            let strengths = worker.strengths.isEmpty ? "general" : worker.strengths
            return "\(id) = \(worker.name): \(strengths)\(Self.note(on: worker.price))"
        }
        .joined(separator: "\n")
    }

    private static func note(on price: Price?) -> String {
        guard let price else { return "" }
        let unit = price.currency == .usd ? "$" : "nominal units "
        let perMillion = { (rate: Int64) in Double(rate) / 1_000_000 }
        return " (\(unit)\(perMillion(price.input)) in, \(perMillion(price.output)) out per"
            + " million tokens)"
    }
}
