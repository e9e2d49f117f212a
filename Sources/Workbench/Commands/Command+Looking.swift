import PodiumCore

/// Moving about in a session and in the lists of the start screen, and looking closer.
extension Command {
    static let moving: [Command] =
        [
            looking("next-pane", "tab", "next pane", "Next pane") { $0.moveFocus(by: 1) },
            looking("previous-pane", "shift-tab", nil, "Previous pane") { $0.moveFocus(by: -1) },
            zoom,
            back,
            jump(0, "The conductor's pane; 1 to 9: the pane of that step"),
        ] + (1...9).map { jump($0, "") } + [
            Command("up", "up k", in: [.start, .session], "Up: select or scroll") {
                $0.move(.up, rows: -1)
            },
            Command("down", "down j", in: [.start, .session], "Down") { $0.move(.down, rows: 1) },
            Command("left", "left h", in: .live, "Left in the workflow; else the pane before") {
                $0.move(.left, rows: 0)
            },
            Command("right", "right l", in: .live, "Right in the workflow; else the next pane") {
                $0.move(.right, rows: 0)
            },
            Command("page-up", "page-up ctrl-b", in: [.start, .session], "A page up") {
                $0.scroll(pages: -1)
            },
            Command("page-down", "page-down ctrl-f", in: [.start, .session], "A page down") {
                $0.scroll(pages: 1)
            },
            looking("top", "g", nil, "To the top of the pane") { $0.scroll(toEnd: false) },
            looking("bottom", "G", nil, "To the end, and follow the text again") {
                $0.scroll(toEnd: true)
            },
            Command("first-line", "home", in: .live, "") {
                $0.withSession { $0.scroll(toEnd: false) }
            },
            Command("last-line", "end", in: .live, "") {
                $0.withSession { $0.scroll(toEnd: true) }
            },
        ]

    static let back = looking("back", "escape", nil, "Back: unzoom, then the graph") {
        _ = $0.back()
    }

    static let zoom = Command(
        "zoom",
        "enter z",
        "zoom",
        in: .session,
        "Zoom the pane to the whole screen, and back",
        .aboutStep
    ) { workbench, subject in
        workbench.look(at: subject)
        if workbench.session?.events.hasFocus == true {
            workbench.withSession { $0.lookAtEvent() }
        } else if workbench.session?.selectedEdge != nil {
            workbench.openPage(.edge)
        } else {
            workbench.withSession { $0.toggleZoom() }
        }
        return []
    }

    static let reading: [Command] = [
        find,
        Command(
            "next-match",
            "n",
            in: .session,
            "Next match",
            can: { $0.session?.query.isEmpty == false },
            act: { $0.find(next: true) }
        ),
        Command(
            "previous-match",
            "N",
            in: .session,
            "Previous match",
            can: { $0.session?.query.isEmpty == false },
            act: { $0.find(next: false) }
        ),
        Command(
            "markdown",
            "M",
            in: .session,
            "Answers as Markdown, or as they were written"
        ) { workbench in
            workbench.look.showsMarkdown.toggle()
            workbench.say(
                workbench.look.showsMarkdown
                    ? "Answers are shown as Markdown." : "Answers are shown as they were written."
            )
            return []
        },
        Command(
            "fold",
            "f",
            in: .session,
            "Open or close what the agent thought before it answered",
            can: { workbench in
                workbench.session.flatMap { session in
                    session.selected.flatMap { session.documents[$0]?.hasReasoning }
                } ?? false
            },
            act: { workbench in
                workbench.withSession { session in
                    if let pane = session.selected { session.documents[pane]?.toggleReasoning() }
                }
            }
        ),
        Command("copy", "y", in: .session, "Copy the pane's text", .aboutStep) {
            workbench,
            subject in
            workbench.look(at: subject)
            return workbench.copy(workbench.session?.textInFocus, "the pane's text")
        },
        Command(
            "copy-answer",
            "Y",
            in: .session,
            "Copy the answer",
            can: { $0.session?.answer != nil },
            act: { $0.copy($0.session?.answer, "the answer") }
        ),
        Command("pager", "p", in: .session, "Read the pane's text in $PAGER", .aboutStep) {
            workbench,
            subject in
            workbench.look(at: subject)
            guard let text = workbench.session?.textInFocus, !text.isEmpty else {
                workbench.say("Nothing to read here: choose a pane with Tab.")
                return []
            }
            return [.page(text)]
        },
    ]

