/// The keys that a person wants for a command.
///
/// Only the shape is checked: which commands and keys there are, the screen knows. It tells mistakes
/// by the two errors here, which know the place.
public struct KeyAssignment: Hashable, Sendable {
    /// The command's name, such as `reroute`.
    public var command: String
    /// The keys as they are written, such as `R` or `space`; empty leaves the command without a key.
    public var keys: [String]
    /// The file, as its path was given.
    public var file: String
    /// Of the command's name, counted from 1.
    public var line: Int?
    /// Of the command's name, counted from 1, in Unicode scalars.
    public var column: Int?

    /// - Parameter known: the names of the commands there are.
    /// - Returns: that there is no such command, with the nearest of the known ones.
    public func unknownCommand(among known: [String]) -> ConfigurationError {
        let nearest = Suggestion.nearest(to: command, among: known)
        return mistake(
            .unknownName,
            "There is no command \(command.quotedForMessage).",
            advice: nearest.map { "Did you mean `\($0)`?" }
                ?? "The names are in the list of commands (`:` on the screen) and docs/workbench.md."
        )
    }

    /// A mistake in the keys: one that does not exist, or that two commands share.
    ///
    /// - Parameter problem: what is wrong, in one sentence.
    /// - Parameter advice: how to mend it.
    public func mistake(
        _ code: ConfigurationError.Code,
        _ problem: String,
        advice: String? = nil
    ) -> ConfigurationError {
        ConfigurationError(
            code,
            problem,
            file: file,
            line: line,
            column: column,
            keyPath: "keys.\(command.printable())",
            advice: advice
        )
    }
}
