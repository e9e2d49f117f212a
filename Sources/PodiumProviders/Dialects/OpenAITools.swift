internal import PodiumCore

/// What Chat Completions and Responses say alike of tools.
enum OpenAITools {
    /// The members of a request that offer them.
    ///
    /// - Parameters:
    ///   - tool: one of the list.
    ///   - choice: that of the tool of this name.
    static func members(
        _ terms: ToolTerms?,
        tool: (Tool) -> JSONValue,
        choice: (String) -> JSONValue
    ) -> [String: JSONValue] {
        guard let terms, !terms.tools.isEmpty else { return [:] }
        var members: [String: JSONValue] = ["tools": .array(terms.tools.map(tool))]
        switch terms.choice {
        case .auto: break
        case .never: members["tool_choice"] = "none"
        case .required: members["tool_choice"] = "required"
        case .named(let name): members["tool_choice"] = choice(name)
        }
        members["parallel_tool_calls"] = terms.isParallel.map(JSONValue.bool)
        return members
    }
}
