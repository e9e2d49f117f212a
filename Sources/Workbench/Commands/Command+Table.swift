/// All commands, in the order in which footer, help and list show them.
extension Command {
    static let all: [Command] = groups.flatMap(\.commands)

    /// The commands by what they are for, as the help shows them.
    static let groups: [(title: String, commands: [Command])] = [
        ("start screen", start + asking),
        ("decide", deciding),
        ("the answer", after),
        ("replay", replay),
        ("move and look", moving),
        ("find and copy", reading),
        ("the workflow", workflow),
        ("room", room),
        ("everywhere", everywhere),
    ]
}
