import CellUI
import PodiumCore

/// The line that says where a replay is: `143/987 ▸ Step 2 (linguist) starts.`
struct ReplayCaption {
    let screen: SessionScreen
    let look: Look

    /// Of what somebody wrote nobody can see more in a line.
    private static let longest = 600

    func render(in area: Rect, into buffer: inout CellBuffer) {
        guard let replay = screen.replay else { return }
        let line = area.inset(dx: area.width > 12 ? 1 : 0, dy: 0)
        var text = StyledText(Self.counter(replay), look.theme.title)
        if let silence = replay.shortenedSilence {
            let whole = Format.duration(silence)
            let short = Format.duration(replay.longestPause)
            text.append("  silence of \(whole), cut to \(short)", look.theme.warning)
        }
        if let event = replay.event {
            let sentence = EventSentence(event, in: screen.state, longest: Self.longest)
            let landmark = Landmark(event.fact)
            text.append(
                "  \(landmark.map(look.sign) ?? (look.unicode ? "·" : ".")) ",
                landmark.map(look.style) ?? look.theme.subtle
            )
            text.append(
                Format.oneLine(sentence.text),
                landmark == nil ? look.theme.subtle : look.theme.text
            )
        }
        buffer.write(
            text.truncated(to: line.width, ellipsis: look.ellipsis),
            at: line.origin,
            in: line
        )
    }

    /// `143/987`: the events that have been shown, and all.
    static func counter(_ replay: ReplayCursor) -> String {
        "\(replay.position)/\(replay.events.count)"
    }
}
