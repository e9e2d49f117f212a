import CellUI
import Foundation
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

struct EscapedLineTests {
    @Test func `what a line of JSON holds needs no mark on a terminal`() {
        for value in UInt32(0x20)...0x10_FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let line = JSONLine.escaped(String(scalar))
            if visible(line, keepingNewlines: true) != line { Issue.record("\(value)") }
        }
    }

    @Test func `an escaped line says the same`() throws {
        let text = "a\u{7F}\u{9B}\u{2028}\u{202E}\u{FFF9}\u{FFFE}\u{E0041}\u{10FFFF}é漢👍🏽"
        let line = JSONLine.escaped("[\"\(text)\"]")
        #expect(try JSONDecoder().decode([String].self, from: Data(line.utf8)) == [text])
    }
}

/// A session on the terminal's own screen: the same decisions, in lines.
struct TellingTests: WorkbenchDriving {
    /// What is written, without colours.
    private func lines(_ workbench: inout Workbench) -> [String] {
        var text = ""
        var isStyle = false
        for character in workbench.takeLines() {
            if character == "\u{1B}" { isStyle = true }
            if !isStyle { text.append(character) }
            if isStyle, character.isLetter { isStyle = false }
        }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private func telling() -> Workbench {
        var workbench = workbench(session)
        #expect(press("V", in: &workbench) == [.recall(id, after: 0)])
        #expect(workbench.surface == .lines)
        _ = workbench.update(.recalled(id, session.events), at: session.now)
        return workbench
    }

    @Test func `each view goes on where it stopped, and tells nothing twice`() throws {
        var workbench = telling()
        let first = lines(&workbench)
        #expect(first.first?.hasPrefix("[stream]") == true)
        #expect(first.contains { $0.hasPrefix("? ") })
        #expect(lines(&workbench) == [""])
        #expect(press("V", in: &workbench) == [.recall(id, after: 0)])
        _ = workbench.update(.recalled(id, session.events), at: session.now)
        #expect(lines(&workbench).contains { $0.hasPrefix("Question: ") })
        #expect(press("V", in: &workbench) == [])
        #expect(workbench.surface == .cells)
        let seen = session.events.count
        #expect(press("V", in: &workbench) == [.recall(id, after: seen)])
        _ = workbench.update(.recalled(id, []), at: session.now)
        #expect(lines(&workbench).count == 2)
    }

    @Test func `what is typed stays in one line while the text goes on above it`() throws {
        var workbench = telling()
        _ = lines(&workbench)
        type(":hold", in: &workbench)
        #expect(workbench.takeLines() == ":hold")
        let later = SampleSession(stages: 2).events.dropFirst(session.events.count)
        _ = workbench.update(.events(id, Array(later)), at: session.now)
        let text = workbench.takeLines()
        #expect(text.hasPrefix("\r\u{1B}[K") && text.hasSuffix("\n:hold"))
        let seen = SampleSession(stages: 2).events.count
        // What was seen when the colon was pressed.
        let effects = press("enter", in: &workbench)
        #expect(effects == [.decide(.hold, in: id, basedOn: session.events.count)])
        #expect(seen > session.events.count)
        #expect(lines(&workbench).contains { $0.hasSuffix(":hold") })
    }

    @Test func `a long line shows its end, and never two lines`() {
        var workbench = telling()
        _ = lines(&workbench)
        type(":edit 4 " + String(repeating: "漢字", count: 100), in: &workbench)
        let shown = workbench.takeLines()
        #expect(displayWidth(of: shown) <= 119 && shown.hasSuffix("漢字"))
    }

    @Test func `what would throw work away is asked, and a no does nothing`() throws {
        var workbench = telling()
        let finished = try #require(workbench.session?.state.steps.first { $0.output != nil })
        let number = try #require(workbench.session?.state.number(of: finished.id))
        _ = lines(&workbench)
        type(":retry \(number)", in: &workbench)
        #expect(press("enter", in: &workbench) == [])
        // All of what it costs stands in lines of its own.
        let asked = workbench.takeLines()
        #expect(asked.contains("The output of step") && asked.contains("no longer counts"))
        #expect(asked.hasSuffix("\ny or n"))
        #expect(press("n", in: &workbench) == [])
        #expect(lines(&workbench).contains { $0.hasSuffix("Nothing was done.") })
        // The key up has the words again.
        _ = press(":", "up", "enter", in: &workbench)
        guard case .decide(.retry(finished.id), id, _)? = press("y", in: &workbench).first else {
            Issue.record("the decision was not taken")
            return
        }
    }

    @Test func `words that mean nothing are told, and keys decide as on the screen`() {
        var workbench = telling()
        _ = lines(&workbench)
        type(":reroute 99 nobody", in: &workbench)
        #expect(press("enter", in: &workbench) == [])
        #expect(lines(&workbench).contains { $0.contains("is no step") })
        let seen = session.events.count
        #expect(press("space", in: &workbench) == [.decide(.hold, in: id, basedOn: seen)])
        #expect(press("ctrl-c", in: &workbench) == [.interrupt(id)])
        #expect(press("ctrl-c", in: &workbench) == [.interrupt(id), .quit])
    }

    @Test func `what ended while nobody was told is told in its place`() {
        var workbench = telling()
        _ = press("escape", in: &workbench)
        let later = SampleSession.complete.events.dropFirst(session.events.count)
        _ = workbench.update(.events(id, Array(later)), at: session.now)
        _ = workbench.update(.ended(id, reason: nil), at: session.now)
        _ = press("V", in: &workbench)
        _ = workbench.update(.recalled(id, Array(later)), at: session.now)
        let told = lines(&workbench)
        #expect(told.last { !$0.isEmpty }?.hasPrefix("The run is over.") == true)
        #expect(told.count { $0.hasPrefix("The run is over.") } == 1)
    }

    @Test func `the other sessions are a key away, and suspending works while something is typed`()
    {
        var workbench = telling()
        type(":ho", in: &workbench)
        #expect(press("ctrl-z", in: &workbench) == [.suspend])
        _ = press("escape", in: &workbench)
        #expect(press("o", in: &workbench) == [.loadHistory])
        #expect(workbench.surface == .cells)
    }

    @Test func `whether to quit is asked once, however much is told meanwhile`() {
        var workbench = telling()
        _ = lines(&workbench)
        _ = press("q", in: &workbench)
        let later = Array(SampleSession(stages: 2).events.dropFirst(session.events.count))
        _ = workbench.update(.events(id, Array(later.prefix(2))), at: session.now)
        _ = workbench.update(.events(id, Array(later.dropFirst(2))), at: session.now)
        #expect(lines(&workbench).count { $0.contains("Interrupt it and quit?") } == 1)
        #expect(press("y", in: &workbench) == [.interrupt(id), .quit])
    }

    @Test func `the end is told once, and the panes are a key away`() {
        var workbench = telling()
        let later = SampleSession.complete.events.dropFirst(session.events.count)
        _ = workbench.update(.events(id, Array(later)), at: session.now)
        _ = workbench.update(.ended(id, reason: nil), at: session.now)
        let told = lines(&workbench)
        #expect(told.count { $0.hasPrefix("The run is over.") } == 1)
        _ = press("escape", in: &workbench)
        #expect(workbench.surface == .cells)
        #expect(screen(&workbench).contains("answered"))
    }

    @Test func `an end without an answer says that it can go on, and each end is told`() {
        var history = HistoryBuilder(limits: RunLimits(retries: 0, fallbacks: 0))
        let error = ProviderError(.connection, "Nobody listens.", isRetryable: false)
        history.open(plan: .chain(1))
        history.fail(1, error)
        var workbench = workbench(history)
        _ = press("V", in: &workbench)
        _ = workbench.update(.recalled(history.state.id, history.events), at: history.now)
        let onward = "The run is over. It can go on"
        #expect(lines(&workbench).count { $0.hasPrefix(onward) } == 1)
        let before = history.events.count
        history.resume()
        history.fail(2, error)
        let later = Array(history.events.dropFirst(before))
        _ = workbench.update(.events(history.state.id, later), at: history.now)
        #expect(lines(&workbench).count { $0.hasPrefix(onward) } == 1)
        let second = history.events.count
        history.resume()
        history.reply(3, "42")
        let last = Array(history.events.dropFirst(second))
        _ = workbench.update(.events(history.state.id, last), at: history.now)
        #expect(lines(&workbench).contains("The run is over. Esc: the panes. q: quit."))
    }
}
