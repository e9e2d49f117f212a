internal import Yams

extension ConfigurationReader {
    func readKeys(_ mistakes: inout Mistakes) -> [KeyAssignment] {
        guard let value = fields[.keys] else { return [] }
        let entries = mistakes.read { () throws(ConfigurationError) in
            try value.entries("a mapping from names of commands to keys")
        }
        return (entries ?? []).compactMap { entry in
            mistakes.read { () throws(ConfigurationError) in try readKey(entry) }
        }
    }

    private func readKey(_ entry: YAMLValue.Entry) throws(ConfigurationError) -> KeyAssignment {
        _ = try entry.key.chosenName("command")
        return KeyAssignment(
            command: entry.name,
            keys: try entry.value.keys(),
            file: file,
            line: entry.key.node.mark?.line,
            column: entry.key.node.mark?.column
        )
    }
}

extension YAMLValue {
    fileprivate func keys() throws(ConfigurationError) -> [String] {
        let items = isList ? try list(of: "keys") : [self]
        return try items.map { item throws(ConfigurationError) in try item.key() }
    }

    /// The name of a key, or a character that stands for itself.
    private func key() throws(ConfigurationError) -> String {
        guard nonNull != nil, let text = scalarText, (1...32).contains(text.count),
            text == text.printable(limit: 32)
        else {
            throw unexpected(
                "a key such as R, space or \"#\", or a list of keys",
                advice: "Quote a special character; write `[]` for no key at all."
            )
        }
        return text
    }
}
