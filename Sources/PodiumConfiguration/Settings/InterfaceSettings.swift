public import PodiumCore

/// How the program looks and behaves at a screen, as far as somebody has said so.
///
/// Every field is optional: nil is not said, and leaves it to the layer below or to the program.
public struct InterfaceSettings: Hashable, Sendable {
    /// What a session is shown as.
    public enum View: String, CaseIterable, Sendable {
        /// The workflow as a picture, with a pane for each agent.
        case graph
        /// The agents' texts.
        case stream
        /// Sentences, one after the other.
        case plain
    }

    /// Where a replay stands when it is opened.
    public enum ReplayStart: String, CaseIterable, Sendable {
        /// At the first event, and it plays.
        case beginning
        /// At the last, and it rests.
        case end
    }

    /// The name of a colour scheme, or the path of its file.
    public var theme: String?
    public var view: View?
    /// Whether the mouse is the program's; else it stays the terminal's.
    public var mouse: Bool?
    /// Whether only ASCII characters are drawn.
    public var ascii: Bool?
    /// Whether the Markdown of the models' texts is styled.
    public var markdown: Bool?
    /// Whether East Asian characters of ambiguous width take two columns.
    public var ambiguousWide: Bool?
    /// Whether each plan is held until it is approved.
    public var asksApproval: Bool?
    /// The longest silence in a replay, in seconds.
    public var idleCap: Double?
    public var replayStart: ReplayStart?
    /// Whether the bell rings when a session begins to wait for a person.
    public var bell: Bool?
    /// Whether the terminal's title tells what is on the screen.
    public var title: Bool?
    /// What the learned policy may do in sessions that are begun at a screen.
    public var learning: LearningMode?

    public init(
        theme: String? = nil,
        view: View? = nil,
        mouse: Bool? = nil,
        ascii: Bool? = nil,
        markdown: Bool? = nil,
        ambiguousWide: Bool? = nil,
        asksApproval: Bool? = nil,
        idleCap: Double? = nil,
        replayStart: ReplayStart? = nil,
        bell: Bool? = nil,
        title: Bool? = nil,
        learning: LearningMode? = nil
    ) {
        self.theme = theme
        self.view = view
        self.mouse = mouse
        self.ascii = ascii
        self.markdown = markdown
        self.ambiguousWide = ambiguousWide
        self.asksApproval = asksApproval
        self.idleCap = idleCap
        self.replayStart = replayStart
        self.bell = bell
        self.title = title
        self.learning = learning
    }

    /// These settings, and where they say nothing, those of `lower`.
    public func layered(over lower: InterfaceSettings) -> InterfaceSettings {
        InterfaceSettings(
            theme: theme ?? lower.theme,
            view: view ?? lower.view,
            mouse: mouse ?? lower.mouse,
            ascii: ascii ?? lower.ascii,
            markdown: markdown ?? lower.markdown,
            ambiguousWide: ambiguousWide ?? lower.ambiguousWide,
            asksApproval: asksApproval ?? lower.asksApproval,
            idleCap: idleCap ?? lower.idleCap,
            replayStart: replayStart ?? lower.replayStart,
            bell: bell ?? lower.bell,
            title: title ?? lower.title,
            learning: learning ?? lower.learning
        )
    }
}
