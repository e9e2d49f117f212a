/// What is wrong with a plan, and where.
public struct WorkflowError: Error, Hashable, Sendable, Codable, CustomStringConvertible {
    public enum Problem: String, Sendable, Codable {
        case noPlan
        case emptyPlan
        case incomplete
        case unequalLengths
        case unknownWorker
        case badReference
        case tooManySteps
        case emptySubtask
        case unreadable
    }

    public var problem: Problem
    /// One sentence for a person and for the conductor that has to mend it.
    public var message: String
    /// The step, counted from 0 as in the plan.
    public var step: Int?
    /// Where in the plan's text, in UTF-8 bytes from its start.
    public var offset: Int?

    public init(_ problem: Problem, _ message: String, step: Int? = nil, offset: Int? = nil) {
        self.problem = problem
        self.message = message
        self.step = step
        self.offset = offset
    }

    public var description: String { message }
}
