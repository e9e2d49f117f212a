public import PodiumCore

/// What a person likes, as the screen's settings show it. The composition stores it.
public struct Preferences: Hashable, Sendable {
    /// How a run is looked at.
    public enum View: String, Hashable, Sendable, CaseIterable {
        /// The workflow and a pane an agent.
        case graph
        /// One stream of text on the terminal's own screen, to scroll back in and to copy from.
        case stream
        /// Sentences on the terminal's own screen.
        case plain
    }

    /// Where a replay stands when it is opened.
    public enum ReplayStart: String, Hashable, Sendable, CaseIterable {
        /// At the first event, and it plays.
        case beginning
        /// At the last, and it rests.
        case end
    }

    /// Nil for the program's own choice.
    public var theme: String?
    public var view = View.graph
    public var mouse = true
    /// Draw with ASCII characters only.
    public var ascii = false
    public var markdown = true
    /// Ambiguous characters take two columns.
    public var ambiguousWide = false
    /// Hold each plan for approval.
    public var asksApproval = false
    /// The longest silence in a replay, in seconds.
    public var idleCap = 2.0
    public var replayStart = ReplayStart.beginning
    /// Ring the terminal's bell when a session begins to wait for a person, and when a long run ends.
    public var bell = true
    /// Say in the terminal's title what is on the screen, and what waits.
    public var title = true
    /// What the learned policy may do in a session that is begun here.
    public var learning = LearningMode.apply

    public init() {}
}

/// One line of the settings screen.
enum Setting: String, Hashable, Sendable, CaseIterable {
    case theme, view, approval, learning, bell, title, markdown, ascii, ambiguous, mouse, idleCap
    case replayStart

    /// Longer than a silence in any run: it is not shortened.
    private static let day = 86_400.0

    /// What it is about, and how it stands.
    func text(_ preferences: Preferences) -> (name: String, value: String) {
        func word(_ flag: Bool) -> String { flag ? "yes" : "no" }
        switch self {
        case .theme: return ("colours", preferences.theme ?? "by the terminal's background")
        case .view: return ("a run begins as", preferences.view.text)
        case .approval: return ("hold each plan for approval", word(preferences.asksApproval))
        case .learning:
            return ("the learned policy, for what is asked here", preferences.learning.text)
        case .bell: return ("bell when a session waits for you, or ends", word(preferences.bell))
        case .title: return ("tell the terminal's title", word(preferences.title))
        case .markdown: return ("answers are shown as Markdown", word(preferences.markdown))
        case .ascii: return ("ASCII characters only", word(preferences.ascii))
        case .ambiguous:
            return ("ambiguous characters take two columns", word(preferences.ambiguousWide))
        case .mouse: return ("mouse", word(preferences.mouse))
        case .idleCap:
            let seconds = preferences.idleCap
            let text = seconds < Self.day ? "\(Format.decimals(seconds, 0)) s at most" : "as it was"
            return ("silence in a replay", text)
        case .replayStart: return ("a replay opens at its", preferences.replayStart.rawValue)
        }
    }

    /// The setting's next value. The theme has a screen of its own.
    func advance(_ preferences: inout Preferences) {
        switch self {
        case .theme: break
        case .view: preferences.view = preferences.view.next
        case .approval: preferences.asksApproval.toggle()
        case .learning: preferences.learning = preferences.learning.next
        case .bell: preferences.bell.toggle()
        case .title: preferences.title.toggle()
        case .markdown: preferences.markdown.toggle()
        case .ascii: preferences.ascii.toggle()
        case .ambiguous: preferences.ambiguousWide.toggle()
        case .mouse: preferences.mouse.toggle()
        case .idleCap:
            let caps = [1, 2, 5, Self.day]
            preferences.idleCap = caps.first { $0 > preferences.idleCap } ?? caps[0]
        case .replayStart: preferences.replayStart = preferences.replayStart.successor
        }
    }
}

extension LearningMode {
    var text: String {
        switch self {
        case .off: "is not asked"
        case .observe: "says what it would do"
        case .apply: "decides where it gains"
        }
    }

    var next: Self {
        switch self {
        case .off: .observe
        case .observe: .apply
        case .apply: .off
        }
    }
}

extension Preferences.View {
    var text: String {
        switch self {
        case .graph: "workflow and panes"
        case .stream: "one stream of text"
        case .plain: "sentences"
        }
    }

    public var next: Self { successor }
}
