internal import PodiumCore

/// A plan as a YAML file writes it, each part with its place: before workers are looked up and
/// repeated steps are written out.
struct WrittenPlan {
    private enum PlanKey: String, CaseIterable {
        case steps
    }

    private enum StepKey: String, CaseIterable {
        case worker, subtask, access
        case copies = "repeat"
    }

    struct Entry {
        /// In order of preference; more than one only where the file has a list.
        var workers: [(value: YAMLValue, choice: WorkerChoice)]
        var isList: Bool
        var subtask: String
        var access: WrittenAccess
        var copies: Int
        /// The place of the step, for what is wrong with it as a whole.
        var value: YAMLValue
    }

    enum WrittenAccess {
        case all
        case previous(YAMLValue)
        /// Positions of entries, from 0.
        case entries([(value: YAMLValue, position: Int)])
    }

    /// More than any run gets through; it bounds what `repeat` can ask for.
    private static let stepLimit = 200

    private(set) var entries: [Entry] = []

    init(_ root: YAMLValue) throws(ConfigurationError) {
        let fields = try YAMLFields<PlanKey>(root)
        let example = "[{worker: strongest, subtask: \"Answer the question.\"}]"
        let value = try fields.required(.steps, example)
        var count = 0
        for item in try value.list(of: "steps") {
            let entry = try Self.readEntry(item)
            count += entry.copies
            guard count <= Self.stepLimit else {
                throw item.error(
                    .tooLarge,
                    "With this step the plan has \(count) steps; at most \(Self.stepLimit) are"
                        + " allowed."
                )
            }
            entries.append(entry)
        }
        guard !entries.isEmpty else { throw value.error(.plan, "A plan needs a step.") }
    }

    // MARK: Reading

    private static func readEntry(_ value: YAMLValue) throws(ConfigurationError) -> Entry {
        let fields = try YAMLFields<StepKey>(value)
        let worker = try fields.required(.worker, "strongest")
        var workers = [worker]
        if worker.isList {
            workers = try worker.list(of: "workers")
            guard !workers.isEmpty else { throw worker.error(.badValue, "A step needs a worker.") }
        }
        var choices: [(value: YAMLValue, choice: WorkerChoice)] = []
        for item in workers { choices.append((item, try readChoice(item))) }
        return Entry(
            workers: choices,
            isList: worker.isList,
            subtask: try fields.required(.subtask, "\"Answer the question.\"").string(),
            access: try readAccess(fields[.access]),
            copies: try fields[.copies]?.integer(in: 1...50) ?? 1,
            value: value
        )
    }

    private static func readChoice(_ value: YAMLValue) throws(ConfigurationError) -> WorkerChoice {
        let expected = "a worker's name, its position in the pool (from 0), strongest or cheapest"
        if let position = value.plainInteger {
            guard position >= 0 else { throw value.unexpected(expected) }
            return .reference(.id(position))
        }
        let text = try value.string(expected)
        guard let choice = WorkerChoice(text) else {
            throw value.unexpected("a rank from 1 to 99, such as strongest 2")
        }
        return choice
    }

    private static func readAccess(_ value: YAMLValue?) throws(ConfigurationError) -> WrittenAccess
    {
        guard let value else { return .entries([]) }
        let words = ["all", "none", "previous"]
        let expected = "all, none, previous or a list of earlier steps such as [0, 1]"
        switch value.scalarText {
        case "all": return .all
        case "none": return .entries([])
        case "previous": return .previous(value)
        case .some(let text):
            let nearest = Suggestion.nearest(to: text, among: words)
            throw value.unexpected(expected, advice: nearest.map { "Did you mean `\($0)`?" })
        case nil: break
        }
        guard value.isList else { throw value.unexpected(expected) }
        let items = try value.list(of: "earlier steps")
        if items.count == 1, items[0].scalarText == "all" { return .all }
        var positions: [(value: YAMLValue, position: Int)] = []
        for item in items {
            positions.append((item, try item.integer(in: 0...999, "a step's position")))
        }
        return .entries(positions)
    }

    // MARK: Writing out

    /// The plan for this pool, each repeated step as often as it says.
    func plan(for pool: [Worker]) throws(ConfigurationError) -> Plan {
        var steps: [Plan.Step] = []
        // The positions at which each entry stands once repeated steps are written out.
        var places: [Range<Int>] = []
        for (position, entry) in entries.enumerated() {
            let step = Plan.Step(
                worker: .name(try worker(of: entry, in: pool).name),
                subtask: entry.subtask,
                access: try access(of: entry, at: position, places: places)
            )
            let start = steps.count
            for _ in 0..<entry.copies { steps.append(step) }
            places.append(start..<steps.count)
        }
        return Plan(steps: steps)
    }

    private func worker(of entry: Entry, in pool: [Worker]) throws(ConfigurationError) -> Worker {
        // From a list the first that fits, and language models before specialists.
        for isStrict in entry.isList ? [true, false] : [false] {
            for (value, choice) in entry.workers {
                let text = value.scalarText ?? ""
                if let worker = choice.resolve(text, in: pool, isStrict: isStrict) {
                    return worker
                }
            }
        }
        let (value, choice) = entry.workers[0]
        guard !entry.isList else {
            let names = entry.workers.map { ($0.value.scalarText ?? "").printable() }
            throw value.error(
                .unknownName,
                "The pool has no \(enumeration(names, last: "and no")).",
                advice: Self.advice(for: pool)
            )
        }
        if case .reference(.id(let position)) = choice {
            throw value.error(
                .unknownName,
                "The pool has no worker \(position).",
                advice: Self.advice(for: pool)
            )
        }
        let names = pool.map(\.name) + WorkerChoice.Order.allCases.map(\.rawValue)
        let nearest = Suggestion.nearest(to: value.scalarText ?? "", among: names)
        throw value.unknown(
            "worker",
            advice: nearest.map { "Did you mean `\($0.printable())`?" } ?? Self.advice(for: pool)
        )
    }

    private static func advice(for pool: [Worker]) -> String {
        let shown = pool.prefix(12).enumerated().map { "\($0) (\($1.name.printable()))" }
        return "It has \(enumeration(shown)); `strongest` and `cheapest` fit any pool."
    }

    private func access(
        of entry: Entry,
        at position: Int,
        places: [Range<Int>]
    ) throws(ConfigurationError) -> Access {
        switch entry.access {
        case .all:
            // Copies stand side by side and do not see each other.
            return entry.copies == 1 ? .all : .steps(places.flatMap(Array.init))
        case .previous(let value):
            guard let last = places.last else {
                throw value.error(.plan, "The first step has none before it.", advice: "Delete it.")
            }
            return .steps(Array(last))
        case .entries(let list):
            var positions: [Int] = []
            for (value, other) in list {
                guard other < position else { throw refusal(of: other, at: position, value) }
                positions += places[other]
            }
            return .steps(positions)
        }
    }

    private func refusal(
        of other: Int,
        at position: Int,
        _ value: YAMLValue
    ) -> ConfigurationError {
        let problem =
            if other == position {
                "A step cannot see itself."
            } else if other < entries.count {
                "A step sees only steps before it, and step \(other) comes later."
            } else {
                "There is no step \(other): counted from 0, the last is \(entries.count - 1)."
            }
        let advice =
            switch position {
            case 0: "The first step sees nothing: delete `access`."
            case 1: "This is step 1, so only 0 can stand here."
            default: "This is step \(position), so 0 to \(position - 1) can stand here."
            }
        return value.error(.plan, problem, advice: advice)
    }
}
