import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

struct WorkbenchTests {
    static let sizes = [(40, 10), (80, 24), (120, 36), (200, 60)]
    static let samples = [
        SampleQuestion(title: "First", question: "What is 1 + 1?"),
        SampleQuestion(title: "Second", question: "What is 2 + 2?"),
    ]
    let id = SessionID(rawValue: "sample")

    func workbench(
        _ session: SampleSession? = nil,
        size: Size = Size(width: 120, height: 36),
        scheme: Base16Scheme = .podiumDark,
        unicode: Bool = true
    ) -> Workbench {
        var workbench = Workbench(
            look: Look(theme: Theme(scheme: scheme, depth: .trueColor), unicode: unicode),
            size: size,
            samples: Self.samples
        )
        if let session {
            _ = workbench.update(.began(id), at: session.now)
            _ = workbench.update(.events(id, session.events), at: session.now)
        }
        return workbench
    }

    func draw(_ workbench: inout Workbench, _ width: Int, _ height: Int) -> CellBuffer {
        var buffer = CellBuffer(size: Size(width: width, height: height))
        _ = workbench.render(into: &buffer)
        return buffer
    }

    func press(_ keys: String..., in workbench: inout Workbench) -> [Effect] {
        keys.flatMap { name -> [Effect] in
            guard let key = Key(name) else {
                Issue.record("\(name) is no key")
                return []
            }
            return workbench.update(.input(.key(key)), at: SampleSession.complete.now)
        }
    }

    // MARK: Themes

    @Test func `a theme that nobody chose follows the terminal's background`() {
        let (dark, light) = (
            Theme(scheme: .podiumDark, depth: .trueColor),
            Theme(scheme: .podiumLight, depth: .trueColor)
        )
        for automatic in [true, false] {
            var workbench = Workbench(
                look: Look(theme: dark, unicode: true),
                size: Size(width: 80, height: 24),
                samples: Self.samples,
                automaticThemes: automatic ? (dark, light) : nil
            )
            let now = SampleSession.complete.now
            for (background, theme) in [
                (RGB(255, 255, 255), light), (RGB(30, 30, 30), dark), (RGB(250, 240, 230), light),
            ] {
                #expect(workbench.update(.input(.background(background)), at: now).isEmpty)
                let shown = automatic ? theme : dark
                let corner = draw(&workbench, 80, 24)[0, 12]
                #expect(corner.style.background == shown.background.background)
            }
        }
    }

    private func asking(_ question: String) -> [Effect] {
        [.ask(question, after: nil), .loadRecords(question: question)]
    }

    // MARK: Drawing

    @Test func `no control character of a model reaches a cell`() {
        var workbench = workbench(.complete)
        let buffer = draw(&workbench, 200, 60)
        #expect(buffer.text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
        #expect(buffer.text.contains("␛[31m"))
    }

