import CellUI
import PodiumCore

/// How the panes share the screen.
extension Command {
    static let room: [Command] = [
        about(
            "pin",
            "*",
            "Pin the pane: it keeps its room whatever its agent does; again: let it go"
        ) {
            session,
            pane in
            let isPinned = session.pinnedPanes.remove(pane) == nil
            if isPinned { session.pinnedPanes.insert(pane) }
            return isPinned ? "Pinned: it keeps its room." : "Let go."
        },
        about("hide", "H", "Hide the pane; selected in the workflow: show it again") {
            session,
            pane in
            session.toggleHidden(pane)
            return session.hiddenPanes.contains(pane)
                ? "Hidden: chosen in the workflow, the same key shows it again." : "Shown again."
        },
        room("grid", "#", "All panes of one size, and back") { $0.layoutChoice.isGrid.toggle() },
        room("arrange", "%", "The workflow beside the panes, above them, or not at all") {
            $0.arrange()
        },
        room("room-less", "(", "Less room for the workflow") { $0.resize(by: -1) },
        room("room-more", ")", "More room for the workflow") { $0.resize(by: 1) },
        room("meter", "$", "The meter by worker, by step, by role") {
            $0.breakdown = $0.breakdown.successor
        },
    ]

    private static func room(
        _ name: String,
        _ keys: String,
        _ help: String,
        _ change: @escaping @Sendable (inout SessionScreen) -> Void
    ) -> Command {
        Command(name, keys, in: .session, help) { $0.withSession(change) }
    }

    /// One about the agent that is looked at.
    private static func about(
        _ name: String,
        _ keys: String,
        _ help: String,
        _ change: @escaping @Sendable (inout SessionScreen, PaneID) -> String
    ) -> Command {
        Command(name, keys, in: .session, help) { workbench in
            guard let pane = workbench.session?.selected, pane != .answer, pane != .graph else {
                return workbench.say("Choose an agent: in the workflow, or with Tab.")
            }
            var said = ""
            workbench.withSession { said = change(&$0, pane) }
            workbench.say(said, isNews: true)
        }
    }
}

extension SessionScreen {
    fileprivate mutating func toggleHidden(_ pane: PaneID) {
        guard hiddenPanes.remove(pane) == nil else { return }
        hiddenPanes.insert(pane)
        pinnedPanes.remove(pane)
        if focus == pane {
            isZoomed = false
            focus(.graph)
            select(.node(pane))
        }
    }

    fileprivate mutating func arrange() {
        layoutChoice.arrangement = arrangement.successor
        layoutChoice.share = nil
    }

    fileprivate mutating func resize(by steps: Int) {
        guard let area = areas[.graph], !body.isEmpty, arrangement != .hidden else { return }
        let (part, whole) =
            arrangement == .beside
            ? (area.width + 4 * steps, body.width) : (area.height + steps, body.height)
        layoutChoice.share = Double(part) / Double(whole)
    }
}
