/// What is done on the start screen.
extension Command {
    static let start: [Command] = [
        Command(
            "submit",
            "enter",
            "ask or open",
            in: [.start, .editor],
            "Ask the question, or open what is selected"
        ) { workbench, _ in workbench.submit() },
        // The editor itself takes these keys.
        Command("new-line", "alt-enter ctrl-j", in: .editor, "A new line in the question") { _, _ in
            []
        },
        Command(
            "next-part",
            "tab",
            "question / lists",
            in: [.start, .editor],
            "Between question, open sessions, samples and past sessions"
        ) { workbench, _ in
            workbench.start.moveFocus(by: 1)
            return []
        },
        Command("previous-part", "shift-tab", in: [.start, .editor], "The other way round") {
            workbench, _ in
            workbench.start.moveFocus(by: -1)
            return []
        },
        Command(
            "find-session",
            "/",
            "find a session",
            in: .start,
            "Find a past session by its question",
            can: { !$0.start.history.isEmpty },
            act: { workbench, _ in
                workbench.openSessionChooser()
                return []
            }
        ),
        Command("leave", "escape", in: .editor, "Leave the question") { workbench, _ in
            workbench.start.leaveEditor()
            return []
        },
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
