import CellUI
import PodiumCore
import Testing

@testable import Workbench

/// What a model thought before it answered, as a section of its pane.
struct ReasoningSectionTests {
    private static let look = Look(theme: .standard(depth: .trueColor), unicode: true)
    private static let start = Timestamp(microseconds: 1_790_000_000_000_000)

    private func document(height: Int = 5) -> PaneDocument {
        var document = PaneDocument()
        document.layOut(width: 50, height: height, look: Self.look)
        for line in 0..<20 {
            document.append("thought \(line)\n", as: .reasoning, at: Self.start + .seconds(line))
        }
        return document
    }

    private func shown(_ document: inout PaneDocument) -> [String] {
        document.visibleLines().map { String($0.text) }
    }

    @Test func `it is open while it is written, and folds when the answer begins`() {
        var document = document()
        #expect(shown(&document).last == "thought 19")
        document.append("The answer.", as: .answer, at: Self.start + .seconds(30))
        #expect(shown(&document) == ["▸ reasoning · 210 characters · 19s", "The answer."])
        document.append("Once more.", as: .reasoning)
        document.append("And so.", as: .answer)
        #expect(
            shown(&document) == [
                "▸ reasoning · 210 characters · 19s", "The answer.",
                "▸ reasoning · 10 characters", "And so.",
            ]
        )
    }

    @Test func `it is opened and closed by hand`() {
        var document = document(height: 30)
        document.append("The answer.", as: .answer)
        document.toggleReasoning()
        #expect(shown(&document).first == "▾ reasoning · 210 characters · 19s")
        #expect(shown(&document).count == 22)
        document.toggleReasoning()
        #expect(shown(&document).count == 2)
    }

    @Test func `nothing moves for who has scrolled up`() {
        var document = document()
        document.scrollBy(-4)
        let before = shown(&document)
        document.append("The answer.\n\nAnd more.", as: .answer)
        #expect(shown(&document) == before)
        document.scrollToEnd()
        #expect(shown(&document).first == "▸ reasoning · 210 characters · 19s")
        // The line at the top stays there also when what is above it is opened.
        document.append("\n\n" + (0..<40).map { "line \($0)\n\n" }.joined(), as: .answer)
        document.scrollBy(-10)
        let answer = shown(&document)
        document.toggleReasoning()
        #expect(shown(&document) == answer)
    }

    @Test func `what is found in it opens it`() {
        var document = document()
        document.append("The answer.", as: .answer)
        document.find("thought 7")
        let number = document.reveal(next: true)
        #expect(number == 1)
        #expect(shown(&document).first == "thought 7")
    }

    @Test func `its sign is ASCII where there is nothing else`() {
        var document = PaneDocument()
        document.layOut(
            width: 50,
            height: 5,
            look: Look(theme: .standard(depth: .none), unicode: false)
        )
        document.append("x", as: .reasoning)
        #expect(shown(&document) == ["v reasoning - 1 character", "x"])
    }

    @Test func `a click on its line opens it`() {
        let pane = PaneID.step(StepID(1))
        var screen = SessionScreen(session: SessionID(rawValue: "s"))
        screen.documents[pane] = document()
        screen.documents[pane]?.append("The answer.", as: .answer)
        let area = Rect(x: 0, y: 0, width: 60, height: 12)
        var buffer = CellBuffer(size: area.size)
        let title = AgentTitle(
            name: "",
            subtask: "",
            node: .running,
            state: "",
            figures: "",
            waiting: ""
        )
        let drawing = AgentPane(
            pane: pane,
            title: title,
            isFocused: false,
            look: Self.look,
            now: Self.start
        )
        drawing.render(in: area, screen: &screen, into: &buffer)
        #expect(screen.sectionRows[pane] == [1])
        screen.areas[pane] = area
        screen.handle(MouseEvent(.press(.left), at: Point(x: 5, y: 2)))
        #expect(screen.documents[pane]?.blocks.first?.isFolded == true)
        screen.handle(MouseEvent(.press(.left), at: Point(x: 5, y: 1)))
        #expect(screen.documents[pane]?.blocks.first?.isFolded == false)
    }
}
