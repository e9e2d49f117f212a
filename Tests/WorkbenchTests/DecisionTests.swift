import CellUI
import Foundation
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// What a person decides with keys, and what they are told before.
struct DecisionTests {
    private let session = SampleSession(stages: 1)
    private let id = SessionID(rawValue: "sample")

    private func workbench(_ session: SampleSession, keymap: Keymap = .standard) -> Workbench {
        var workbench = Workbench(
            look: Look(theme: .standard(depth: .trueColor), unicode: true),
            size: Size(width: 120, height: 36),
            samples: [],
            keymap: keymap
        )
        _ = workbench.update(.sessionStarted(id), at: session.now)
        _ = workbench.update(.events(session.events), at: session.now)
        return workbench
    }

    private func press(_ keys: String..., in workbench: inout Workbench) -> [Effect] {
        keys.flatMap { name -> [Effect] in
            guard let key = Key(name) else {
                Issue.record("\(name) is no key")
                return []
            }
            return workbench.update(.input(.key(key)), at: session.now)
        }
    }

    private func screen(_ workbench: inout Workbench, width: Int = 120, height: Int = 36) -> String
    {
        var buffer = CellBuffer(size: Size(width: width, height: height))
        _ = workbench.render(into: &buffer)
        return buffer.text
    }

    private func type(_ text: String, in workbench: inout Workbench) {
        for character in text {
            _ = workbench.update(.input(.key(.character(character))), at: session.now)
        }
    }

    private func step(_ number: Int, in workbench: Workbench) throws -> StepState {
        let state = try #require(workbench.session?.state)
        let round = try #require(state.currentRound)
        let steps = state.steps(of: round.id)
        return try #require(steps.indices.contains(number - 1) ? steps[number - 1] : nil)
    }

    @Test func `holding needs one key, and rests on what was seen`() throws {
        var workbench = workbench(session)
        let seen = try #require(workbench.session?.state.sequence)
        #expect(press("space", in: &workbench) == [.decide(.hold, basedOn: seen)])
    }

    @Test func `rerouting lists the pool, narrowed by typing`() throws {
        var workbench = workbench(session)
        let waiting = try step(4, in: workbench)
        _ = press("4", "r", in: &workbench)
        let pool = try #require(workbench.session?.state.pool)
        let open = screen(&workbench)
        for worker in pool.prefix(3) { #expect(open.contains(worker.name)) }
        let other = try #require(pool.first { $0.name != waiting.step.worker })
        type(other.name, in: &workbench)
        let effects = press("enter", in: &workbench)
        #expect(
            effects == [
                .decide(
                    .reroute(waiting.id, worker: other.name),
                    basedOn: try #require(workbench.session?.state.sequence)
                )
            ]
        )
    }

    @Test func `a subtask is edited where it stands`() throws {
        var workbench = workbench(session)
        let waiting = try step(4, in: workbench)
        _ = press("4", "e", in: &workbench)
        type(" é漢", in: &workbench)
        let effects = press("enter", in: &workbench)
        guard case .decide(.rewrite(let id, let subtask), _)? = effects.first else {
            Issue.record("\(effects)")
            return
        }
        #expect(id == waiting.id)
        #expect(subtask == waiting.step.subtask + " é漢")
    }

    @Test func `what an editor gives back is looked at before it counts`() throws {
        var workbench = workbench(session)
        let waiting = try step(4, in: workbench)
        #expect(press("4", "E", in: &workbench) == [.edit(waiting.step.subtask)])
        _ = workbench.update(.edited("Quite another."), at: session.now)
        #expect(screen(&workbench).contains("Quite another."))
        let effects = press("enter", in: &workbench)
        guard case .decide(.rewrite(_, "Quite another."), _)? = effects.first else {
            Issue.record("\(effects)")
            return
        }
    }