    static let find = Command("find", "/", "find", in: .session, "Find in the panes") {
        workbench,
        _ in
        if let events = workbench.session?.events, events.hasFocus {
            workbench.open(.write(Writer("events with", for: .eventFilter, text: events.query)))
            return []
        }
        let query = workbench.session?.query ?? ""
        workbench.open(.write(Writer("find", for: .find, text: query)))
        return []
    }

    static let workflow: [Command] = [
        page("question", "Q", .question, "The whole question, and what was asked before it"),
        Command(
            "request",
            "I",
            in: .session,
            "All that this agent was sent",
            can: { $0.session?.request != nil },
            act: { workbench, subject in
                workbench.look(at: subject)
                workbench.openPage(.request)
                if workbench.opened == nil {
                    workbench.say(
                        "Choose an agent that has been called: nothing was sent to this one."
                    )
                }
                return []
            }
        ),
        Command(
            "why",
            "B",
            in: .session,
            "Why this worker: what was weighed for the step",
            .aboutStep
        ) {
            workbench,
            subject in
            workbench.look(at: subject)
            workbench.openPage(.why)
            if workbench.opened == nil { workbench.say("Choose a step: nothing was weighed here.") }
            return []
        },
        Command("menu", "m", in: .session, "What can be done with this step") { $0.openStepMenu() },
        Command(
            "edges",
            "d",
            in: .session,
            "The step's edges one after the other; enter shows what it saw",
            .aboutStep
        ) { workbench, subject in
            workbench.look(at: subject)
            workbench.withSession { session in
                session.focus(.graph)
                session.withGraph { $0.selectEdge(by: 1) }
            }
            return []
        },
        looking("graph-zoom-in", "=", nil, "The workflow in more detail") { $0.graph.zoom(by: 1) },
        looking("graph-zoom-out", "_", nil, "The workflow in less detail") {
            $0.graph.zoom(by: -1)
        },
        looking("graph-form", "t", nil, "The workflow as boxes or as a tree") {
            $0.graph.toggleForm()
        },
    ]

    // MARK: Rows

    private static func looking(
        _ name: String,
        _ keys: String,
        _ short: String?,
        _ help: String,
        _ change: @escaping @Sendable (inout SessionScreen) -> Void
    ) -> Command {
        Command(name, keys, short, in: .session, help) { $0.withSession(change) }
    }

    private static func jump(_ number: Int, _ help: String) -> Command {
        looking("jump-\(number)", "\(number)", nil, help) { $0.focus(number: number) }
    }

    static func page(
        _ name: String,
        _ key: String,
        _ content: Page.Content,
        _ help: String
    ) -> Command {
        Command(name, key, in: .session, help) { $0.openPage(content) }
    }
}

extension Workbench {
    /// A list was about the step it was opened on, whatever has begun since.
    fileprivate mutating func look(at subject: Subject?) {
        guard let step = subject?.step, session?.focus == .graph else { return }
        withSession { $0.select(.node(.step(step))) }
    }

    fileprivate mutating func move(_ direction: GraphView.Direction, rows: Int) -> [Effect] {
        switch screen {
        case .start: start.move(by: rows)
        case .session: withSession { $0.move(direction) }
        }
        return []
    }

    fileprivate mutating func scroll(pages: Int) -> [Effect] {
        switch screen {
        case .start: start.move(by: 10 * pages)
        case .session: withSession { $0.scroll(byPages: pages) }
        }
        return []
    }
}
