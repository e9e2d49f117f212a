import CellUI
import Markdown
import PodiumCore

/// An agent's pane as text: what was streamed, and the notes about it, in the order they came.
///
/// Answers are laid out as Markdown where the look says so. While a pane follows its end, what stands
/// above the view is neither parsed nor counted.
struct PaneDocument: Sendable {
    enum Kind: Hashable, Sendable {
        case answer
        case reasoning
        /// The tools that it asks for.
        case toolCalls
        /// What was written and counts no more.
        case superseded
        /// A note of Podium's own.
        case mark
        case error

        /// Whether it comes in pieces.
        var isStreamed: Bool { self == .answer || self == .reasoning || self == .toolCalls }
    }

    /// A line as it is shown.
    struct Line: Equatable {
        var row: RenderedRow
        var kind: Kind
        /// Whether the match that was shown last is in it.
        var isRevealed = false
        /// Whether it stands for a section that can be opened and closed.
        var isHeader = false

        var text: Substring { row.text }
        var matches: [Range<Int>] { row.matches }
    }

    /// In pieces of one kind.
    var blocks: [PaneBlock] = []
    var look = PaneLook()
    var height = 10
    var query = ""
    /// The match that was shown last; nil once somebody has scrolled since.
    var revealed: Int?
    var scroll = ScrollState(followsEnd: true)
    /// Whether somebody has gone to a place in it.
    var isRead = false
    /// Whether a person has opened what was thought, or closed it; nil before that.
    var opensReasoning: Bool?

    var isEmpty: Bool { blocks.isEmpty }
    var followsEnd: Bool { scroll.followsEnd }
    /// Whether the agent itself has written nothing.
    var hasOnlyNotes: Bool { blocks.allSatisfy { $0.kind == .mark || $0.kind == .error } }

    /// The document as text, as it was written.
    var text: String { blocks.map(\.text.text).joined(separator: "\n") }

    /// The beginning of the answer, or else of what there is, on one line.
    var beginning: String {
        let block = blocks.last { $0.kind == .answer } ?? blocks.last
        return Format.oneLine(String((block?.text.text ?? "").prefix(200)))
    }

    /// Streamed pieces of one kind go on where the last one ended; notes stand on their own lines.
    ///
    /// - Parameter time: when it was written, to tell how long something took.
    mutating func append(_ text: String, as kind: Kind, at time: Timestamp? = nil) {
        if blocks.last?.kind != kind || !kind.isStreamed {
            finishReasoning()
            blocks.append(PaneBlock(kind: kind, look: look, query: query))
        }
        blocks[blocks.count - 1].append(text, at: time)
    }

    /// What was thought is read no more when something else begins, but by who looks at it just now.
    private mutating func finishReasoning() {
        guard let last = blocks.indices.last, blocks[last].kind == .reasoning else { return }
        blocks[last].reasoning.isFinished = true
        blocks[last].reasoning.isKept = !followsEnd
    }

    /// Shows a plan as a table where the look has Markdown, in place of the answer that it was read from.
    mutating func showPlan(_ markdown: String) {
        guard let answer = blocks.lastIndex(where: { $0.kind == .answer }) else { return }
        blocks[answer].show(markdown)
    }

    /// What the agent has written so far counts no more.
    mutating func supersede() {
        for index in blocks.indices where [.answer, .toolCalls].contains(blocks[index].kind) {
            blocks[index].kind = .superseded
            blocks[index].setLook(look)
        }
    }

    mutating func layOut(width: Int, height: Int, look: Look) {
        self.height = height
        layOut(width: width, look: look)
    }

    /// Lays out for a width and a look. What was at the top of the view stays there.
    mutating func layOut(width: Int, look: Look) {
        guard width > 0 else { return }
        let wanted = PaneLook(width: width, look: look)
        guard wanted != self.look else { return }
        keepingPlace {
            $0.look = wanted
            for index in $0.blocks.indices { $0.blocks[index].setLook(wanted) }
        }
    }

    // MARK: What is in view

    var lineCount: Int {
        mutating get { blocks.indices.reduce(0) { $0 + blocks[$1].lineCount } }
    }

    /// The number of lines, or `most` when there are more; no more is laid out than that takes.
    mutating func lineCount(atMost most: Int) -> Int {
        var count = 0
        for index in blocks.indices where count < most {
            count += blocks[index].lineCount(atMost: most - count)
        }
        return count
    }

    /// The lines in view, from the top.
    mutating func visibleLines() -> [Line] {
        if scroll.followsEnd, revealed == nil { return lastLines(height) }
        return lines(in: scroll.visibleRows(contentHeight: lineCount, viewHeight: height))
    }

    /// The first lines of the answer, or else of all there is, and how many follow.
    mutating func firstLines(_ count: Int) -> (lines: [Line], below: Int) {
        let whole = lineCount
        let first = beginning(in: count)
        return (lines(in: first..<min(whole, first + count)), max(0, whole - first - count))
    }

    /// The first of the lines that are shown when the beginning is, in a view of a height.
    private mutating func beginning(in height: Int) -> Int {
        let answer = blocks.firstIndex { $0.kind == .answer } ?? 0
        let start = (0..<answer).reduce(0) { $0 + blocks[$1].lineCount }
        return max(0, min(start, lineCount - height))
    }

    /// Goes on from the beginning, where that is what is shown.
    mutating func readFromBeginning() {
        scroll.restore(offset: beginning(in: height))
    }

    private mutating func lastLines(_ count: Int) -> [Line] {
        var result: [Line] = []
        for index in blocks.indices.reversed() where result.count < count {
            result = blocks[index].lastLines(count - result.count) + result
        }
        return result
    }

    private mutating func lines(in range: Range<Int>) -> [Line] {
        var result: [Line] = []
        var first = 0
        for index in blocks.indices where first < range.upperBound {
            let count = blocks[index].lineCount
            let own = range.clamped(to: first..<first + count)
            if !own.isEmpty {
                result += blocks[index].lines(in: own.lowerBound - first..<own.upperBound - first)
            }
            first += count
        }
        if let revealed, let line = line(ofMatch: revealed), range.contains(line),
            result.indices.contains(line - range.lowerBound)
        {
            result[line - range.lowerBound].isRevealed = true
        }
        return result
    }

    /// Whether lines lie above the view of a text that is followed to its end. How many would take
    /// laying out all of it.
    var hasLinesAbove: Bool {
        mutating get { scroll.followsEnd && lineCount(atMost: height + 1) > height }
    }

    /// How many lines lie below the view.
    var linesBelow: Int {
        mutating get {
            guard !scroll.followsEnd else { return 0 }
            let count = lineCount
            let shown = scroll.visibleRows(contentHeight: count, viewHeight: height)
            return max(0, count - shown.upperBound)
        }
    }
}
