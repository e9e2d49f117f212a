import ArgumentParser
import PodiumConfiguration

/// What was typed, before and after the argument parser has read it: a slip of the fingers is no
/// question to be asked and paid for.
struct TypedCommand {
    private let arguments: [String]

    init(_ arguments: some Sequence<String>) {
        self.arguments = Self.joiningNumbers(Array(arguments))
    }

    /// With numbers below 0 behind their options (`--price -1` as `--price=-1`): the parser would take them
    /// for options, and tell that a value is missing where one is wrong.
    private static func joiningNumbers(_ arguments: [String]) -> [String] {
        var joined: [String] = []
        for (place, argument) in arguments.enumerated() {
            guard let option = joined.last, option.hasPrefix("-"), option.count > 1,
                !option.contains("="), !isNegative(option), isNegative(argument),
                !arguments[..<place].contains("--")
            else {
                joined.append(argument)
                continue
            }
            joined[joined.count - 1] = "\(option)=\(argument)"
        }
        return joined
    }

    private static func isNegative(_ text: String) -> Bool {
        text.hasPrefix("-") && Double(text) != nil
            && text.dropFirst().first.map { $0.isNumber || $0 == "." } == true
    }

    /// The arguments for the parser: the words of a question that was typed without quotes are one.
    ///
    /// - Throws: `Failure` with status 2 for a word in the place of a command that is none.
    func parts(of root: any ParsableCommand.Type) throws -> [String] {
        guard let word = arguments.first, Self.isWord(word) else { return arguments }
        // The parser's own.
        let names = root.configuration.subcommands.map { $0._commandName } + ["help"]
        if let command = root.configuration.subcommands.first(where: { $0._commandName == word }) {
            try requireSubcommand(of: command, path: "podium \(word)", arguments.dropFirst())
            return arguments
        }
        guard !names.contains(word) else { return arguments }
        if Self.mayBeCommand(word.lowercased()),
            let nearest = Suggestion.nearest(to: word, among: names)
        {
            let way =
                arguments.count == 1
                ? Self.wayToAsk(word) : "A question that begins with it stands in quotes."
            throw Failure(
                "there is no command `\(word)`. Did you mean `podium \(nearest)`? \(way)",
                status: .usage
            )
        }
        return arguments.contains { $0.hasPrefix("-") }
            ? arguments : [arguments.joined(separator: " ")]
    }

    /// Refuses a single word in the form of a command as a question, unless `open` says that it is one.
    ///
    /// - Throws: `Failure` with status 2.
    func requireQuestion(of command: any ParsableCommand) throws {
        guard let open = command as? WorkbenchCommand, arguments.first != "open",
            let question = open.question, Self.mayBeCommand(question)
        else { return }
        let word = question.filter { !$0.isWhitespace }
        throw Failure("there is no command `\(word)`. \(Self.wayToAsk(word))", status: .usage)
    }

    private static func wayToAsk(_ word: String) -> String {
        "A question is more than one word, or `podium run \(word)`."
    }

    /// Whether a text is one word, and no option or standard input.
    private static func isWord(_ text: String) -> Bool {
        text.split(whereSeparator: \.isWhitespace).count == 1 && !text.hasPrefix("-")
    }

    /// Whether a word has the form of a command: small letters, digits and hyphens.
    private static func mayBeCommand(_ text: String) -> Bool {
        let word = text.filter { !$0.isWhitespace }
        return isWord(text)
            && word.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            }
    }

    private func requireSubcommand(
        of command: any ParsableCommand.Type,
        path: String,
        _ rest: ArraySlice<String>
    ) throws {
        let names = command.configuration.subcommands.map { $0._commandName }
        guard !names.isEmpty, let word = rest.first, !word.hasPrefix("-"), !names.contains(word)
        else { return }
        let advice =
            Suggestion.nearest(to: word, among: names).map { "Did you mean `\(path) \($0)`?" }
            ?? "There is \(names.map { "`\(path) \($0)`" }.joined(separator: ", "))."
        throw Failure("there is no command `\(path) \(word)`. \(advice)", status: .usage)
    }
}
