/// Who writes the workflow.
public struct ConductorSpecification: Hashable, Sendable, Codable {
    public enum Kind: String, Sendable, Codable {
        /// Podium's own, in process.
        case embedded
        /// A model of the pool, asked by prompt.
        case prompted
        /// A model trained to conduct, asked in the form it was trained on.
        case checkpoint
        /// A plan from a file.
        case fixed
    }

    public var kind: Kind
    /// The model that writes the plan; nil for `fixed`.
    public var worker: Worker?
    /// The plan itself; only for `fixed`.
    public var plan: Plan?
    /// How a checkpoint is asked; only for `checkpoint`.
    public var template: PlanTemplate?
    /// The name of the file that the plan or the template came from.
    public var source: String?

    private init(
        kind: Kind,
        worker: Worker? = nil,
        plan: Plan? = nil,
        template: PlanTemplate? = nil,
        source: String? = nil
    ) {
        self.kind = kind
        self.worker = worker
        self.plan = plan
        self.template = template
        self.source = source
    }

    public static func embedded(_ worker: Worker) -> ConductorSpecification {
        .init(kind: .embedded, worker: worker)
    }

    public static func prompted(_ worker: Worker) -> ConductorSpecification {
        .init(kind: .prompted, worker: worker)
    }

    public static func checkpoint(
        _ worker: Worker,
        template: PlanTemplate,
        source: String
    ) -> ConductorSpecification {
        .init(kind: .checkpoint, worker: worker, template: template, source: source)
    }

    public static func fixed(_ plan: Plan, source: String) -> ConductorSpecification {
        .init(kind: .fixed, plan: plan, source: source)
    }
}
