import PodiumCore

/// What is done with a recorded session.
extension Command {
    static let replay: [Command] = [
        resume,
        replaying("play-pause", "space", "play/pause", "Play or pause") { cursor in
            if cursor.isAtEnd { cursor.seek(to: 0) }
            cursor.isPlaying.toggle()
        },
        seeking("next-event", "right .", "event", "One event on") { $0.position + 1 },
        seeking("previous-event", "left ,", nil, "One event back") { $0.position - 1 },
        jumping(
            "next-landmark",
            "] shift-right",
            "step",
            "To the next that stands out: a start, an end, a failure, a decision",
            forward: true
        ),
        jumping("previous-landmark", "[ shift-left", nil, "To the one before", forward: false),
        jumping(
            "next-failure",
            "!",
            nil,
            "To the next failure",
            forward: true,
            to: "failure",
            [.failure]
        ),
        jumping(
            "previous-failure",
            "alt-!",
            nil,
            "To the failure before",
            forward: false,
            to: "failure",
            [.failure]
        ),
        jumping(
            "next-override",
            "@",
            nil,
            "To the next decision of a person",
            forward: true,
            to: "decision",
            [.override]
        ),
        jumping(
            "previous-override",
            "alt-@",
            nil,
            "To the decision before",
            forward: false,
            to: "decision",
            [.override]
        ),
        goTo,
        replaying("faster", ">", "faster", "Faster, up to 64 times") {
            $0.changeSpeed(faster: true)
        },
        replaying("slower", "<", nil, "Slower, down to a quarter") {
            $0.changeSpeed(faster: false)
        },
        seeking("first", "home", nil, "To the beginning") { _ in 1 },
        seeking("last", "end", nil, "To the end") { $0.events.count },
        events,
        Command(
            "event-kind",
            "K",
            "kind",
            in: .replay,
            "Of the events: all, steps, failures, overrides or answers",
            can: { $0.session?.events.isOpen == true },
            act: { workbench in
                guard workbench.session?.events.isOpen == true else {
                    return workbench.say(
                        "The list of events is closed: \(workbench.named(.events))."
                    )
                }
                workbench.withSession { $0.showNextKind() }
            }
        ),
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

    static let events = Command(
        "events",
        "J",
        "events",
        in: .replay,
        "The list of events; / narrows it, Enter looks at the agent"
    ) { $0.withSession { $0.toggleEvents() } }

    static let goTo = Command(
        "goto",
        "'",
        nil,
        in: .replay,
        "To a time (1:23) or an event (143); also `:goto 1:23`"
    ) { workbench in
        workbench.open(.write(Writer("go to", for: .place, placeholder: "1:23, or 143")))
    }

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
        _ position: @escaping @Sendable (ReplayCursor) -> Int
    ) -> Command {
        Command(name, keys, short, in: .replay, help) { $0.withSession { $0.seek(position) } }
    }

    /// Going to what stands out, which pauses.
    ///
    /// - Parameter what: what is looked for, to say that there is none.
    private static func jumping(
        _ name: String,
        _ keys: String,
        _ short: String?,
        _ help: String,
        forward: Bool,
        to what: String? = nil,
        _ kinds: Set<Landmark> = Set(Landmark.allCases)
    ) -> Command {
        Command(name, keys, short, in: .replay, help) { workbench in
            var isThere = false
            workbench.withSession { session in
                isThere = session.jump(to: kinds, forward: forward)
                // Behind the last that stands out is the end, before the first the beginning.
                if !isThere, what == nil { session.seek { forward ? $0.events.count : 1 } }
            }
            guard !isThere, let what else { return }
            workbench.say("There is no \(what) \(forward ? "after" : "before") this.", isNews: true)
        }
    }
}
