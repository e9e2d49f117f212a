import CellUI

/// Which keys do what: the usual ones, and what a person has put in their place.
public struct Keymap: Sendable {
    /// Keys that a person wants for a command.
    public struct Assignment: Hashable, Sendable {
        public var command: String
        /// As `Key` reads them; none takes the command's keys away.
        public var keys: [String]
        /// Where it is written, for messages.
        public var place: String

        public init(command: String, keys: [String], place: String) {
            self.command = command
            self.keys = keys
            self.place = place
        }
    }

    /// What is wrong with an assignment: what, where, and how to mend it.
    public struct Invalid: Error, Hashable, CustomStringConvertible {
        public let description: String
    }

    private let keys: [String: [Key]]

    /// The usual keys.
    public static let standard = Keymap()

    private init() {
        keys = Dictionary(uniqueKeysWithValues: CommandEntry.all.map { ($0.name, $0.keys) })
    }

    /// - Throws: `Invalid` for a command or a key that does not exist, and for a key that would mean
    ///   two things in one place.
    public init(_ assignments: [Assignment]) throws(Invalid) {
        var keys = Self.standard.keys
        var places: [String: String] = [:]
        for assignment in assignments {
            guard keys[assignment.command] != nil else {
                throw Invalid(
                    description:
                        "\(assignment.place): there is no command \"\(assignment.command)\"."
                        + " There are \(keys.keys.sorted().joined(separator: ", "))."
                )
            }
            keys[assignment.command] = try assignment.keys.map { text throws(Invalid) in
                try Self.key(text, at: assignment.place)
            }
            places[assignment.command] = assignment.place
        }
        self.keys = keys
        try requireNoClash(assigned: places)
    }

    private static func key(_ text: String, at place: String) throws(Invalid) -> Key {
        guard let key = Key(text) else {
            throw Invalid(
                description: "\(place): \"\(text)\" is no key. Write a character, or a name such as"
                    + " ctrl-r, alt-x, f5, enter, space, page-up or shift-tab."
            )
        }
        return key
    }

    private func requireNoClash(assigned: [String: String]) throws(Invalid) {
        for (index, entry) in CommandEntry.all.enumerated() {
            for other in CommandEntry.all[(index + 1)...]
            where !entry.places.isDisjoint(with: other.places) {
                guard let key = self.keys(of: entry).first(where: self.keys(of: other).contains)
                else { continue }
                let place = assigned[other.name] ?? assigned[entry.name] ?? "keys"
                throw Invalid(
                    description: "\(place): \(key.name) would be both \(entry.name) and"
                        + " \(other.name). Give one of them another key, or none: []."
                )
            }
        }
    }

    /// The keys of a command; the first is the one that is shown.
    func keys(of entry: CommandEntry) -> [Key] { keys[entry.name] ?? [] }

    func command(for key: Key, in place: Place) -> Command? {
        CommandEntry.all.first { entry in
            !entry.places.isDisjoint(with: place) && keys(of: entry).contains(key)
        }?.command
    }

    /// The commands of a place, in the table's order.
    func entries(in place: Place) -> [CommandEntry] {
        CommandEntry.all.filter { !$0.places.isDisjoint(with: place) }
    }

    /// The key that is shown for a command; nil when it has none.
    func shownKey(of entry: CommandEntry) -> String? {
        keys(of: entry).first.map { $0 == .character(" ") ? "space" : $0.description }
    }
}
