import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// Links of an answer, on the screen and in lines.
struct HyperlinkTests: WorkbenchDriving {
    private let address = "https://a.org/a/long/way"

    private var answer: String { "See [the place where it is told](\(address)), or <file:///x>." }

    private func look(hyperlinks: Bool) -> Look {
        Look(theme: .standard(depth: .trueColor), unicode: true, hyperlinks: hyperlinks)
    }

    private func history() -> HistoryBuilder {
        var history = HistoryBuilder()
        history.open(plan: .chain(1))
        history.reply(1, answer)
        return history
    }

    private func shown(hyperlinks: Bool) -> (workbench: Workbench, buffer: CellBuffer) {
        let history = history()
        var workbench = Workbench(
            look: look(hyperlinks: hyperlinks),
            size: Size(width: 120, height: 36),
            samples: []
        )
        _ = workbench.update(.began(history.state.id), at: history.now)
        _ = workbench.update(.events(history.state.id, history.events), at: history.now)
        var buffer = CellBuffer(size: Size(width: 120, height: 36))
        _ = workbench.render(into: &buffer)
        return (workbench, buffer)
    }

    @Test(arguments: [20, 80])
    func `lines for a terminal lead to the whole address from each of them`(width: Int) throws {
        let link = try #require(Hyperlink(address))
        let lines = AnswerLines(answer, look: look(hyperlinks: true), width: width).lines
        let linked = lines.filter { $0.runs.contains { $0.link != nil } }
        #expect(linked.count >= (width == 20 ? 3 : 1))
        for line in linked {
            let sent = line.controlSequences
            #expect(sent.contains(link.opening) && !sent.contains(";file"))
            // Each that is opened is closed before the line ends.
            let closed = sent.split(separator: Hyperlink.closing, omittingEmptySubsequences: false)
            #expect(closed.count > 1 && closed.last?.contains("]8;") == false)
            #expect(closed.dropLast().allSatisfy { $0.split(separator: "]8;").count == 2 })
        }
        let without = AnswerLines(answer, look: look(hyperlinks: false), width: width).lines
        #expect(without.map(\.text) == lines.map(\.text))
        #expect(without.allSatisfy { !$0.controlSequences.contains("\u{1B}]8;") })
    }

    @Test func `a session that is told on a terminal ends with an answer that can be followed`()
        throws
    {
        let opening = try #require(Hyperlink(address)).opening
        let history = history()
        for hyperlinks in [true, false] {
            var told = TerminalNarrator(session: id, look: look(hyperlinks: hyperlinks))
            var stream = StreamNarrator(session: id, look: look(hyperlinks: hyperlinks))
            for lines in [
                history.events.flatMap { told.narrate($0, width: 80) },
                history.events.flatMap { stream.tell($0, width: 80) },
            ] {
                let sent = lines.map(\.controlSequences).joined(separator: "\n")
                #expect(sent.contains(opening) == hyperlinks)
            }
        }
    }

    @Test func `on the screen links lead from panes, and not through what covers them`() {
        var (workbench, buffer) = shown(hyperlinks: true)
        let links = buffer.linkedRows.flatMap { buffer.links(row: $0) }
        #expect(Set(links.map(\.link.address)) == [address])
        #expect(buffer.linkedRows.count >= 2)
        #expect(shown(hyperlinks: false).buffer.linkedRows.isEmpty)
        #expect(shown(hyperlinks: false).buffer.text == buffer.text)
        // Help lies over all of it.
        _ = press("?", in: &workbench)
        var covered = CellBuffer(size: buffer.size)
        _ = workbench.render(into: &covered)
        for y in covered.linkedRows {
            for span in covered.links(row: y) {
                for x in span.columns {
                    #expect(covered[x, y].text == buffer[x, y].text)
                }
            }
        }
        #expect(covered.linkedRows.flatMap { covered.links(row: $0) } != links)
    }
}
