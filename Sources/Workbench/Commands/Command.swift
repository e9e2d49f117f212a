import CellUI

/// Something a person can have the workbench do, by key, by list and by mouse.
///
/// All that is known of it stands in its row: how the configuration spells it, its keys, its words in
/// the last line and in the help, where it is, when it does something, and what it does. Two commands
/// of one name are the same.
struct Command: Sendable {
    /// As the configuration spells it.
    let name: String
    /// The usual keys; the first is the one that is shown. None: it is in the list of commands alone.
    let keys: [Key]
    /// For the last line; nil keeps it out.
    let short: String?
    /// For the help and the list of commands; empty keeps it out of both.
    let help: String
    let places: Place
    let traits: Traits
    /// Whether it would do something as things stand.
    let isUseful: @Sendable (Workbench) -> Bool
    /// Does it. The subject is what it was chosen for, when that was in a list: what runs goes on
    /// meanwhile.
    let act: @Sendable (inout Workbench, Subject?) -> [Effect]

    /// - Parameter keys: their names, with blanks between.
    init(
        _ name: String,
        _ keys: String,
        _ short: String? = nil,
        in places: Place,
        _ help: String,
        _ traits: Traits = [],
        can isUseful: @escaping @Sendable (Workbench) -> Bool = { _ in true },
        act: @escaping @Sendable (inout Workbench, Subject?) -> [Effect]
    ) {
        self.name = name
        self.keys = keys.split(separator: " ").compactMap { Key(String($0)) }
        self.short = short
        self.help = help
        self.places = places
        self.traits = traits
        self.isUseful = isUseful
        self.act = act
    }
}

extension Command {
    /// What else can be said of a command.
    struct Traits: OptionSet, Sendable {
        let rawValue: Int

        /// It decides in the conductor's place: there is no such thing in a replay.
        static let decision = Traits(rawValue: 1)
        /// It is among what can be done with the step that is looked at.
        static let aboutStep = Traits(rawValue: 2)
        /// It does the same where a session is told in lines.
        static let inLines = Traits(rawValue: 4)
    }

    /// One that is about nothing but what is on the screen.
    init(
        _ name: String,
        _ keys: String,
        _ short: String? = nil,
        in places: Place,
        _ help: String,
        _ traits: Traits = [],
        can isUseful: @escaping @Sendable (Workbench) -> Bool = { _ in true },
        act: @escaping @Sendable (inout Workbench) -> [Effect]
    ) {
        self.init(name, keys, short, in: places, help, traits, can: isUseful) { workbench, _ in
            act(&workbench)
        }
    }

    /// One that asks for nothing outside the workbench.
    init(
        _ name: String,
        _ keys: String,
        _ short: String? = nil,
        in places: Place,
        _ help: String,
        can isUseful: @escaping @Sendable (Workbench) -> Bool = { _ in true },
        act: @escaping @Sendable (inout Workbench) -> Void
    ) {
        self.init(name, keys, short, in: places, help, can: isUseful) { workbench, _ in
            act(&workbench)
            return []
        }
    }
}

extension Command: Hashable {
    static func == (left: Command, right: Command) -> Bool { left.name == right.name }

    func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// Where a key can be pressed. The same key may mean one thing in each.
struct Place: OptionSet, Hashable, Sendable {
    let rawValue: Int

    /// The lists of the start screen.
    static let start = Place(rawValue: 1)
    /// The question being written: letters are text there.
    static let editor = Place(rawValue: 2)
    /// A session that runs or has just ended.
    static let live = Place(rawValue: 4)
    static let replay = Place(rawValue: 8)

    static let session: Place = [.live, .replay]
    static let everywhere: Place = [.start, .editor, .live, .replay]
}
