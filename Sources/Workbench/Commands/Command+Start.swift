/// What is done on the start screen.
extension Command {
    static let start: [Command] = [
        Command(
            "submit",
            "enter",
            "ask or open",
            in: [.start, .editor],
            "Ask the question, or open what is selected"
        ) { $0.submit() },
        // The editor itself takes these keys.
        Command("new-line", "alt-enter ctrl-j", in: .editor, "A new line in the question") { _ in []
        },
        Command(
            "next-part",
            "tab",
            "question / lists",
            in: [.start, .editor],
            "Between question, open sessions, samples and past sessions"
        ) { $0.start.moveFocus(by: 1) },
        Command("previous-part", "shift-tab", in: [.start, .editor], "The other way round") {
            $0.start.moveFocus(by: -1)
        },
        Command(
            "find-session",
            "/",
            "find a session",
            in: .start,
            "Find a past session by its question",
            can: { !$0.start.history.isEmpty },
            act: { $0.openSessionChooser() }
        ),
        Command(
            "clients",
            "C",
            in: .start,
            "Who asks through the endpoint: requests, cost, budgets"
        ) { $0.openClients() },
        Command("leave", "escape", in: .editor, "Leave the question") { $0.start.leaveEditor() },
    ]
}

extension Workbench {
    fileprivate mutating func submit() -> [Effect] {
        switch start.choice {
        case .ask(let question)?: return ask(question, after: nil)
        case .open(let id)?: return open(id)
        case nil:
            say("Write a question first, or choose a sample with Tab.")
            return []
        }
    }
}
