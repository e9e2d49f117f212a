internal import Yams

/// A value in a YAML file that knows where it stands, so that every complaint about it can say so.
struct YAMLValue {
    let node: Node
    /// Such as `workers[0].price`; empty for the root.
    let path: String
    let file: String

    /// Nil for an empty value or `null`, which count as not written.
    var nonNull: YAMLValue? { isNull ? nil : self }

    private var isNull: Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    // MARK: Containers

    var isList: Bool {
        if case .sequence = node { true } else { false }
    }

    /// The items of a list.
    func list(of what: String) throws(ConfigurationError) -> [YAMLValue] {
        guard case .sequence(let items) = node else { throw unexpected("a list of \(what)") }
        try requireFew(items.count)
        return items.enumerated().map { index, item in
            YAMLValue(node: item, path: "\(path)[\(index)]", file: file)
        }
    }

    /// One pair of a mapping whose keys are names that a person chose.
    struct Entry {
        var name: String
        /// For complaints about the name itself.
        var key: YAMLValue
        var value: YAMLValue
    }

    /// The pairs of a mapping, in the order written.
    func entries(_ what: String) throws(ConfigurationError) -> [Entry] {
        guard case .mapping(let pairs) = node else { throw unexpected(what) }
        try requireFew(pairs.count)
        var entries: [Entry] = []
        for (key, value) in pairs {
            guard case .scalar(let scalar) = key else {
                throw YAMLValue(node: key, path: path, file: file)
                    .unexpected("a key that is plain text")
            }
            let name = scalar.string
            let shown = SecretGuard.mayHoldSecret(name) ? "…" : name.printable()
            let inner = path.isEmpty ? shown : "\(path).\(shown)"
            entries.append(
                Entry(
                    name: name,
                    key: YAMLValue(node: key, path: inner, file: file),
                    value: YAMLValue(node: value, path: inner, file: file)
                )
            )
        }
        return entries
    }

    /// Far more than anyone writes by hand; it bounds the work that a hostile file can ask for.
    private func requireFew(_ count: Int) throws(ConfigurationError) {
        guard count <= 1000 else {
            throw error(.tooLarge, "There are \(count) entries here; at most 1000 are allowed.")
        }
    }

    // MARK: Complaints

    /// A value of the wrong type, or out of range.
    func unexpected(_ expected: String, advice: String? = nil) -> ConfigurationError {
        var error = error(.badValue, "Expected \(expected), found \(found).", advice: advice)
        error.expected = expected
        error.found = found
        return error
    }

    func error(
        _ code: ConfigurationError.Code,
        _ problem: String,
        advice: String? = nil
    ) -> ConfigurationError {
        ConfigurationError(
            code,
            problem,
            file: file,
            line: node.mark?.line,
            column: node.mark?.column,
            keyPath: path,
            advice: advice
        )
    }

    /// Gives a complaint that knows no place this value's.
    func placing<Result>(
        _ body: () throws(ConfigurationError) -> Result
    ) throws(ConfigurationError) -> Result {
        do throws(ConfigurationError) {
            return try body()
        } catch {
            throw self.error(error.code, error.problem, advice: error.advice)
        }
    }

    private var found: String {
        switch node {
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .alias: "an alias"
        case .scalar(let scalar):
            if isNull {
                "nothing"
            } else if scalar.style == .plain, !SecretGuard.mayHoldSecret(scalar.string) {
                scalar.string.printable()
            } else {
                scalar.string.quotedForMessage
            }
        }
    }
}
