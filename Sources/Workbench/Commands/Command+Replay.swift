import PodiumCore

/// What is done with a recorded session.
extension Command {
    static let replay: [Command] = [
        resume,
        replaying("play-pause", "space", "play/pause", "Play or pause") { cursor in
            if cursor.isAtEnd { cursor.seek(to: 0) }
            cursor.isPlaying.toggle()
        },
        seeking("next-event", "right .", "event", "One event on") {
            $0.seek(to: $0.position + 1)
        },
        seeking("previous-event", "left ,", nil, "One event back") {
            $0.seek(to: $0.position - 1)
        },
        seeking("next-landmark", "] shift-right", "step", "To the next start or end of something") {
            $0.skip(forward: true)
        },
        seeking("previous-landmark", "[ shift-left", nil, "To the one before") {
            $0.skip(forward: false)
        },
        replaying("faster", ">", "faster", "Faster, up to 64 times") {
            $0.changeSpeed(faster: true)
        },
        replaying("slower", "<", nil, "Slower, down to a quarter") {
            $0.changeSpeed(faster: false)
        },
        seeking("first", "home", nil, "To the beginning") { $0.seek(to: 1) },
        seeking("last", "end", nil, "To the end") { $0.seek(to: $0.events.count) },
    ]

    static let resume = Command(
        "resume",
        "C",
        "resume",
        in: .session,
        "Go on after an end without an answer, or of the process",
        can: { $0.session?.canBeResumed == true },
        act: { $0.resumeSession() }
    )

    private static func replaying(
        _ name: String,
        _ keys: String,
        _ short: String?,
        _ help: String,
        _ change: @escaping @Sendable (inout ReplayCursor) -> Void
    ) -> Command {
        Command(name, keys, short, in: .replay, help) { $0.withSession { $0.withReplay(change) } }
    }

    /// Going to a place, which pauses.
    private static func seeking(
        _ name: String,
        _ keys: String,
        _ short: String?,
        _ help: String,
        _ change: @escaping @Sendable (inout ReplayCursor) -> Void
    ) -> Command {
        replaying(name, keys, short, help) { cursor in
            cursor.isPlaying = false
            change(&cursor)
        }
    }
}
