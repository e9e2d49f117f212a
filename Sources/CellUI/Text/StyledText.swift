/// A line of text in several styles.
public struct StyledText: Hashable, Sendable {
    /// A stretch of one style, which may lead somewhere.
    public struct Run: Hashable, Sendable {
        public var text: String
        public var style: Style
        public var link: Hyperlink?

        public init(_ text: String, _ style: Style, link: Hyperlink? = nil) {
            self.text = text
            self.style = style
            self.link = link
        }
    }

    public var runs: [Run]

    public init(_ runs: [Run] = []) {
        self.runs = runs
    }

    public init(_ text: String, _ style: Style) {
        runs = [Run(text, style)]
    }

    public var isEmpty: Bool { runs.allSatisfy { $0.text.isEmpty } }
    /// The text without its styles.
    public var text: String { runs.map(\.text).joined() }

    public mutating func append(_ text: String, _ style: Style, link: Hyperlink? = nil) {
        runs.append(Run(text, style, link: link))
    }

    /// The columns it takes.
    public func width(policy: WidthPolicy = .standard) -> Int {
        runs.reduce(0) { $0 + displayWidth(of: $1.text, policy: policy) }
    }

    /// The text if it fits, else its beginning with an ellipsis.
    public func truncated(
        to columns: Int,
        ellipsis: String = "…",
        policy: WidthPolicy = .standard
    ) -> StyledText {
        guard width(policy: policy) > columns else { return self }
        var room = max(0, columns)
        var result = StyledText()
        for run in runs where room > 0 {
            let width = displayWidth(of: run.text, policy: policy)
            if width < room {
                result.runs.append(run)
                room -= width
            } else {
                // One column more than there is forces the ellipsis into this run.
                let text = CellUI.truncated(
                    run.text + " ",
                    to: room,
                    ellipsis: ellipsis,
                    policy: policy
                )
                result.append(text, run.style, link: run.link)
                room = 0
            }
        }
        return result
    }
}

extension CellBuffer {
    /// Writes a styled line as `write(_:at:style:in:)` does; returns the columns used.
    @discardableResult
    public mutating func write(_ line: StyledText, at point: Point, in clip: Rect? = nil) -> Int {
        var x = point.x
        for run in line.runs {
            let start = max(x, clip?.minX ?? 0, 0)
            x += write(run.text, at: Point(x: x, y: point.y), style: run.style, in: clip)
            if let target = run.link, x > start { link(start..<x, row: point.y, to: target) }
        }
        return x - point.x
    }
}
