public import CellUI

/// How a text is laid out.
public struct MarkdownLayout: Hashable, Sendable {
    public enum Form: Hashable, Sendable {
        /// As Markdown.
        case rendered
        /// As it was written.
        case plain
    }

    /// The columns of a row, at least 1.
    public var width: Int
    public var form: Form
    public var policy: WidthPolicy
    /// False draws with ASCII characters only.
    public var unicode: Bool

    public init(
        width: Int = 80,
        form: Form = .rendered,
        policy: WidthPolicy = .standard,
        unicode: Bool = true
    ) {
        self.width = max(1, width)
        self.form = form
        self.policy = policy
        self.unicode = unicode
    }

    var signs: Signs { unicode ? .unicode : .ascii }
}
