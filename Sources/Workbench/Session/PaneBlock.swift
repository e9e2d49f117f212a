import CellUI
import Markdown
import PodiumCore

/// How the text of a pane is laid out.
struct PaneLook: Equatable, Sendable {
    var width = 80
    var policy = WidthPolicy.standard
    var unicode = true
    var showsMarkdown = true

    init() {}

    init(width: Int, look: Look) {
        self.width = width
        policy = look.widthPolicy
        unicode = look.unicode
        showsMarkdown = look.showsMarkdown
    }

    /// Answers alone are Markdown, also those that count no more: notes are Podium's own, and what was
    /// thought is for a glance.
    func layout(of kind: PaneDocument.Kind) -> MarkdownLayout {
        MarkdownLayout(
            width: width,
            form: showsMarkdown && (kind == .answer || kind == .superseded) ? .rendered : .plain,
            policy: policy,
            unicode: unicode
        )
    }
}

/// A part of a pane's text of one kind. What was thought has a line above it, and can be folded.
struct PaneBlock: Sendable {
    var kind: PaneDocument.Kind
    /// As it was written.
    private(set) var text: MarkdownText
    /// What is shown in its place where the look has Markdown: a plan as a table.
    private var substitute: MarkdownText?
    private var look: PaneLook
    private var query = ""
    var reasoning = ReasoningSection()

    init(kind: PaneDocument.Kind, look: PaneLook, query: String) {
        self.kind = kind
        self.look = look
        self.query = query
        text = MarkdownText(look.layout(of: kind))
        text.find(query)
    }

    mutating func append(_ piece: String, at time: Timestamp?) {
        text.append(piece)
        if kind == .reasoning { reasoning.take(piece, at: time) }
    }

    mutating func setLook(_ look: PaneLook) {
        self.look = look
        text.setLayout(look.layout(of: kind))
        substitute?.setLayout(look.layout(of: kind))
    }

    private var showsSubstitute: Bool {
        look.showsMarkdown && kind == .answer && substitute != nil
    }

    /// Shows something else in place of what was written, in Markdown.
    mutating func show(_ markdown: String) {
        guard substitute?.text != markdown else { return }
        var other = MarkdownText(look.layout(of: kind))
        other.find(query)
        other.append(markdown)
        substitute = other
    }

    /// What is shown.
    private var shown: MarkdownText {
        get { showsSubstitute ? substitute ?? text : text }
        _modify {
            if showsSubstitute, var other = substitute {
                substitute = nil
                defer { substitute = other }
                yield &other
            } else {
                yield &text
            }
        }
    }

    // MARK: Lines

    /// The lines above its text.
    private var headers: Int { kind == .reasoning ? 1 : 0 }

    var isFolded: Bool { kind == .reasoning && reasoning.isFolded }

    var lineCount: Int {
        mutating get { headers + (isFolded ? 0 : shown.rowCount) }
    }

    mutating func lineCount(atMost most: Int) -> Int {
        min(most, headers + (isFolded ? 0 : shown.rowCount(atMost: most)))
    }

    mutating func lines(in range: Range<Int>) -> [PaneDocument.Line] {
        let rows = range.lowerBound - headers..<range.upperBound - headers
        let header = rows.lowerBound < 0 ? [self.header] : []
        guard !isFolded, rows.upperBound > 0 else { return header }
        return header + shown.rows(in: max(0, rows.lowerBound)..<rows.upperBound).map(line)
    }

    mutating func lastLines(_ count: Int) -> [PaneDocument.Line] {
        let rows = isFolded ? [] : shown.lastRows(count).map(line)
        return rows.count < count && headers > 0 ? [header] + rows : rows
    }

    private func line(_ row: RenderedRow) -> PaneDocument.Line {
        PaneDocument.Line(row: row, kind: kind)
    }

    private var header: PaneDocument.Line {
        let title = truncated(
            reasoning.title(unicode: look.unicode),
            to: look.width,
            ellipsis: look.unicode ? "…" : ".",
            policy: look.policy
        )
        return PaneDocument.Line(row: RenderedRow(text: title[...]), kind: kind, isHeader: true)
    }

    // MARK: Places

    /// The line that belongs to a place; that of the header where it is folded.
    mutating func line(of place: MarkdownText.Place?) -> Int {
        guard let place, !isFolded else { return 0 }
        return headers + shown.row(of: place)
    }

    /// The place of a line; nil for a header.
    mutating func place(ofLine line: Int) -> MarkdownText.Place? {
        line < headers || isFolded ? nil : shown.place(ofRow: line - headers)
    }

    // MARK: Finding

    mutating func find(_ query: String) {
        self.query = query
        text.find(query)
        substitute?.find(query)
    }

    mutating func updateMatches() { shown.updateMatches() }

    var matchCount: Int { shown.matchCount }

    mutating func line(ofMatch match: Int) -> Int {
        isFolded ? 0 : headers + shown.row(ofMatch: match)
    }
}
