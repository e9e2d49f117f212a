import CellUI
import PodiumCore

extension SessionScreen {
    mutating func perform(_ command: Command) {
        switch command {
        case .focusNext: moveFocus(by: 1)
        case .focusPrevious: moveFocus(by: -1)
        case .jump(let number): focus(number: number)
        case .up, .down, .left, .right: move(command)
        case .pageUp: scroll(byPages: -1)
        case .pageDown: scroll(byPages: 1)
        case .top: scroll(toEnd: false)
        case .end: scroll(toEnd: true)
        case .nextEdge:
            focus(.graph)
            withGraph { $0.selectEdge(by: 1) }
        case .graphZoomIn: graph.zoom(by: 1)
        case .graphZoomOut: graph.zoom(by: -1)
        case .graphForm: graph.toggleForm()
        case .zoom: toggleZoom()
        case .back: _ = back()
        case .playPause, .nextEvent, .previousEvent, .nextLandmark, .previousLandmark, .faster,
            .slower, .first, .last:
            performReplay(command)
        default: break
        }
    }

    /// In the workflow the selection moves; in a pane its text scrolls, and sideways is the next pane.
    private mutating func move(_ command: Command) {
        let isBack = command == .up || command == .left
        if focus == .graph {
            let directions: [Command: GraphView.Direction] = [
                .up: .up, .down: .down, .left: .left, .right: .right,
            ]
            guard let direction = directions[command] else { return }
            withGraph { $0.move(direction) }
        } else if command == .up || command == .down {
            scroll(focus, by: isBack ? -1 : 1)
        } else {
            moveFocus(by: isBack ? -1 : 1)
        }
    }

    private mutating func scroll(byPages pages: Int) {
        if focus == .graph { graph.scroll(pagesDown: pages) } else { scrollFocused(byPages: pages) }
    }

    private mutating func scroll(toEnd: Bool) {
        if focus == .graph { graph.scroll(toEnd: toEnd) } else { scrollFocused(toEnd: toEnd) }
    }

    private mutating func performReplay(_ command: Command) {
        guard var cursor = replay else { return }
        switch command {
        case .playPause:
            if cursor.isAtEnd { cursor.seek(to: 0) }
            cursor.isPlaying.toggle()
        case .faster: cursor.changeSpeed(faster: true)
        case .slower: cursor.changeSpeed(faster: false)
        default:
            cursor.isPlaying = false
            switch command {
            case .nextEvent: cursor.seek(to: cursor.position + 1)
            case .previousEvent: cursor.seek(to: cursor.position - 1)
            case .nextLandmark: cursor.skip(forward: true)
            case .previousLandmark: cursor.skip(forward: false)
            case .first: cursor.seek(to: 1)
            default: cursor.seek(to: cursor.events.count)
            }
        }
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
        } else if !isZoomed, areas[.graph]?.contains(point) == true {
            focus(.graph)
            if let selection = graph.hit(point) { select(selection) }
        } else if let pane = hit(point, in: areas) {
            focus(pane)
        }
    }

    /// Whether a point lies between the workflow and the panes beside it, where a drag may begin.
    private func isOnEdge(_ point: Point) -> Bool {
        guard let graph = areas[.graph], graph.maxX < body.maxX, body.contains(point) else {
            return false
        }
        return point.x == graph.maxX || point.x == graph.maxX - 1
    }

    private mutating func drag(to point: Point) {
        switch draggedFrom {
        case .edge:
            guard body.width > 0 else { return }
            graphShare = Double(point.x - body.x) / Double(body.width)
        case .timeline: seek(to: point)
        case nil: break
        }
    }

    private mutating func scroll(at point: Point, by lines: Int) {
        switch hit(point, in: areas) {
        case .graph?: graph.scroll(rows: lines)
        case let pane?: scroll(pane, by: lines)
        case nil: break
        }
    }

    /// Moves a replay to where the time line was clicked.
    private mutating func seek(to point: Point) {
        guard var cursor = replay, let first = cursor.events.first?.time,
            let last = cursor.events.last?.time, timelineArea.width > 1
        else { return }
        let share = Double(point.x - timelineArea.x) / Double(timelineArea.width - 1)
        let time = first + (last - first) * min(max(0, share), 1)
        cursor.isPlaying = false
        cursor.seek(to: cursor.events.prefix { $0.time <= time }.count)
        replay = cursor
        catchUp()
    }
}

/// What the mouse has taken hold of.
enum DragTarget: Hashable, Sendable {
    /// The edge between the workflow and the panes.
    case edge
    case timeline
}
