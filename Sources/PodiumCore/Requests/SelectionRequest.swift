/// A request for the next turn of a mini session: which worker, in which role.
///
/// Source of the form: "TRINITY: An Evolved LLM Coordinator", arXiv 2512.04695.
public struct SelectionRequest: Hashable, Sendable {
    /// A turn that was taken.
    public struct Turn: Hashable, Sendable {
        public var worker: String
        public var role: Role
        /// Nil when the worker gave none.
        public var output: String?

        public init(worker: String, role: Role, output: String?) {
            self.worker = worker
            self.role = role
            self.output = output
        }
    }

    public var question: String
    /// Whom to choose from; their positions are their ids.
    public var workers: [Worker]
    public var turns: [Turn]
    public var turnLimit: Int
    /// What was asked and answered before in the conversation.
    public var conversation: [Exchange]
    /// What the client of an API tells whoever answers.
    public var instructions: String?

    public init(
        question: String,
        workers: [Worker],
        turns: [Turn],
        turnLimit: Int,
        conversation: [Exchange] = [],
        instructions: String? = nil
    ) {
        self.question = question
        self.workers = workers
        self.turns = turns
        self.turnLimit = turnLimit
        self.conversation = conversation
        self.instructions = instructions
    }
}

/// What a worker does in a turn of a mini session.
public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
    /// Says how to go about it; gives no answer.
    case thinker
    /// Answers.
    case worker
    /// Says ACCEPT or REVISE of the last answer.
    case verifier
}

/// A selector's choice, and the form in which it writes it.
///
/// ```
/// worker = 3
/// role = verifier
/// ```
public struct Selection: Hashable, Sendable {
    public var worker: WorkerReference
    public var role: Role

    public init(worker: WorkerReference, role: Role) {
        self.worker = worker
        self.role = role
    }

    public var text: String {
        let name =
            switch worker {
            case .id(let id): "\(id)"
            case .name(let name): name
            }
        return "worker = \(name)\nrole = \(role.rawValue)\n"
    }
}

extension Selection {
    /// Reads what a selector wrote: the last `worker` (or `model_id`) and the last `role` it names.
    ///
    /// - Throws: `WorkflowError` that says what is missing.
    public init(reading text: String, pool: [Worker]) throws(WorkflowError) {
        var worker: WorkerReference?
        var role: Role?
        for line in text.split(whereSeparator: \.isNewline) {
            guard let sign = line.firstIndex(where: { $0 == "=" || $0 == ":" }) else { continue }
            // A list's dash may stand before the label; before the value it is a minus.
            let label = Self.word(line[..<sign].drop { $0.isWhitespace || $0 == "-" })
            let value = Self.word(line[line.index(after: sign)...])
            guard !value.isEmpty else { continue }
            switch label {
            case "worker", "model_id", "model", "agent":
                worker = Int(value).map(WorkerReference.id) ?? .name(value)
            case "role":
                role = Role(rawValue: value) ?? role
            default: continue
            }
        }
        guard let worker, let role else {
            let missing = worker == nil ? "worker" : "role"
            throw WorkflowError(.noPlan, "The selector wrote no line \"\(missing) = …\".")
        }
        guard worker.resolve(in: pool) != nil else {
            throw WorkflowError(
                .unknownWorker,
                "The selector chose worker \(worker.text), which the pool does not have."
            )
        }
        self.init(worker: worker, role: role)
    }

    /// In small letters and without marks such as `**`, quotes or brackets.
    private static func word(_ text: Substring) -> String {
        let marks: Set<Character> = ["*", "`", "\"", "'", "[", "]", ".", ","]
        let trimmed = text.trimmingPrefix { $0.isWhitespace || marks.contains($0) }
        let end = trimmed.lastIndex { !$0.isWhitespace && !marks.contains($0) }
        return end.map { trimmed[...$0].lowercased() } ?? ""
    }
}
