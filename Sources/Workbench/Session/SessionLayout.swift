import CellUI

/// Where the parts of the session screen stand at a size.
struct SessionLayout: Equatable {
    /// Where the workflow stands.
    enum Arrangement: Hashable, CaseIterable {
        case beside
        case above
        /// The panes have all of the room.
        case hidden
    }

    /// What a person has chosen; nil, or a share of nil, is left to the size.
    struct Choice: Equatable {
        var arrangement: Arrangement?
        /// How much of the width, or of the height, the workflow has.
        var share: Double?
        /// Whether all panes have the same room.
        var isGrid = false
    }

    /// Where a replay's list of events may stand, where there is no room for it beside the panes.
    enum EventRoom: Equatable {
        case besidePanes
        case inPlaceOfPanes
    }

    /// The answer, once there is one.
    struct Answer {
        /// How many lines it has, frame included.
        var lines: Int
        var isFocused = false
    }

    private(set) var arrangement: Arrangement
    var status = Rect.zero
    /// Everything between the first line and the time line.
    var body = Rect.zero
    var graph = Rect.zero
    var meter = Rect.zero
    var answer = Rect.zero
    /// A place for each pane; an empty one when it is out of view.
    var panes: [Rect] = []
    /// Where it is told which panes are out of view.
    var notes: [PaneTiling.Note] = []
    var timeline = Rect.zero
    /// Where a replay tells where it is.
    var caption = Rect.zero
    /// The list of its events.
    var events = Rect.zero
    var footer = Rect.zero

    /// From this width on two columns of readable panes stand beside the workflow.
    private static let leastWidthBeside = 140
    /// Below this height there is room for a pane alone.
    private static let leastHeightAbove = 9
    /// Below this height a replay has no line of its own to tell where it is.
    private static let leastHeightWithCaption = 10
    /// From this width on panes are wide enough beside a list of events.
    private static let leastWidthBesideEvents = 100

    /// Where the workflow stands, and how large, depends on the size alone: what grows there moves no
    /// pane.
    ///
    /// - Parameter meterLines: how many lines the meter has to tell at a width, frame included.
    init(
        size: Size,
        panes: [PaneTiling.Pane],
        meterLines: (_ width: Int) -> Int = { _ in 9 },
        answer: Answer? = nil,
        choice: Choice = Choice(),
        isReplay: Bool = false,
        events: EventRoom? = nil
    ) {
        arrangement = choice.arrangement ?? Self.arrangement(for: size)
        (status, body) = Rect(size).split(top: 1)
        (body, footer) = body.split(bottom: 1)
        (body, timeline) = body.split(bottom: 1)
        if isReplay, size.height >= Self.leastHeightWithCaption {
            (body, caption) = body.split(bottom: 1)
        }
        let readable = Self.readableHeight(on: size)
        var right = body
        switch arrangement {
        case .beside:
            let width = Self.length(choice.share, of: body.width, least: 20) {
                body.width * 3 / 8
            }
            (graph, right) = body.split(left: width)
            if graph.height >= 14 {
                let lines = meterLines(graph.width)
                (graph, meter) = graph.split(bottom: min(lines, max(9, graph.height * 2 / 5)))
            }
        case .above:
            // A frame and a row for the workflow, and a pane that can be read.
            let height = Self.length(choice.share, of: body.height, least: 3) {
                min(16, max(3, (body.height * 3 + 5) / 10))
            }
            (graph, right) = body.split(top: height)
            if graph.width >= 76, graph.height >= 5 {
                (graph, meter) = graph.split(right: min(44, graph.width * 3 / 10 + 4))
            }
        case .hidden: break
        }
        if let events { split(events, from: &right) }
        // How wide panes are does not depend on what they, or the answer, have to show.
        let columns = PaneTiling.columnCount(for: panes, in: right, readableHeight: readable)
        let isAtWork = panes.contains { $0.activity == .running || $0.isFocused }
        if let answer { split(answer, from: &right, isAlone: !isAtWork) }
        let tiling = PaneTiling(
            panes,
            in: right,
            readableHeight: readable,
            columns: columns,
            isGrid: choice.isGrid
        )
        (self.panes, notes) = (tiling.places, tiling.notes)
    }

    static func arrangement(for size: Size) -> Arrangement {
        if size.height < leastHeightAbove { return .hidden }
        return size.width >= leastWidthBeside ? .beside : .above
    }

    /// What a running agent has at least, frame included: eight lines, or four on a small screen.
    static func readableHeight(on size: Size) -> Int { size.height >= 36 ? 10 : 6 }

    private static func length(
        _ share: Double?,
        of whole: Int,
        least: Int,
        otherwise usual: () -> Int
    ) -> Int {
        guard let share else { return min(usual(), max(0, whole - least)) }
        return min(max(Int((share * Double(whole)).rounded()), least), max(0, whole - least))
    }

    private mutating func split(_ room: EventRoom, from area: inout Rect) {
        if area.width >= Self.leastWidthBesideEvents {
            (area, events) = area.split(right: min(max(44, area.width * 2 / 5), 72))
        } else if room == .inPlaceOfPanes {
            (area, events) = area.split(right: area.width)
        }
    }

    /// The answer is what everything was for: it may have half of the room, and most of it when it is
    /// looked at or nothing else is.
    ///
    /// - Parameter isAlone: whether nothing else is at work or looked at.
    private mutating func split(_ answer: Answer, from area: inout Rect, isAlone: Bool) {
        let most = answer.isFocused || isAlone ? area.height * 3 / 4 : area.height / 2
        if area.height >= 7 {
            let height = min(answer.lines, max(PaneTiling.leastHeight, most))
            (area, self.answer) = area.split(bottom: height)
        } else if answer.isFocused || isAlone {
            // A row tells of the panes.
            (area, self.answer) = area.split(top: area.height > PaneTiling.leastHeight ? 1 : 0)
        }
    }
}
