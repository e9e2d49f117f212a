import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// What panes look like by themselves, and that they keep to their area.
struct PanePictureTests {
    private func snapshot(_ pane: PaneSample) -> String {
        ScreenSnapshot(pane.draw(34, 7), theme: RecordedView.dark).text
    }

    @Test func `the meter tells what conductor and workers used, and how fast it goes`() {
        #expect(
            snapshot(.meter) == """
                34×7
                ╭ meter ────────────── by worker ╮│
                │                    $         u ││
                │ run        ~0.000057 ~0.002880 ││
                │ conductor   0.000057           ││
                │ speed    48 t/s, first 0.0s    ││
                │ 3 more lines                   ││
                ╰────────────────────────────────╯│
                styles
                ..aaaaa................bbbbbbbbb..
                .cbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbc.
                .cddddddddddeeeeeeeeeeeeeeeeeeeec.
                .cffffffffffeeeeeeeeeeeeeeeeeeeec.
                .cgggggggggbbbbbbbbbbbbbbbbbbcccc.
                .ceeeeeeeeeeeeccccccccccccccccccc.
                ..................................
                legend
                . border
                a title
                b subtle, keyLabel
                c default on default
                d #d8deeb on #141822 bold
                e warning, cost
                f held, conductor
                g text, background

                """
        )
    }

    @Test func `a step that runs shows its text`() {
        #expect(
            snapshot(.runningAgent) == """
                34×7
                ┏ 1 linguist · Decode…  ⠋ 48 t/s ┓│
                ┃ A Caesar shift of 3.           ┃│
                ┃ Answer: well done              ┃│
                ┃                                ┃│
                ┃                                ┃│
                ┃                                ┃│
                ┗━━━━━━━━━━ ↑~15 ↓~11  ~0.0010 u ┛│
                styles
                ..aaaaaaaaaabbbbbbbbbb..cccccccc..
                .deeeeeeeeeeeeeeeeeeeeddddddddddd.
                .deeeeeeeeeeeeeeeeedddddddddddddd.
                .dddddddddddddddddddddddddddddddd.
                .dddddddddddddddddddddddddddddddd.
                .dddddddddddddddddddddddddddddddd.
                ............bbbbbbbbbbbbbbbbbbbb..
                legend
                . accent, borderFocused, gauge
                a title
                b subtle, keyLabel
                c heading, running, keyHint
                d default on default
                e text, background

                """
        )
    }

    @Test func `a step that waits says for what, and what it will do`() {
        #expect(
            snapshot(.waitingAgent) == """
                34×7
                ╭ 3 reckoner · Join …  ○ waiting ╮│
                │ waits for 1                    ││
                │ Join both: 漢字 👍🏽             ││
                │ Sees steps 1, 2.               ││
                │                                ││
                │                                ││
                ╰────────────────────────────────╯│
                styles
                ..aaaaaaaaaabbbbbbbbb..ccccccccc..
                .dbbbbbbbbbbbdddddddddddddddddddd.
                .deeeeeeeeeeeeeeeeeeddddddddddddd.
                .deeeeeeeeeeeeeeeeddddddddddddddd.
                .dddddddddddddddddddddddddddddddd.
                .dddddddddddddddddddddddddddddddd.
                ..................................
                legend
                . border
                a title
                b subtle, keyLabel
                c faint, waiting
                d default on default
                e quote

                """
        )
    }

    @Test func `panes can be drawn in ASCII`() {
        #expect(
            PaneSample.meter.draw(34, 7, unicode: false).picture == """
                + meter -------------- by worker +│
                |                    $         u |│
                | run        ~0.000057 ~0.002880 |│
                | conductor   0.000057           |│
                | speed    48 t/s, first 0.0s    |│
                | 3 more lines                   |│
                +--------------------------------+│
                """
        )
        #expect(
            PaneSample.runningAgent.draw(34, 7, unicode: false).picture == """
                # 1 linguist - Decode…  | 48 t/s #│
                # A Caesar shift of 3.           #│
                # Answer: well done              #│
                #                                #│
                #                                #│
                #                                #│
                #===== in ~15 out ~11  ~0.0010 u #│
                """
        )
    }

    @Test(arguments: PaneSample.allCases, [true, false])
    func `a pane draws within its area and nowhere else`(pane: PaneSample, unicode: Bool) {
        for width in [0, 1, 2, 3, 5, 8, 13, 21, 34, 55] {
            for height in [0, 1, 2, 3, 5, 8, 13] {
                var buffer = CellBuffer(size: Size(width: width + 4, height: height + 4))
                buffer.fill(buffer.bounds, style: .plain, character: "▒")
                let area = buffer.bounds.inset(by: 2)
                pane.draw(in: area, into: &buffer, unicode: unicode)
                #expect(buffer.hasWholeGlyphs, "\(width)×\(height)")
                for y in 0..<buffer.size.height {
                    for x in 0..<buffer.size.width where !area.contains(Point(x: x, y: y)) {
                        #expect(buffer[x, y].text == "▒", "\(x), \(y) of \(width)×\(height)")
                    }
                }
            }
        }
    }
}
