internal import PodiumCore

/// Tools as the APIs offer them.
extension RequestFields {
    /// A list of tools, of which those that only a vendor's own servers have are left out.
    ///
    /// - Parameters:
    ///   - unused: gets the places of those that are left out.
    ///   - read: a tool, or several, from its object; nil for one that is left out.
    private mutating func tools(
        unused: inout [String],
        _ read: (inout RequestFields) throws(APIError) -> [Tool]?
    ) throws(APIError) -> [Tool] {
        var tools: [Tool] = []
        var names: Set<String> = []
        for (index, value) in (try array("tools") ?? []).enumerated() {
            var fields = try RequestFields(value, at: path("tools[\(index)]"))
            guard let read = try read(&fields) else {
                let type = try fields.string("type") ?? "?"
                let place = path("tools[\(index)]")
                unused.append("\(place), which is \(type.prefix(40)) and no function,")
                continue
            }
            try fields.finishTool()
            for tool in read where !names.insert(tool.name).inserted {
                throw .invalid(fields.path("name"), "Two tools are called \(tool.name.prefix(64)).")
            }
            tools += read
        }
        return tools
    }

    /// What else a tool may say changes nothing here.
    private mutating func finishTool() throws(APIError) {
        _ = unused(
            "cache_control",
            "defer_loading",
            "eager_input_streaming",
            "allowed_callers",
            "output_schema",
            "async"
        )
        try finish()
    }

    /// - Parameter schema: the name of the member that describes the arguments.
    private mutating func tool(_ schema: String) throws(APIError) -> Tool {
        guard let name = try string("name") else { throw missing("name") }
        guard (1...128).contains(name.utf8.count), !name.contains(where: \.isWhitespace) else {
            throw .invalid(path("name"), "\(path("name")) must be 1 to 128 bytes without blanks.")
        }
        let parameters = take(schema) ?? .withoutParameters
        guard parameters.isObject else {
            throw .invalid(path(schema), "\(path(schema)) must be an object.")
        }
        return Tool(
            name: name,
            description: try string("description"),
            parameters: parameters.withWholeObject,
            isStrict: try bool("strict")
        )
    }

    /// `{"type": "function", "function": {"name", "description", "parameters", "strict"}}`
    mutating func chatTools(unused: inout [String]) throws(APIError) -> ToolTerms? {
        let tools = try tools(unused: &unused) { (fields) throws(APIError) in
            guard fields.holds("type", "function") else { return nil }
            guard var function = try fields.object("function") else {
                throw fields.missing("function")
            }
            _ = fields.take("type")
            let tool = try function.tool("parameters")
            try function.finish()
            return [tool]
        }
        let choice = try choice("function")
        return try terms(tools, choice, isParallel: try bool("parallel_tool_calls"), &unused)
    }

    /// `{"type": "function", "name", "description", "parameters", "strict"}`
    ///
    /// - Parameter namespaces: gets what is called otherwise here, of `{"type": "namespace", "name",
    ///   "tools"}`.
    mutating func responsesTools(
        _ namespaces: inout [String: ToolName],
        unused: inout [String]
    ) throws(APIError) -> ToolTerms? {
        var leftOut: [String] = []
        let tools = try tools(unused: &unused) { (fields) throws(APIError) in
            guard fields.holds("type", "namespace") else { return try fields.responsesTool() }
            _ = fields.unused("type", "description")
            guard let space = try fields.string("name") else { throw fields.missing("name") }
            let inner = try fields.tools(unused: &leftOut) { (tool) throws(APIError) in
                try tool.responsesTool()
            }
            return inner.map { tool in
                let name = ToolName(namespace: space, name: tool.name)
                namespaces[name.joined] = name
                var tool = tool
                tool.name = name.joined
                return tool
            }
        }
        unused += leftOut
        let choice = try choice(nil)
        return try terms(tools, choice, isParallel: try bool("parallel_tool_calls"), &unused)
    }

    private mutating func responsesTool() throws(APIError) -> [Tool]? {
        guard holds("type", "function") else { return nil }
        _ = take("type")
        return [try tool("parameters")]
    }

    /// `{"name", "description", "input_schema", "strict"}`
    mutating func messagesTools(unused: inout [String]) throws(APIError) -> ToolTerms? {
        let tools = try tools(unused: &unused) { (fields) throws(APIError) in
            guard fields.holds("type", nil) || fields.holds("type", "custom") else { return nil }
            _ = fields.take("type")
            let tool = try fields.tool("input_schema")
            _ = fields.unused("input_examples")
            return [tool]
        }
        guard var choice = try object("tool_choice") else {
            return try terms(tools, nil, isParallel: nil, &unused)
        }
        let isParallel = try choice.bool("disable_parallel_tool_use").map { !$0 }
        let wanted: ToolTerms.Choice
        switch try choice.string("type") {
        case "auto": wanted = .auto
        case "none": wanted = .never
        case "any": wanted = .required
        case "tool":
            guard let name = try choice.string("name") else { throw choice.missing("name") }
            wanted = .named(name)
        default:
            throw .invalid("tool_choice.type", "tool_choice.type must be auto, any, tool or none.")
        }
        try choice.finish()
        return try terms(tools, wanted, isParallel: isParallel, &unused)
    }

    /// `tool_choice` of OpenAI's APIs.
    ///
    /// - Parameter inner: the member in which the tool's name stands; nil where it stands beside the type.
    private mutating func choice(_ inner: String?) throws(APIError) -> ToolTerms.Choice? {
        switch take("tool_choice") {
        case nil: return nil
        case .string("auto")?: return .auto
        case .string("none")?: return .never
        case .string("required")?: return .required
        case .object(let members)?:
            var fields = RequestFields(members, at: path("tool_choice"))
            guard fields.holds("type", "function") else {
                throw unsupported(
                    "tool_choice",
                    "name a function, or write auto, required or none."
                )
            }
            _ = fields.take("type")
            guard let inner else { return .named(try fields.onlyName()) }
            guard var function = try fields.object(inner) else { throw fields.missing(inner) }
            let name = try function.onlyName()
            try fields.finish()
            return .named(name)
        default:
            throw .invalid("tool_choice", "tool_choice must be auto, required, none or a function.")
        }
    }

    private mutating func onlyName() throws(APIError) -> String {
        guard let name = try string("name") else { throw missing("name") }
        try finish()
        return name
    }

    /// Nil where nothing is offered.
    private func terms(
        _ tools: [Tool],
        _ choice: ToolTerms.Choice?,
        isParallel: Bool?,
        _ unused: inout [String]
    ) throws(APIError) -> ToolTerms? {
        let choice = choice ?? .auto
        switch choice {
        case .named(let name):
            guard tools.contains(where: { $0.name == name }) else {
                throw .invalid("tool_choice", "No function of tools is called \(name.prefix(64)).")
            }
        case .required:
            guard !tools.isEmpty else {
                throw .invalid("tool_choice", "tool_choice wants a tool, and there is no function.")
            }
        case .auto, .never: break
        }
        guard tools.isEmpty else { return ToolTerms(tools, choice: choice, isParallel: isParallel) }
        if isParallel != nil { unused.append(path("parallel_tool_calls")) }
        return nil
    }
}

extension JSONValue {
    /// A schema of arguments with what some vendors want it to say, where it does not.
    fileprivate var withWholeObject: JSONValue {
        guard case .object(var members) = parsed,
            members["type"] == nil || members["properties"] == nil
        else { return self }
        members["type"] = members["type"] ?? "object"
        if members["type"] == "object" { members["properties"] = members["properties"] ?? [:] }
        return .object(members)
    }
}
