import PodiumCore

/// What is done with an answer, and with the session as a whole.
extension Command {
    static let after: [Command] = [
        Command(
            "ask-on",
            "A",
            "ask on",
            in: .session,
            "Ask the next question, knowing this answer; without one, ask again",
            can: { $0.session?.hasEnded == true },
            act: { workbench, _ in
                guard let closed = workbench.reachedEnd else { return [] }
                workbench.write(closed.answer == nil ? workbench.anotherTry : .nextQuestion)
                return []
            }
        ),
        verdictRight,
        verdictWrong,
        home,
        Command(
            "next-session",
            "}",
            in: .session,
            "The next open session",
            .inLines,
            can: { $0.sessions.count > 1 },
            act: { $0.showSession(by: 1) }
        ),
        Command(
            "previous-session",
            "{",
            in: .session,
            "The open session before",
            .inLines,
            can: { $0.sessions.count > 1 },
            act: { $0.showSession(by: -1) }
        ),
    ]

    static let home = Command(
        "home",
        "o",
        "start screen",
        in: .session,
        "Start screen: ask, samples, sessions; what runs goes on",
        .inLines
    ) { $0.goHome() }

    static let verdictRight = verdict(
        "verdict-right",
        "+",
        "right",
        "The answer is right; again: no verdict",
        isRight: true
    )

    static let verdictWrong = verdict(
        "verdict-wrong",
        "-",
        "wrong",
        "The answer is wrong; again: no verdict",
        isRight: false
    )

    private static func verdict(
        _ name: String,
        _ key: String,
        _ short: String,
        _ help: String,
        isRight: Bool
    ) -> Command {
        Command(
            name,
            key,
            short,
            in: .session,
            help,
            can: { $0.session?.hasEnded == true && $0.session?.answer != nil },
            act: { $0.judge(isRight: isRight) }
        )
    }
}
