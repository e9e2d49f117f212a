import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// What holds of a screen at any size, with and without Unicode.
struct ScreenSizeTests {
    private static let drawn = [
        (20, 6), (21, 7), (33, 9), (40, 10), (61, 15), (80, 24), (100, 20), (120, 36), (200, 60),
    ]
    .map { Size(width: $0, height: $1) }

    /// Too small to be drawn, or of no size at all.
    private static let tooSmall = [(0, 0), (1, 1), (2, 40), (19, 6), (20, 5), (300, 1)]
        .map { Size(width: $0, height: $1) }

    /// As far as panes and overlays are drawn: without the line above and the lines below.
    private func body(_ size: Size, isReplay: Bool = false) -> Rect {
        // A replay says where it is, where there is a line for that.
        let lines = isReplay && size.height >= 10 ? 4 : 3
        return Rect(x: 0, y: 1, width: size.width, height: size.height - lines)
    }

    /// Where something stands in no frame, and in no row of an agent that has none.
    private func tear(in buffer: CellBuffer, of workbench: Workbench, _ size: Size) -> Point? {
        var framed = buffer
        let areas = workbench.session?.areas.values.filter { $0.height < 3 } ?? []
        let notes = workbench.session?.notes.map(\.area) ?? []
        for row in areas + notes { framed.fill(row, style: .plain) }
        return framed.tear(in: body(size, isReplay: workbench.session?.replay != nil))
    }

    @Test(arguments: RecordedView.all, [true, false])
    func `a screen fills any size with whole glyphs and no controls`(
        view: RecordedView,
        unicode: Bool
    ) {
        for size in Self.drawn {
            let buffer = view.draw(size, unicode: unicode)
            #expect(buffer.hasWholeGlyphs, "\(size)")
            #expect(!buffer.hasControls, "\(size)")
            #expect(!buffer.text.contains("too small"), "\(size)")
            #expect(!buffer.text(row: size.height - 1).isEmpty, "\(size) has no footer")
        }
        for size in Self.tooSmall {
            let buffer = view.draw(size, unicode: unicode)
            #expect(buffer.hasWholeGlyphs, "\(size)")
            #expect("too small".hasPrefix(buffer.text(row: 0)), "\(size)")
        }
    }

    @Test(arguments: RecordedView.all.filter { $0.kind == .session })
    func `the panes of a session have whole frames, and nothing stands beside them`(
        view: RecordedView
    ) {
        for size in Self.drawn {
            var workbench = view.workbench(size)
            let buffer = view.draw(&workbench, size)
            #expect(tear(in: buffer, of: workbench, size) == nil, "\(size)\n\(buffer.text)")
            // Without Unicode the same frames are drawn otherwise.
            let plain = view.draw(size, unicode: false)
            let isReplay = view.replayed != nil
            for frame in buffer.frames(in: body(size, isReplay: isReplay)) {
                let corners = [(frame.minX, frame.minY), (frame.maxX - 1, frame.maxY - 1)]
                for (x, y) in corners {
                    #expect("+#".contains(plain[x, y].text), "\(frame)\n\(plain.text)")
                }
            }
        }
    }

    @Test(arguments: RecordedView.all.filter { $0.kind == .overlay })
    func `what stands over a screen has a whole frame, and closes without a trace`(
        view: RecordedView
    ) throws {
        for size in Self.drawn {
            var workbench = view.workbench(size)
            let opened = view.draw(&workbench, size)
            view.press(["escape"], in: &workbench, size)
            let closed = view.draw(&workbench, size)
            // The last line tells of keys.
            let area = Rect(x: 0, y: 0, width: size.width, height: size.height - 1)
            let changed = try #require(opened.difference(from: closed, in: area), "\(size)")
            let frame = opened.frame(at: changed.origin)
            #expect(frame == changed, "\(size)\n\(opened.text)")
            // The start screen has other rows without frames.
            guard workbench.session != nil else { continue }
            #expect(tear(in: closed, of: workbench, size) == nil, "\(size)\n\(closed.text)")
        }
    }

    @Test(arguments: Self.drawn) func `every frame of the start screen closes`(size: Size) throws {
        let view = try #require(RecordedView.all.first { $0.kind == .start })
        let buffer = view.draw(size)
        var frames = 0
        for y in 0..<size.height {
            for x in 0..<size.width where buffer.isTopLeft(Point(x: x, y: y)) {
                frames += 1
                #expect(buffer.frame(at: Point(x: x, y: y)) != nil, "\(x), \(y)\n\(buffer.text)")
            }
        }
        #expect(frames > 0)
    }

    @Test func `every prefix of a session renders at every size`() {
        let session = SampleSession.complete
        for count in 0...session.events.count {
            let events = Array(session.events.prefix(count))
            for size in [(0, 0), (1, 1), (20, 6), (33, 9), (61, 15), (200, 60)].map({
                Size(width: $0, height: $1)
            }) {
                var workbench = Workbench(
                    look: Look(theme: RecordedView.dark, unicode: true),
                    size: size,
                    samples: []
                )
                let id = SessionID(rawValue: "s")
                _ = workbench.update(.began(id), at: session.now)
                _ = workbench.update(.events(id, events), at: session.now)
                var buffer = CellBuffer(size: size)
                _ = workbench.render(into: &buffer)
                #expect(buffer.hasWholeGlyphs && !buffer.hasControls, "\(count) at \(size)")
                guard size.height >= 6 else { continue }
                let tear = tear(in: buffer, of: workbench, size)
                #expect(tear == nil, "\(count)\n\(buffer.text)")
            }
        }
    }
}
