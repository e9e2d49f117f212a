/// Keys and what they do: as one line for a footer, or as a table.
public struct KeyHelp: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        /// The keys as they are to be shown, such as `↑/k`.
        public var keys: String
        public var label: String

        public init(_ keys: String, _ label: String) {
            self.keys = keys
            self.label = label
        }

        public init(_ key: Key, _ label: String) {
            self.init(key.description, label)
        }
    }

    public var entries: [Entry]

    public init(_ entries: [Entry]) {
        self.entries = entries
    }

    /// As many of the first entries as fit on a line, each whole.
    public func line(columns: Int, theme: Theme, policy: WidthPolicy = .standard) -> StyledText {
        var line = StyledText()
        var used = 0
        for entry in entries {
            let gap = used == 0 ? 0 : 2
            let width =
                displayWidth(of: entry.keys, policy: policy) + 1
                + displayWidth(of: entry.label, policy: policy)
            guard used + gap + width <= columns else { break }
            line.append(String(repeating: " ", count: gap), theme.keyLabel)
            line.append(entry.keys, theme.keyHint)
            line.append(" " + entry.label, theme.keyLabel)
            used += gap + width
        }
        return line
    }

    /// The columns a table column needs to show every entry whole.
    public func columnWidth(policy: WidthPolicy = .standard) -> Int {
        let labels = entries.map { displayWidth(of: $0.label, policy: policy) }
        return keysWidth(policy) + 2 + (labels.max() ?? 0)
    }

    private func keysWidth(_ policy: WidthPolicy) -> Int {
        entries.map { displayWidth(of: $0.keys, policy: policy) }.max() ?? 0
    }
}

extension KeyHelp: Widget {
    /// Draws the table, in as many columns as there is room for.
    public func render(in rect: Rect, into buffer: inout CellBuffer, theme: Theme) {
        guard !rect.isEmpty, !entries.isEmpty else { return }
        let policy = buffer.widthPolicy
        let keysWidth = keysWidth(policy)
        let width = columnWidth(policy: policy) + 3
        let columns = max(1, min((rect.width + 3) / width, entries.count))
        let rows = (entries.count + columns - 1) / columns
        for (index, entry) in entries.enumerated() {
            let y = rect.y + index % rows
            let area = Rect(
                x: rect.x + index / rows * width,
                y: y,
                width: width - 3,
                height: 1
            ).intersection(rect)
            let indent = keysWidth - displayWidth(of: entry.keys, policy: policy)
            buffer.write(
                entry.keys,
                at: Point(x: area.x + indent, y: y),
                style: theme.keyHint,
                in: area
            )
            let label = truncated(entry.label, to: area.width - keysWidth - 2, policy: policy)
            buffer.write(
                label,
                at: Point(x: area.x + keysWidth + 2, y: y),
                style: theme.text,
                in: area
            )
        }
    }
}
