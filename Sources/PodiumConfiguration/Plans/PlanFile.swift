public import PodiumCore

/// Reads the workflow of a fixed conductor from a file, for a pool.
///
/// Either YAML with `steps`, or any text with the three lists a conductor writes.
public enum PlanFile {
    /// The plan in the file at `path`: checked against the pool, each worker by its name in it.
    ///
    /// - Throws: `ConfigurationError` with the place of the mistake.
    public static func load(
        path: String,
        pool: [Worker]
    ) throws(ConfigurationError) -> Plan {
        try parse(TextFile.read(path), file: path, pool: pool)
    }

    /// The plan in a text; `file` is for messages.
    public static func parse(
        _ text: String,
        file: String,
        pool: [Worker]
    ) throws(ConfigurationError) -> Plan {
        guard !pool.isEmpty else {
            throw ConfigurationError(
                .badValue,
                "The pool has no worker that could follow this plan.",
                file: file,
                advice: "Choose another pool, or restrict it less."
            )
        }
        // A top-level `steps:` promises YAML, so its mistakes are told as such; elsewhere text that
        // is no YAML may still hold the three lists.
        if text.split(whereSeparator: \.isNewline).contains(where: beginsSteps),
            let root = try YAMLDocument.root(of: text, file: file)
        {
            return try WrittenPlan(root).plan(for: pool)
        }
        return try readLists(text, file: file, pool: pool)
    }

    private static func beginsSteps(_ line: Substring) -> Bool {
        guard line.hasPrefix("steps") else { return false }
        return line.dropFirst(5).drop(while: \.isWhitespace).hasPrefix(":")
    }

    // MARK: Lists

    private static func readLists(
        _ text: String,
        file: String,
        pool: [Worker]
    ) throws(ConfigurationError) -> Plan {
        var reader = PlanReader()
        reader.feed(text)
        do throws(WorkflowError) {
            var plan = try reader.finish()
            for position in plan.steps.indices {
                guard case .name(let name) = plan.steps[position].worker,
                    let worker = WorkerChoice(name)?.resolve(name, in: pool, isStrict: false)
                else { continue }
                plan.steps[position].worker = .name(worker.name)
            }
            try plan.validate(pool: pool, stepLimit: nil)
            return plan
        } catch {
            let line = error.offset.map { offset in
                1 + text.utf8.prefix(offset).count { $0 == UInt8(ascii: "\n") }
            }
            throw ConfigurationError(
                .plan,
                error.problem == .noPlan ? "There is no plan in this file." : error.message,
                file: file,
                line: line,
                advice: error.isOfForm
                    ? "Write `steps:` as YAML, or the lists model_id, subtasks and access_list."
                    : nil
            )
        }
    }
}

extension WorkflowError {
    /// Whether the text is no plan, rather than a plan with a mistake.
    fileprivate var isOfForm: Bool {
        switch problem {
        case .noPlan, .incomplete, .unequalLengths, .unreadable, .emptyPlan: true
        case .unknownWorker, .badReference, .tooManySteps, .emptySubtask: false
        }
    }
}
