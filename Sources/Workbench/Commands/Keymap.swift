import CellUI

/// Which keys do what: the usual ones, and what a person has put in their place.
public struct Keymap: Sendable {
    /// Why keys cannot be as a person wants them.
    public enum Invalid: Error, Hashable {
        case unknownCommand(String)
        case unknownKey(String, command: String)
        /// The key would mean both in one place.
        case clash(key: String, command: String, other: String)
    }

    private let keys: [String: [Key]]

    /// The usual keys.
    public static let standard = Keymap()

    private init() {
        keys = Dictionary(uniqueKeysWithValues: Command.all.map { ($0.name, $0.keys) })
    }

    /// The names of all commands.
    public static var commandNames: [String] { Command.all.map(\.name) }

    /// - Parameter assignments: the keys of commands, as `Key` reads them; none takes them away.
    /// - Throws: `Invalid` for a command or a key that does not exist, and for a key that would mean
    ///   two things in one place.
    public init(_ assignments: [String: [String]]) throws(Invalid) {
        var keys = Self.standard.keys
        for (command, texts) in assignments.sorted(by: { $0.key < $1.key }) {
            guard keys[command] != nil else { throw Invalid.unknownCommand(command) }
            keys[command] = try texts.map { text throws(Invalid) in
                guard let key = Key(text) else {
                    throw Invalid.unknownKey(text, command: command)
                }
                return key
            }
        }
        self.keys = keys
        try requireNoClash(assigned: Set(assignments.keys))
    }

    private func requireNoClash(assigned: Set<String>) throws(Invalid) {
        for (index, command) in Command.all.enumerated() {
            for other in Command.all[(index + 1)...]
            where !command.places.isDisjoint(with: other.places) {
                guard let key = self.keys(of: command).first(where: self.keys(of: other).contains)
                else { continue }
                // The one that was assigned is the one to mend.
                let names =
                    assigned.contains(other.name)
                    ? (other.name, command.name) : (command.name, other.name)
                throw Invalid.clash(key: key.name, command: names.0, other: names.1)
            }
        }
    }

    /// The keys of a command; the first is the one that is shown.
    func keys(of command: Command) -> [Key] { keys[command.name] ?? [] }

    func command(for key: Key, in place: Place) -> Command? {
        Command.all.first { command in
            !command.places.isDisjoint(with: place) && keys(of: command).contains(key)
        }
    }

    /// The commands of a place, in the table's order.
    func commands(in place: Place) -> [Command] {
        Command.all.filter { !$0.places.isDisjoint(with: place) }
    }

    /// The key that is shown for a command; nil when it has none.
    func shownKey(of command: Command) -> String? {
        keys(of: command).first?.description
    }
}
