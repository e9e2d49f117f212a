import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// An end without an answer, and how it goes on; an answer that may not be whole.
struct GoingOnTests: WorkbenchDriving {
    /// A chain of which the last step has failed.
    private var failed: HistoryBuilder {
        var history = HistoryBuilder(limits: RunLimits(retries: 0, fallbacks: 0))
        history.open(plan: .chain(2))
        history.reply(1, "half")
        history.fail(2, ProviderError(.notFound, "Nobody listens.", isRetryable: false))
        return history
    }

    private func lines(_ workbench: inout Workbench, width: Int, height: Int) -> [Substring] {
        screen(&workbench, width: width, height: height).split(separator: "\n")
    }

    @Test func `a session that failed says by which keys it goes on, as they are bound`() throws {
        let keymap = try Keymap(["reroute": ["K"]])
        // What failed last is in the panes; the last line is for the keys.
        for (keymap, reroute) in [(Keymap.standard, "r"), (keymap, "K")] {
            var workbench = Workbench(
                look: Look(theme: .standard(depth: .trueColor), unicode: true),
                size: Size(width: 80, height: 24),
                samples: [],
                keymap: keymap
            )
            let history = failed
            _ = workbench.update(.began(history.state.id), at: history.now)
            _ = workbench.update(.events(history.state.id, history.events), at: history.now)
            let small = lines(&workbench, width: 80, height: 24)
            // The plan comes from a file: there is nobody to ask for another.
            let narrow = lines(&workbench, width: 60, height: 20)
            #expect(narrow.contains { $0.contains("goes on: C R \(reroute) w b ╯") })
            let footer = " C go on  R retry  \(reroute) reroute  w write  b budget "
            #expect(small.last?.hasPrefix(footer) == true, "\(small.last ?? "")")
            let wide = lines(&workbench, width: 160, height: 36)
            let whole = "C go on · R retry · \(reroute) reroute · w write · b budget ╯"
            #expect(wide.contains { $0.contains(whole) })
        }
    }

    @Test func `the step that failed is the one decided about, not those left out behind it`() {
        var history = HistoryBuilder(limits: RunLimits(retries: 0, fallbacks: 0))
        history.open(plan: .chain(3))
        history.reply(1, "half")
        history.fail(2, ProviderError(.notFound, "Nobody listens.", isRetryable: false))
        let workbench = workbench(history)
        #expect(workbench.session?.mayGoOn == true)
        #expect(workbench.session?.selectedStep?.id == StepID(2))
    }

    @Test func `nothing of it is said while a session runs, or of an answer`() {
        for sample in [session, .complete] {
            var workbench = workbench(sample)
            #expect(
                !screen(&workbench).contains("go on") && !screen(&workbench).contains("goes on")
            )
        }
    }

    // MARK: An output by hand

    @Test func `an output by hand begins with what the step has given, whole or in part`() throws {
        var history = HistoryBuilder(limits: RunLimits(retries: 0, fallbacks: 0))
        history.open(plan: .chain(3))
        history.reply(1, "all of it")
        history.text(2, "a part")
        history.fail(2, ProviderError(.notFound, "Broken off.", isRetryable: false))
        var workbench = workbench(history)
        _ = press("1", "w", in: &workbench)
        #expect(written(workbench) == "all of it")
        _ = press("escape", "2", "w", in: &workbench)
        #expect(written(workbench) == "a part")
        _ = press("escape", "3", "w", in: &workbench)
        #expect(written(workbench) == "")
    }

    @Test func `what a worker said that declined is no output to begin with`() {
        var history = HistoryBuilder(limits: RunLimits(retries: 0, fallbacks: 0))
        history.open(plan: .chain(1))
        history.reply(1, "That is beyond me.", .declined)
        var workbench = workbench(history)
        _ = press("1", "w", in: &workbench)
        #expect(written(workbench) == "")
    }

    @Test func `a budget begins with the limits in force`() {
        var history = HistoryBuilder()
        history.limits.budget = Budget(tokens: 5_000)
        history.open(plan: .chain(2))
        history.decide(.budget(Budget(tokens: 9_000, milliseconds: 600_000)))
        var workbench = workbench(history)
        _ = press("b", in: &workbench)
        #expect(written(workbench) == "tokens=9000 seconds=600")
    }

    private func written(_ workbench: Workbench) -> String? {
        guard case .write(let writer)? = workbench.overlay else { return nil }
        return writer.editor.text
    }

    // MARK: Answers that may not be whole

    static let ends: [(FinishReason, String, String)] = [
        (.length, "at its limit of tokens", "cut off: token limit"),
        (FinishReason(rawValue: "odd\u{1B}[31m"), "it may not be whole", "may not be whole"),
    ]

    private func cut(_ reason: FinishReason) -> HistoryBuilder {
        var history = HistoryBuilder()
        history.open(plan: .chain(1))
        let text = (0..<60).map { "Line \($0)" }.joined(separator: "\n")
        history.reply(1, text, reason)
        return history
    }

    @Test(arguments: ends) func `how it ended is told at the answer, however long that is`(
        reason: FinishReason,
        sentence: String,
        short: String
    ) {
        let history = cut(reason)
        #expect(history.state.closed?.outcome == .answered)
        var workbench = workbench(history)
        let frames = screen(&workbench, width: 80, height: 24).split(separator: "\n")
            .filter { $0.contains("╰") }
        #expect(frames.contains { $0.contains(short) })
        #expect(workbench.session?.documents[.step(StepID(1))]?.text.contains(sentence) == true)
        _ = press("shift-tab", "z", "G", in: &workbench)
        #expect(screen(&workbench).contains("The answer "))

        var narrator = PlainNarrator(session: history.state.id)
        let plain = history.events.flatMap { narrator.narrate($0) }
        #expect(plain.contains { $0.contains(sentence) })
        #expect(plain.contains { $0.hasPrefix("The answer ") })
        var stream = StreamNarrator(session: history.state.id, look: workbench.look)
        let told = history.events.flatMap { stream.tell($0) }.map(\.text)
        #expect(told.contains { $0.contains(sentence) })
        #expect(told.contains { $0.hasPrefix("! The answer ") })
        #expect(!(plain + told).contains { $0.contains("\u{1B}") })
    }

    @Test func `what a content filter stopped is told at the call and at the end`() {
        let history = cut(.contentFilter)
        var workbench = workbench(history)
        let sentence = "stopped in the middle by its provider's content filter"
        #expect(workbench.session?.documents[.step(StepID(1))]?.text.contains(sentence) == true)
        #expect(workbench.session?.documents[.answer]?.text.contains("content filter") == true)
        #expect(screen(&workbench).contains("C go on"))
        var narrator = PlainNarrator(session: history.state.id)
        let lines = history.events.flatMap { event in narrator.narrate(event) }
        #expect(lines.contains { $0.contains(sentence) })
    }
}