    @Test func `without Unicode the frame is ASCII but for the models' own text`() {
        var workbench = workbench(SampleSession(stages: 1), unicode: false)
        _ = press("escape", in: &workbench)
        let text = draw(&workbench, 120, 36).text
        #expect(
            text.unicodeScalars.filter { !$0.isASCII }.allSatisfy {
                "漢字👍🏽".unicodeScalars.contains($0)
            }
        )
    }

    @Test func `a screen that is too small says so and goes on`() {
        var workbench = workbench(.complete)
        #expect(draw(&workbench, 18, 5).text.contains("too small"))
        #expect(draw(&workbench, 80, 24).text.contains("answered"))
    }

    // MARK: Behaviour

    @Test func `a typed question is asked once`() {
        var workbench = workbench()
        #expect(press("h", "i", "?", "enter", in: &workbench) == asking("hi?"))
        #expect(press("enter", in: &workbench) == [])
    }

    @Test func `an empty question is not asked`() {
        var workbench = workbench()
        #expect(press("enter", in: &workbench) == [])
        #expect(draw(&workbench, 80, 24).text.contains("Write a question first"))
    }

    @Test func `a sample is asked as it stands`() {
        var workbench = workbench()
        #expect(press("tab", "down", "enter", in: &workbench) == asking("What is 2 + 2?"))
    }

    @Test func `a pasted text is one question, its line ends kept`() {
        var workbench = workbench()
        _ = workbench.update(.input(.paste("one\ntwo q")), at: SampleSession.complete.now)
        #expect(press("enter", in: &workbench) == asking("one\ntwo q"))
    }

    @Test func `what came at once is one question, its line ends kept, and undone at once`() {
        var workbench = workbench()
        let now = SampleSession.complete.now
        #expect(workbench.update(.input(.text("one\ntwo q\n")), at: now) == [])
        #expect(press("a", "enter", in: &workbench) == asking("one\ntwo q\na"))
    }

    @Test(arguments: [InputEvent.text("second"), .paste("second")])
    func `a theme that is found by what came at once is shown`(event: InputEvent) {
        var workbench = workbench(.complete)
        let now = SampleSession.complete.now
        let themes = [Base16Scheme.podiumDark, .podiumLight].map {
            Theme(scheme: $0, depth: .trueColor)
        }
        let named = zip(["first", "second"], themes).map { NamedTheme(name: $0, theme: $1) }
        _ = workbench.update(.themes(named), at: now)
        _ = workbench.update(.input(event), at: now)
        #expect(workbench.look.theme == themes[1])
        _ = press("escape", in: &workbench)
        #expect(workbench.look.theme != themes[1])
    }

    @Test func `what came at once where nothing is written is keys`() {
        var workbench = workbench(SampleSession(stages: 1))
        let now = SampleSession.complete.now
        #expect(workbench.update(.input(.text("qy")), at: now) == [.interrupt(id), .quit])

        var other = self.workbench(.complete)
        #expect(other.update(.input(.text("/animal\nq")), at: now) == [.quit])
    }

    @Test func `quitting while a run goes on asks first`() {
        var workbench = workbench(SampleSession(stages: 1))
        #expect(press("q", in: &workbench) == [])
        #expect(press("n", in: &workbench) == [])
        #expect(press("q", "y", in: &workbench) == [.interrupt(id), .quit])
    }

    @Test func `quitting after the end does not ask`() {
        var workbench = workbench(.complete)
        #expect(press("q", in: &workbench) == [.quit])
    }

    @Test func `control-C interrupts, and again quits`() {
        var workbench = workbench(SampleSession(stages: 1))
        #expect(press("ctrl-c", in: &workbench) == [.interrupt(id)])
        #expect(press("ctrl-c", in: &workbench) == [.interrupt(id), .quit])
    }

    @Test func `a finished session needs no further frames`() {
        #expect(workbench(.complete).nextTick == nil)
        #expect(workbench(SampleSession(stages: 1)).nextTick != nil)
        #expect(workbench().nextTick == nil)
    }

    @Test func `a number jumps to its step, zoom fills the screen, escape goes back`() {
        var workbench = workbench(.complete)
        _ = press("4", "z", in: &workbench)
        let zoomed = draw(&workbench, 80, 24).text
        #expect(zoomed.contains("4 checker") && !zoomed.contains("2 reckoner"))
        _ = press("escape", in: &workbench)
        #expect(draw(&workbench, 80, 24).text.contains("2 reckoner"))
    }

    @Test func `the whole of a long answer can be read, searched and copied`() {
        let lines = (1...60).map { "Line \($0) of the answer." }
        let events = SampleSession.complete.events.map { event in
            guard case .sessionClosed(var fact) = event.fact else { return event }
            fact.answer = lines.joined(separator: "\n")
            var event = event
            event.fact = .sessionClosed(fact)
            return event
        }
        for (width, height) in Self.sizes {
            var workbench = workbench(size: Size(width: width, height: height))
            _ = workbench.update(.began(id), at: SampleSession.complete.now)
            _ = workbench.update(.events(id, events), at: SampleSession.complete.now)
            _ = draw(&workbench, width, height)
            _ = press("shift-tab", in: &workbench)
            #expect(draw(&workbench, width, height).text.contains("Line 1 of the answer."))
            _ = press("G", in: &workbench)
            #expect(draw(&workbench, width, height).text.contains("Line 60 of the answer."))
            _ = press("z", "g", in: &workbench)
            #expect(draw(&workbench, width, height).text.contains("Line 1 of the answer."))
            #expect(press("y", in: &workbench) == [.copy(lines.joined(separator: "\n"))])
            _ = press("escape", "escape", in: &workbench)
            _ = draw(&workbench, width, height)
            _ = press("/", in: &workbench)
            for character in "Line 37" { _ = press(String(character), in: &workbench) }
            _ = press("enter", in: &workbench)
            #expect(draw(&workbench, width, height).text.contains("Line 37 of the answer."))
        }
    }

    // MARK: Replay

    @Test func `stepping through a replay shows what the live session showed`() throws {
        let session = SampleSession.complete
        var replay = workbench()
        _ = replay.update(.replay(id, session.events), at: session.now)
        _ = press("home", in: &replay)
        for count in 2...session.events.count {
            _ = press(".", in: &replay)
            #expect(replay.session?.state.sequence == count)
        }
        // And back again: the fold is the same as on the way there.
        _ = press(",", ",", ",", in: &replay)
        let screen = try #require(replay.session)
        var live = SessionState(id: id)
        for event in session.events.dropLast(3) { live.apply(event) }
        #expect(screen.state.attempts == live.attempts)
        #expect(screen.state.steps == live.steps)
    }

    @Test func `time plays a replay to its end and then rests`() {
        let session = SampleSession.complete
        var replay = workbench()
        _ = replay.update(.replay(id, session.events), at: session.now)
        #expect(replay.nextTick != nil)
        _ = replay.update(.tick, at: session.now + .seconds(600))
        #expect(replay.nextTick == nil)
        #expect(draw(&replay, 120, 36).text.contains("replay, end"))
    }
}
