import CellUI
import PodiumCore
import Testing

@testable import Workbench

/// How the session screen is shared out.
struct SessionLayoutTests {
    static let sizes = [(80, 24), (100, 30), (120, 36), (160, 45), (200, 60)]
        .map { Size(width: $0, height: $1) }

    private func layout(
        _ size: Size,
        _ panes: [PaneTiling.Pane] = [PaneTiling.Pane()],
        answer: SessionLayout.Answer? = nil,
        choice: SessionLayout.Choice = SessionLayout.Choice(),
        isReplay: Bool = false
    ) -> SessionLayout {
        SessionLayout(
            size: size,
            panes: panes,
            answer: answer,
            choice: choice,
            isReplay: isReplay,
            events: isReplay ? .inPlaceOfPanes : nil
        )
    }

    @Test(arguments: 0..<200)
    func `four agents at work have four lines each on a small screen, and eight on a larger one`(
        seed: Int
    ) {
        var random = SeededGenerator(seed: UInt64(seed))
        for (size, lines) in [
            (Size(width: 80, height: 24), 4), (Size(width: 120, height: 36), 8),
            (Size(width: 200, height: 60), 8),
        ] {
            let panes = PaneTilingTests.panes(running: 4, others: 0...8, random: &random)
            let places = layout(size, panes).panes
            for (pane, place) in zip(panes, places) where pane.activity == .running {
                #expect(place.height - 2 >= lines, "\(size) \(panes)\n\(places)")
            }
        }
    }

    @Test(arguments: sizes) func `the parts fill the screen and never overlap`(size: Size) {
        for arrangement in SessionLayout.Arrangement.allCases {
            for share in [nil, 0.01, 0.4, 0.99] {
                var choice = SessionLayout.Choice()
                (choice.arrangement, choice.share) = (arrangement, share)
                let answer = SessionLayout.Answer(lines: 9)
                let isReplay = share == nil
                let layout = layout(size, answer: answer, choice: choice, isReplay: isReplay)
                #expect(!isReplay || !layout.events.isEmpty || layout.body.height < 4)
                let parts =
                    [
                        layout.status, layout.graph, layout.meter, layout.answer, layout.timeline,
                        layout.footer, layout.caption, layout.events,
                    ] + layout.panes
                let area = parts.reduce(0) { $0 + $1.width * $1.height }
                #expect(area == size.width * size.height, "\(arrangement) \(layout)")
                #expect(parts.allSatisfy { Rect(size).contains($0) || $0.isEmpty })
            }
        }
    }

    @Test(arguments: sizes) func `nothing moves because a plan grows`(size: Size) {
        let one = layout(size, [PaneTiling.Pane()])
        let many = layout(size, Array(repeating: PaneTiling.Pane(), count: 7))
        #expect(one.graph == many.graph)
        #expect(one.meter.origin.x == many.meter.origin.x)
    }

    @Test func `the workflow stands beside the panes where both have room`() {
        #expect(SessionLayout.arrangement(for: Size(width: 200, height: 60)) == .beside)
        #expect(SessionLayout.arrangement(for: Size(width: 120, height: 36)) == .above)
        let wide = layout(Size(width: 200, height: 60), Array(repeating: .init(), count: 4))
        #expect(wide.panes.allSatisfy { (60...104).contains($0.width) })
    }

    @Test func `an answer in focus is given room, and all of it where there is little`() {
        func answer(_ size: Size, isFocused: Bool) -> Rect {
            let answer = SessionLayout.Answer(lines: 100, isFocused: isFocused)
            return layout(size, answer: answer).answer
        }
        let large = Size(width: 80, height: 24)
        #expect(answer(large, isFocused: false).height == 7)
        #expect(answer(large, isFocused: true).height == 11)
        let small = Size(width: 40, height: 9)
        #expect(answer(small, isFocused: false).isEmpty)
        #expect(!answer(small, isFocused: true).isEmpty)
    }
}
