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

        /// The tokens that thoughts may take beside the answer, since the limit holds for both. A
        /// model that decides itself has no budget, so this is generous: what is not used costs
        /// nothing.
        var room: Int {
            switch self {
            case .unset, .disabled: 0
            case .budget(let tokens): tokens
            case .adaptive: 24_576
            }
        }
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
        maxTokens = options.maxTokens ?? Self.sum(defaultMaxTokens, mode.room)
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
    /// the budget that yields: to half of the limit, and altogether where that is too little.
    private static func mode(budget: Int, limit: Int?) -> Mode {
        let budget = max(budget, smallestBudget)
        guard let limit, limit <= budget else { return .budget(budget) }
        return limit / 2 >= smallestBudget ? .budget(limit / 2) : .unset
    }

    private static func sum(_ left: Int, _ right: Int) -> Int {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? .max : sum
    }
}
