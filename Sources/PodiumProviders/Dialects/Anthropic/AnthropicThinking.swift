internal import PodiumCore

/// How a model of Anthropic is asked to think, and the limit of tokens that goes with it.
///
/// Models up to 4.6 take a budget of tokens (`enabled`); from 4.6 on they take an effort and decide
/// themselves (`adaptive`). See <https://platform.claude.com/docs/en/build-with-claude/thinking>.
struct AnthropicThinking: Hashable {
    enum Mode: Hashable {
        /// As the model does by itself.
        case unset
        case disabled
        case budget(Int)
        case adaptive
    }

    /// The least budget that the API takes.
    private static let smallestBudget = 1024

    let mode: Mode
    let effort: String?
    let maxTokens: Int

    init(_ options: ModelOptions, defaultMaxTokens: Int) {
        let isOff = options.reasoningEffort == "none" || options.reasoningTokens == 0
        effort = isOff ? nil : options.reasoningEffort
        if isOff {
            mode = .disabled
        } else if let budget = options.reasoningTokens {
            mode = Self.mode(budget: budget, limit: options.maxTokens)
        } else {
            mode = effort == nil ? .unset : .adaptive
        }
        if case .budget(let budget) = mode {
            let sum = defaultMaxTokens.addingReportingOverflow(budget)
            maxTokens = options.maxTokens ?? (sum.overflow ? .max : sum.partialValue)
        } else {
            maxTokens = options.maxTokens ?? defaultMaxTokens
        }
    }

    var isOn: Bool { mode != .unset && mode != .disabled }

    /// The request's member `thinking`. Newer models leave the text of their thoughts out unless
    /// it is asked for.
    var member: JSONValue? {
        switch mode {
        case .unset: nil
        case .disabled: .object(["type": .string("disabled")])
        case .budget(let tokens):
            .object(["type": .string("enabled"), "budget_tokens": JSONValue(tokens)])
        case .adaptive:
            .object(["type": .string("adaptive"), "display": .string("summarized")])
        }
    }

    /// The budget must stay below the limit of tokens. That limit is what bounds the cost, so it is
    /// the budget that yields: to half of the limit, and to no thinking where that is too little.
    private static func mode(budget: Int, limit: Int?) -> Mode {
        let budget = max(budget, smallestBudget)
        guard let limit, limit <= budget else { return .budget(budget) }
        return limit / 2 >= smallestBudget ? .budget(limit / 2) : .disabled
    }
}
