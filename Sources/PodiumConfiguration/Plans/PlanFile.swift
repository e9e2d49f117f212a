public import PodiumCore

/// Reads the workflow of a fixed conductor from a file.
///
/// Either YAML with `steps`, or any text with the three lists a conductor writes.
public enum PlanFile {
    /// The plan in the file at `path`, not yet checked against a pool.
    ///
    /// - Throws: `ConfigurationError` with the place of the mistake. Forward references and unknown
    ///   workers are for `Plan.validate` to find.
    public static func load(path: String) throws(ConfigurationError) -> Plan {
        try parse(TextFile.read(path), file: path)
    }

    /// The plan in a text; `file` is for messages.
    public static func parse(_ text: String, file: String) throws(ConfigurationError) -> Plan {
        // A top-level `steps:` promises YAML, so its mistakes are told as such; elsewhere text that
        // is no YAML may still hold the three lists.
        if text.split(whereSeparator: \.isNewline).contains(where: beginsSteps) {
            guard let root = try YAMLDocument.root(of: text, file: file) else {
                return try readLists(text, file: file)
            }
            return try readSteps(YAMLFields<PlanKey>(root))
        }
        return try readLists(text, file: file)
    }

    private enum PlanKey: String, CaseIterable {
        case steps
    }

    private enum StepKey: String, CaseIterable {
        case worker, subtask, access
    }

    private static func beginsSteps(_ line: Substring) -> Bool {
        guard line.hasPrefix("steps") else { return false }
        return line.dropFirst(5).drop(while: \.isWhitespace).hasPrefix(":")
    }

    // MARK: YAML

    private static func readSteps(
        _ fields: YAMLFields<PlanKey>
    ) throws(ConfigurationError) -> Plan {
        let example = "[{worker: reckoner, subtask: \"Add the numbers.\", access: none}]"
        let value = try fields.required(.steps, example)
        var steps: [Plan.Step] = []
        for item in try value.list(of: "steps") {
            let step = try YAMLFields<StepKey>(item)
            steps.append(
                Plan.Step(
                    worker: try readWorker(step.required(.worker, "reckoner")),
                    subtask: try step.required(.subtask, "\"Add the numbers.\"").string(),
                    access: try readAccess(step[.access])
                )
            )
        }
        guard !steps.isEmpty else { throw value.error(.plan, "A plan needs a step.") }
        return Plan(steps: steps)
    }

    private static func readWorker(
        _ value: YAMLValue
    ) throws(ConfigurationError) -> WorkerReference {
        let expected = "a worker's name, or its position in the pool, from 0"
        guard let position = value.plainInteger else {
            return .name(try value.string(expected))
        }
        guard position >= 0 else { throw value.unexpected(expected) }
        return .id(position)
    }

    private static func readAccess(_ value: YAMLValue?) throws(ConfigurationError) -> Access {
        guard let value else { return .steps([]) }
        let expected = "all, none or a list of earlier steps such as [0, 1]"
        switch value.scalarText {
        case "all": return .all
        case "none": return .steps([])
        case .some: throw value.unexpected(expected)
        case nil: break
        }
        guard value.isList else { throw value.unexpected(expected) }
        let items = try value.list(of: "earlier steps")
        if items.count == 1, items[0].scalarText == "all" { return .all }
        var positions: [Int] = []
        for item in items { positions.append(try item.integer(in: 0...999, "a step's position")) }
        return .steps(positions)
    }

    // MARK: Lists

    private static func readLists(
        _ text: String,
        file: String
    ) throws(ConfigurationError) -> Plan {
        var reader = PlanReader()
        reader.feed(text)
        do throws(WorkflowError) {
            return try reader.finish()
        } catch {
            let line = error.offset.map { offset in
                1 + text.utf8.prefix(offset).count { $0 == UInt8(ascii: "\n") }
            }
            throw ConfigurationError(
                .plan,
                error.problem == .noPlan ? "There is no plan in this file." : error.message,
                file: file,
                line: line,
                advice: "Write `steps:` as YAML, or the lists model_id, subtasks and access_list."
            )
        }
    }
}
