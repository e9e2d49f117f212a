import CellUI
import PodiumCore

/// The list of a replay's events: when, a sign of what stands out, and a sentence.
struct EventListPane {
    let look: Look

    private static let clockWidth = 8

    func render(in area: Rect, screen: inout SessionScreen, into buffer: inout CellBuffer) {
        guard let replay = screen.replay else { return }
        var list = screen.events
        let (state, index, theme) = (screen.state, screen.index, look.theme)
        let row = index.row(at: replay.position, in: replay.events)
        list.area = area
        let inner = buffer.drawBox(
            in: area,
            border: list.hasFocus ? look.focusedBorder : look.border,
            style: list.hasFocus ? theme.borderFocused : theme.border,
            title: title(of: list),
            bottomTitle: StyledText(list.standing(at: row, in: index), theme.subtle),
            bottomTrailingTitle: StyledText(
                list.isSearching(index) ? "looking" : "",
                theme.subtle
            )
        )
        let start = state.openedAt ?? replay.events.first?.time
        list.render(
            in: inner,
            at: row,
            index,
            into: &buffer,
            theme: theme
        ) { [list] number, line, buffer in
            let row = index.rows[number]
            let time = start.map { Format.clock(replay.events[row.last - 1].time - $0) } ?? ""
            let sentence = list.sentence(of: row, replay.events, in: state)
            draw(time, sentence, row, in: line, into: &buffer)
        }
        if list.count(in: index) == 0, !inner.isEmpty {
            let text = list.isSearching(index) ? "" : "Nothing of the kind."
            buffer.write(
                text,
                at: Point(x: inner.x + 1, y: inner.y),
                style: theme.subtle,
                in: inner
            )
        }
        screen.events = list
    }

    private func title(of list: EventList) -> StyledText {
        var title = StyledText("events", look.theme.title)
        if list.kind != .all { title.append(look.separator + list.kind.name, look.theme.warning) }
        if !list.query.isEmpty {
            let query = Format.oneLine(String(list.query.prefix(40)))
            title.append("\(look.separator)\"\(query)\"", look.theme.warning)
        }
        return title
    }

    private func draw(
        _ time: String,
        _ sentence: String,
        _ row: EventIndex.Row,
        in line: Rect,
        into buffer: inout CellBuffer
    ) {
        let theme = look.theme
        let (clock, rest) = line.split(left: min(Self.clockWidth, line.width / 3))
        buffer.write(
            time,
            at: Point(x: max(clock.x, clock.maxX - 1 - time.count), y: clock.y),
            style: theme.subtle,
            in: clock
        )
        if let landmark = row.landmark {
            buffer.write(
                look.sign(landmark),
                at: rest.origin,
                style: look.style(landmark),
                in: rest
            )
        }
        let text = rest.split(left: 2).1
        buffer.write(
            truncated(
                Format.oneLine(sentence),
                to: max(0, text.width - 1),
                ellipsis: look.ellipsis
            ),
            at: text.origin,
            style: row.landmark == nil ? theme.subtle : theme.text,
            in: text
        )
    }
}