    @Test func `an access list is ticked`() throws {
        var workbench = workbench(session)
        let waiting = try step(4, in: workbench)
        let first = try step(1, in: workbench)
        _ = press("4", "v", "n", "1", in: &workbench)
        let effects = press("enter", in: &workbench)
        guard case .decide(.rewire(let id, let access), _)? = effects.first else {
            Issue.record("\(effects)")
            return
        }
        #expect(id == waiting.id && access == [first.id])
    }

    @Test func `before finished work is thrown away the screen says what goes and asks`() throws {
        var workbench = workbench(session)
        let finished = try #require(
            workbench.session?.state.steps.first { $0.output != nil },
            "the sample has a finished step"
        )
        let number = try #require(workbench.session?.state.number(of: finished.id))
        #expect(press("\(number)", "R", in: &workbench) == [])
        let asked = screen(&workbench)
        #expect(asked.contains("sure?") && asked.contains("no longer counts"))
        #expect(press("n", in: &workbench) == [])
        #expect(!screen(&workbench).contains("sure?"))
        let effects = press("R", "y", in: &workbench)
        guard case .decide(.retry(finished.id), _)? = effects.first else {
            Issue.record("\(effects)")
            return
        }
    }

    @Test func `a question is whole on a narrow screen`() {
        var workbench = workbench(session)
        _ = press("q", in: &workbench)
        let words = screen(&workbench, width: 40, height: 10).split { $0.isWhitespace || $0 == "│" }
        #expect(words.contains("Interrupt") && words.contains("quit?"))
    }

    @Test func `what cannot be done says why and does nothing`() throws {
        var workbench = workbench(session)
        #expect(press("4", "R", in: &workbench) == [])
        #expect(screen(&workbench).contains("has not begun"))
        #expect(press("u", in: &workbench) == [])
        #expect(screen(&workbench).contains("no override to take back"))
    }

    @Test func `the footer and the palette hold what works here and now`() {
        var workbench = workbench(session)
        _ = press("4", in: &workbench)
        let running = screen(&workbench, width: 200, height: 60)
        #expect(running.contains("r reroute") && running.contains("space hold"))
        #expect(!running.contains("a approve") && !running.contains("+ right"))
        _ = press(":", in: &workbench)
        type("reroute", in: &workbench)
        #expect(screen(&workbench).contains("Give the step to another worker"))
        _ = press("enter", in: &workbench)
        #expect(screen(&workbench).contains("who does"))
    }

    @Test func `each key of the footer can be clicked`() throws {
        var workbench = workbench(session)
        let text = screen(&workbench)
        let line = try #require(text.split(separator: "\n").last)
        let range = try #require(line.range(of: "space hold"))
        let column = displayWidth(of: String(line[..<range.lowerBound]))
        let click = MouseEvent(.press(.left), at: Point(x: column + 2, y: 35))
        let effects = workbench.update(.input(.mouse(click)), at: session.now)
        guard case .decide(.hold, _)? = effects.first else {
            Issue.record("\(effects)")
            return
        }
    }

    @Test func `a budget that cannot be read stays there to be mended`() {
        var workbench = workbench(session)
        _ = press("b", in: &workbench)
        type("usd=much", in: &workbench)
        #expect(press("enter", in: &workbench) == [])
        let text = screen(&workbench)
        #expect(text.contains("usd=much") && text.contains("is no budget"))
    }

    @Test func `after the end nothing can be decided, but judged`() {
        var workbench = workbench(.complete)
        #expect(press("space", in: &workbench) == [])
        #expect(screen(&workbench).contains("The session is over"))
        #expect(press("+", in: &workbench).first == .giveVerdict(id, isRight: true))
        #expect(screen(&workbench).contains("you: right"))
        #expect(press("+", in: &workbench).first == .giveVerdict(id, isRight: nil))
        #expect(press("-", in: &workbench).first == .giveVerdict(id, isRight: false))
    }

    @Test func `the pane's text is copied as it was written`() throws {
        var workbench = workbench(.complete)
        _ = press("4", in: &workbench)
        let effects = press("y", in: &workbench)
        guard case .copy(let text)? = effects.first else {
            Issue.record("\(effects)")
            return
        }
        let step = try step(4, in: workbench)
        let output = try #require(workbench.session?.state.output(of: step.id))
        #expect(text.contains(output))
    }

    @Test func `finding marks all panes and goes from match to match`() {
        var workbench = workbench(.complete)
        _ = press("/", in: &workbench)
        type("DECODE", in: &workbench)
        _ = press("enter", in: &workbench)
        #expect(workbench.session?.query == "DECODE")
        #expect(workbench.session?.focus != .graph)
        _ = press("/", in: &workbench)
        _ = press("ctrl-u", in: &workbench)
        type("no such words", in: &workbench)
        _ = press("enter", in: &workbench)
        #expect(screen(&workbench).contains("is in no pane"))
    }

    @Test func `what was written is not lost by a refusal or a no`() throws {
        var workbench = workbench(session)
        // The subtask as it is: refused.
        _ = press("4", "e", "enter", in: &workbench)
        #expect(screen(&workbench).contains("subtask of"))
        _ = press("escape", in: &workbench)
        let finished = try #require(workbench.session?.state.steps.first { $0.output != nil })
        let number = try #require(workbench.session?.state.number(of: finished.id))
        _ = press("\(number)", "e", in: &workbench)
        type(" Kept words.", in: &workbench)
        #expect(press("enter", in: &workbench) == [])
        #expect(screen(&workbench).contains("sure?"))
        _ = press("n", in: &workbench)
        #expect(screen(&workbench).contains("Kept words."))
        let effects = press("enter", "y", in: &workbench)
        guard case .decide(.rewrite(finished.id, let subtask), _)? = effects.first else {
            Issue.record("\(effects)")
            return
        }
        #expect(subtask.hasSuffix("Kept words."))
    }

    @Test func `after a step is deleted the one in its place is chosen, and can be seen to be`()
        throws
    {
        var session = SampleSession(stages: 1)
        var workbench = workbench(session)
        let steps = try #require(workbench.session?.state.steps)
        _ = press("3", "escape", in: &workbench)
        #expect(workbench.session?.selectedStep?.id == steps[2].id)
        _ = workbench.update(.events(session.decide(.delete(steps[2].id))), at: session.now)
        #expect(workbench.session?.selectedStep?.id == steps[3].id)
        #expect(screen(&workbench).contains("┃ 3 checker"))
    }

    @Test func `a step that was changed before it began still tells what it will do`() throws {
        var session = SampleSession(stages: 1)
        var workbench = workbench(session)
        let step = try #require(workbench.session?.state.steps.last)
        let events = session.decide(.reroute(step.id, worker: "reckoner"))
        _ = workbench.update(.events(events), at: session.now)
        _ = press("4", "z", in: &workbench)
        let shown = screen(&workbench)
        #expect(shown.contains("Check the result"))
        #expect(shown.contains("Sees steps 1, 2, 3."))
        #expect(shown.contains("gives step 4 to reckoner instead of checker"))
    }

    @Test func `what is written by hand and taken back leaves the output as it was`() throws {
        var session = SampleSession(stages: 1)
        var workbench = workbench(session)
        let step = try #require(workbench.session?.state.steps.first { $0.output != nil })
        let output = try #require(workbench.session?.state.output(of: step.id))
        for events in [
            session.decide(.write(step.id, output: "By hand.")), session.decide(.undo(nil)),
        ] {
            _ = workbench.update(.events(events), at: session.now)
        }
        _ = press("2", "z", in: &workbench)
        let shown = screen(&workbench)
        let hand = try #require(shown.range(of: "By hand."))
        let mark = try #require(shown.range(of: "Its output is again:"))
        let last = try #require(shown.range(of: "6 * 7 = 42", options: .backwards))
        #expect(hand.upperBound < mark.lowerBound && mark.upperBound < last.lowerBound)
        #expect(output.hasPrefix("6 * 7 = 42"))
        // The call that counts is shown, and not the one of no length by hand.
        #expect(!shown.contains("by hand ━┓"))
    }

    @Test func `a text that is left is there again, until it is used or emptied`() throws {
        var workbench = workbench(SampleSession(stages: 1))
        let step = try #require(workbench.session?.state.steps.last)
        _ = press("4", "e", in: &workbench)
        type(" And say why.", in: &workbench)
        _ = press("escape", "e", in: &workbench)
        #expect(screen(&workbench).contains("And say why."))
        // What it was before is one undo away.
        _ = press("alt-z", in: &workbench)
        #expect(!screen(&workbench).contains("And say why."))
        _ = press("ctrl-y", in: &workbench)
        let effects = press("enter", in: &workbench)
        guard case .decide(.rewrite(step.id, let subtask), _)? = effects.first else {
            Issue.record("\(effects)")
            return
        }
        #expect(subtask.hasSuffix("And say why."))
        _ = press("e", in: &workbench)
        #expect(!screen(&workbench).contains("And say why."))
        // A remark is left for good by emptying it.
        _ = press("escape", "c", in: &workbench)
        type("Shorter.", in: &workbench)
        _ = press("escape", "c", in: &workbench)
        #expect(screen(&workbench).contains("Shorter."))
        _ = press("ctrl-u", "escape", "c", in: &workbench)
        #expect(!screen(&workbench).contains("Shorter."))
    }

    @Test func `a menu decides about the step it was opened on`() throws {
        var workbench = workbench(SampleSession(stages: 1))
        _ = press("4", in: &workbench)
        let looked = try #require(workbench.session?.selectedStep)
        let seen = try #require(workbench.session?.state.sequence)
        _ = press("m", in: &workbench)
        type("skip", in: &workbench)
        // Meanwhile the run goes on to other steps.
        let later = SampleSession(stages: 2).events.dropFirst(session.events.count)
        _ = workbench.update(.events(Array(later.prefix(3))), at: session.now)
        #expect(press("enter", in: &workbench) == [.decide(.skip(looked.id), basedOn: seen)])
    }

    @Test func `a session that is read late does not take the place of a run`() {
        var workbench = workbench(session)
        let other = SessionID(rawValue: "other")
        _ = workbench.update(.replay(other, SampleSession.complete.events), at: session.now)
        #expect(workbench.session?.state.id == id)
        #expect(workbench.session?.replay == nil)
    }

    @Test func `a session of another process is followed, and leaving it interrupts nothing`() {
        var workbench = workbench(.complete)
        _ = press("o", in: &workbench)
        let other = SessionID(rawValue: "other")
        let effects = workbench.update(.running(other, session.events), at: session.now)
        #expect(effects.first == .follow(other, after: session.events.count))
        #expect(press("space", in: &workbench) == [.decide(.hold, basedOn: session.events.count)])
        #expect(press("V", in: &workbench) == [])
        #expect(press("o", in: &workbench) == [.unfollow, .loadHistory])
    }

    @Test func `what was written is there when it can no longer be decided`() throws {
        var workbench = workbench(session)
        let finished = try #require(workbench.session?.state.steps.first { $0.output != nil })
        let number = try #require(workbench.session?.state.number(of: finished.id))
        _ = press("\(number)", "e", in: &workbench)
        type(" Kept words.", in: &workbench)
        _ = press("enter", in: &workbench)
        #expect(screen(&workbench).contains("sure?"))
        // Meanwhile the session ends.
        let later = SampleSession.complete.events.dropFirst(session.events.count)
        _ = workbench.update(.events(Array(later)), at: session.now)
        let text = screen(&workbench)
        #expect(text.contains("Kept words.") && text.contains("The session is over"))
    }

    @Test func `a question that could not be asked is not lost`() {
        var workbench = workbench(.complete)
        _ = press("A", in: &workbench)
        type("And then?", in: &workbench)
        #expect(press("enter", in: &workbench).first == .ask("And then?", after: id))
        _ = workbench.update(.notice("No provider can be reached."), at: session.now)
        let text = screen(&workbench)
        #expect(text.contains("And then?") && text.contains("No provider"))
        #expect(press("enter", in: &workbench).first == .ask("And then?", after: id))
        _ = workbench.update(.sessionStarted(SessionID(rawValue: "next")), at: session.now)
        #expect(workbench.overlay == nil)
    }

    @Test func `a replay says that nothing can be decided in it, of keys that decide`() {
        var workbench = workbench(.complete)
        _ = press("o", in: &workbench)
        _ = workbench.update(.replay(id, SampleSession.complete.events), at: session.now)
        _ = press("r", in: &workbench)
        #expect(workbench.notice?.text.contains("nothing can be decided") == true)
        _ = press("h", in: &workbench)
        #expect(workbench.notice == nil)
    }

    @Test func `a budget is written as it was, to the last digit`() {
        let budget = Budget(
            picodollars: 20_000_000_001,
            tokens: 2_000,
            milliseconds: 60_500
        )
        #expect(BudgetWords.text(budget) == "usd=0.020000000001 tokens=2000 seconds=60.5")
        #expect(BudgetWords.text(Budget(milliseconds: 60_000)) == "seconds=60")
    }

    @Test func `a waiting step tells what it sees, of the round before too`() {
        var history = GraphHistories.rounds
        history.decide(.rewire(StepID(4), access: [StepID(1), StepID(3)]))
        let title = AgentTitle(
            .step(StepID(4)),
            history.state,
            look: Look(theme: .standard(depth: .trueColor), unicode: true),
            now: history.now,
            frame: 0
        )
        #expect(title.order == "Compare.\nSees steps 1 of the round before, 1.")
    }

    // MARK: Keys

    @Test func `a message tells the key that is in use`() throws {
        var workbench = workbench(.complete, keymap: try Keymap(["find": ["f3"]]))
        _ = press("n", in: &workbench)
        #expect(workbench.notice?.text.contains("find (f3)") == true)
    }

    @Test func `a key can be given to another command`() throws {
        let keymap = try Keymap(["hold": ["f5"]])
        var workbench = workbench(session, keymap: keymap)
        #expect(press("space", in: &workbench) == [])
        #expect(press("f5", in: &workbench).count == 1)
        #expect(screen(&workbench).contains("f5 hold"))
    }

    @Test(arguments: [
        ("hodl", "x", Keymap.Invalid.unknownCommand("hodl")),
        ("hold", "ctrl", .unknownKey("ctrl", command: "hold")),
        ("hold", "r", .clash(key: "r", command: "hold", other: "reroute")),
        ("help", "q", .clash(key: "q", command: "help", other: "quit")),
    ]) func `a key map that cannot be is told`(command: String, key: String, why: Keymap.Invalid) {
        #expect(throws: why) { try Keymap([command: [key]]) }
    }

    @Test func `the guide tells every command with its keys`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../docs/workbench.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        var documented: [String: [Key]] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("| `") {
            let cells = line.split(separator: "|").map { $0.split(separator: "`").map(String.init) }
            guard cells.count >= 4, let name = cells[0].first(where: { $0 != " " }) else {
                continue
            }
            documented[name] = cells[1].filter { $0 != " " }.compactMap { Key($0) }
        }
        for entry in CommandEntry.all where !entry.help.isEmpty {
            #expect(documented[entry.name] == entry.keys, "\(entry.name)")
        }
    }

    @Test func `one key means one thing in one place`() throws {
        // Throws when the usual keys clash.
        _ = try Keymap([:])
        for entry in CommandEntry.all where !entry.help.isEmpty {
            #expect(!entry.places.isEmpty, "\(entry.name)")
        }
        #expect(Set(CommandEntry.all.map(\.name)).count == CommandEntry.all.count)
    }
}
