import CellUI
import PodiumCore

extension SessionScreen {
    /// In the workflow the selection moves; in a pane its text scrolls, and sideways is the next pane.
    mutating func move(_ direction: GraphView.Direction) {
        if events.hasFocus {
            switch direction {
            case .up: return moveInEvents(by: -1)
            case .down: return moveInEvents(by: 1)
            case .left, .right: return moveFocus(by: direction == .left ? -1 : 1)
            }
        }
        guard focus != .graph else { return withGraph { $0.move(direction) } }
        switch direction {
        case .up: scroll(focus, by: -1)
        case .down: scroll(focus, by: 1)
        case .left: moveFocus(by: -1)
        case .right: moveFocus(by: 1)
        }
    }

    mutating func scroll(byPages pages: Int) {
        if events.hasFocus {
            moveInEvents(by: pages * events.page)
        } else if focus == .graph {
            graph.scroll(pagesDown: pages)
        } else {
            scrollFocused(byPages: pages)
        }
    }

    mutating func scroll(toEnd: Bool) {
        if events.hasFocus {
            moveInEvents(toEnd: toEnd)
        } else if focus == .graph {
            graph.scroll(toEnd: toEnd)
        } else {
            scrollFocused(toEnd: toEnd)
        }
    }

    /// Moves the replay, and brings the fold to where it then stands.
    mutating func withReplay(_ change: (inout ReplayCursor) -> Void) {
        guard var cursor = replay else { return }
        change(&cursor)
        replay = cursor
        catchUp()
    }

    // MARK: The mouse

    mutating func handle(_ mouse: MouseEvent) {
        switch mouse.action {
        case .press(let button) where button != .middle: press(at: mouse.position)
        case .drag(.left): drag(to: mouse.position)
        case .release: draggedFrom = nil
        case .scrollUp: scroll(at: mouse.position, by: -3)
        case .scrollDown: scroll(at: mouse.position, by: 3)
        default: break
        }
    }

    private func hit(_ point: Point, in areas: [PaneID: Rect]) -> PaneID? {
        areas.first { $0.value.contains(point) }?.key
    }

    private mutating func press(at point: Point) {
        draggedFrom = nil
        if !isZoomed, isOnEdge(point) {
            draggedFrom = .edge
        } else if timelineArea.contains(point), replay != nil {
            draggedFrom = .timeline
            seek(to: point)
        } else if events.area.contains(point) {
            pressEvents(at: point)
        } else if !isZoomed, areas[.graph]?.contains(point) == true {
            focus(.graph)
            if let selection = graph.hit(point) { select(selection) }
        } else if let note = notes.first(where: { $0.area.contains(point) }) {
            // The first of those that are out of view.
            let shown = shownPanes
            if let index = note.hidden.first, shown.indices.contains(index) { focus(shown[index]) }
        } else if let pane = hit(point, in: areas) {
            focus(pane)
            let isOnSection = sectionRows[pane]?.contains(point.y) == true
            if isOnSection { documents[pane]?.toggleReasoning() }
        }
    }

    /// Whether a point lies between the workflow and the panes beside or below it, where a drag may
    /// begin.
    private func isOnEdge(_ point: Point) -> Bool {
        guard let graph = areas[.graph], body.contains(point) else { return false }
        return switch arrangement {
        case .beside: point.x == graph.maxX || point.x == graph.maxX - 1
        case .above: point.y == graph.maxY - 1
        case .hidden: false
        }
    }

    private mutating func drag(to point: Point) {
        switch draggedFrom {
        case .edge:
            guard !body.isEmpty else { return }
            layoutChoice.share =
                arrangement == .above
                ? Double(point.y + 1 - body.y) / Double(body.height)
                : Double(point.x - body.x) / Double(body.width)
        case .timeline: seek(to: point)
        case nil: break
        }
    }

    private mutating func scroll(at point: Point, by lines: Int) {
        if events.area.contains(point) { return moveInEvents(by: lines) }
        switch hit(point, in: areas) {
        case .graph?: graph.scroll(rows: lines)
        case let pane?: scroll(pane, by: lines)
        case nil: break
        }
    }

    /// Moves a replay to where the time line was clicked.
    private mutating func seek(to point: Point) {
        guard let first = replay?.events.first?.time, let last = replay?.events.last?.time,
            timelineArea.width > 1
        else { return }
        let share = Double(point.x - timelineArea.x) / Double(timelineArea.width - 1)
        let time = first + (last - first) * min(max(0, share), 1)
        seek { $0.position(at: time) }
    }
}

/// What the mouse has taken hold of.
enum DragTarget: Hashable, Sendable {
    /// The edge between the workflow and the panes.
    case edge
    case timeline
}
