import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// A replay says where it is, and goes where one wants.
struct ReplayTests: WorkbenchDriving {
    private let events = ReplaySession.history.events

    private func replay(_ preferences: Preferences = Preferences()) -> Workbench {
        var workbench = Workbench(
            look: Look(theme: .standard(depth: .trueColor), unicode: true),
            size: Size(width: 120, height: 36),
            samples: [],
            preferences: preferences
        )
        _ = workbench.update(.replay(id, events), at: session.now)
        return workbench
    }

    private func position(_ workbench: Workbench) -> Int {
        workbench.session?.replay?.position ?? -1
    }

    private func line(_ workbench: inout Workbench, width: Int = 120, height: Int = 36) -> String {
        var buffer = CellBuffer(size: Size(width: width, height: height))
        _ = workbench.render(into: &buffer)
        return buffer.text(row: height - 3)
    }

    // MARK: The caption

    @Test func `every event is counted and told, in the words of its time`() {
        var workbench = replay()
        _ = press("home", in: &workbench)
        var state = SessionState(id: id)
        for (index, event) in events.enumerated() {
            state.apply(event)
            let line = line(&workbench, width: 200)
            #expect(line.hasPrefix(" \(index + 1)/\(events.count)  "))
            let sentence = EventSentence(event, in: state).text
            #expect(line.contains(Format.oneLine(sentence).prefix(120)), "\(line)")
            _ = press(".", in: &workbench)
        }
    }

    @Test func `the count stays on a narrow screen, and on a low one`() {
        var workbench = replay()
        _ = press("end", in: &workbench)
        let count = "\(events.count)/\(events.count)"
        #expect(line(&workbench, width: 20, height: 12).contains(count))
        #expect(screen(&workbench, width: 40, height: 8).contains(count))
    }

    @Test func `a live session has no line for it`() {
        var workbench = workbench(ReplaySession.history)
        #expect(!screen(&workbench).contains("\(events.count)/\(events.count)"))
    }

    @Test func `nothing turns while it is paused`() {
        var workbench = replay()
        _ = press("home", "]", "]", "]", in: &workbench)
        var first = CellBuffer(size: Size(width: 120, height: 36))
        var later = first
        _ = workbench.render(into: &first)
        #expect(workbench.nextTick == nil)
        _ = workbench.update(.tick, at: session.now + .milliseconds(12_340))
        _ = workbench.render(into: &later)
        #expect(first == later)
    }

    @Test func `a long silence is cut short, and that is said while it lasts`() throws {
        var workbench = replay()
        let place = try #require(
            events.indices.dropFirst().first { events[$0].time - events[$0 - 1].time > .seconds(9) }
        )
        _ = press("home", "'", in: &workbench)
        type("\(place)", in: &workbench)
        _ = press("enter", in: &workbench)
        #expect(!line(&workbench).contains("silence"))
        _ = press("space", in: &workbench)
        #expect(line(&workbench).contains("silence of 12s, cut to 2.0s"))
        _ = workbench.update(.tick, at: session.now + .milliseconds(1_900))
        #expect(position(workbench) == place)
        _ = workbench.update(.tick, at: session.now + .milliseconds(2_000))
        #expect(position(workbench) > place)
        #expect(!line(&workbench).contains("silence"))
    }

    @Test func `how long silences may be is changed while it plays`() {
        var workbench = replay()
        #expect(workbench.session?.replay?.longestPause == .seconds(2))
        _ = workbench.change(.idleCap)
        #expect(workbench.session?.replay?.longestPause == .seconds(5))
    }

    // MARK: The time line

    @Test(arguments: [true, false]) func `the time line has the landmarks of all that was recorded`(
        unicode: Bool
    ) {
        let look = Look(theme: .standard(depth: .trueColor), unicode: unicode)
        let screen = SessionScreen(session: id, replay: ReplayCursor(events: events))
        var live = SessionScreen(session: id)
        live.apply(events)
        #expect(screen.markers == live.markers)
        var buffer = CellBuffer(size: Size(width: 6_000, height: 1))
        Timeline(screen: live, look: look, now: events.last?.time ?? session.now)
            .render(in: buffer.bounds, into: &buffer)
        for marker in live.markers {
            let atOnce = live.markers.filter { $0.time == marker.time }.map(\.landmark)
            let sign = look.sign(atOnce.max { $0.rawValue < $1.rawValue } ?? marker.landmark)
            #expect(buffer.text(row: 0).contains(sign), "\(marker)")
        }
    }

    @Test func `of landmarks in one place the weightiest is shown`() {
        let look = Look(theme: .standard(depth: .trueColor), unicode: true)
        var screen = SessionScreen(session: id)
        screen.apply(events)
        var buffer = CellBuffer(size: Size(width: 23, height: 1))
        Timeline(screen: screen, look: look, now: events.last?.time ?? session.now)
            .render(in: buffer.bounds, into: &buffer)
        let text = buffer.text(row: 0)
        // The answer comes with the end of a step; the failure with beginnings, another try, a decision.
        #expect(text.contains("★") && text.contains("✗") && !text.contains("@"))
    }

    @Test func `a drag along the time line moves the replay`() throws {
        var workbench = replay()
        _ = screen(&workbench)
        let track = try #require(workbench.session?.timelineArea)
        func mouse(_ action: MouseEvent.Action, x: Int) {
            let event = MouseEvent(action, at: Point(x: x, y: track.y))
            _ = workbench.update(.input(.mouse(event)), at: session.now)
        }
        mouse(.press(.left), x: track.x)
        let first = position(workbench)
        #expect(workbench.session?.replay?.isPlaying == false)
        mouse(.drag(.left), x: track.maxX - 1)
        #expect(position(workbench) == events.count)
        mouse(.drag(.left), x: track.x)
        #expect(position(workbench) == first)
        mouse(.release(.left), x: track.x)
        mouse(.drag(.left), x: track.maxX - 1)
        #expect(position(workbench) == first)
    }

    // MARK: Jumps

    private func positions(_ kinds: Set<Landmark>) -> [Int] {
        events.indices.filter { Landmark(events[$0].fact).map(kinds.contains) == true }.map {
            $0 + 1
        }
    }

    @Test(arguments: [
        ("!", "alt-!", Set([Landmark.failure])), ("@", "alt-@", Set([Landmark.override])),
        ("]", "[", Set(Landmark.allCases)),
    ]) func `keys go to what stands out, and back`(
        next: String,
        previous: String,
        kinds: Set<Landmark>
    ) {
        var workbench = replay()
        _ = press("home", in: &workbench)
        let all = positions(kinds)
        #expect(!all.isEmpty)
        for position in all {
            _ = press(next, in: &workbench)
            #expect(self.position(workbench) == position)
        }
        for position in all.dropLast().reversed() {
            _ = press(previous, in: &workbench)
            #expect(self.position(workbench) == position)
        }
    }

    @Test func `where there is nothing more of the kind, that is said`() {
        var workbench = replay()
        _ = press("end", "@", in: &workbench)
        #expect(workbench.notice?.text == "There is no decision after this.")
        _ = press("home", "alt-!", in: &workbench)
        #expect(workbench.notice?.text == "There is no failure before this.")
        _ = press("[", in: &workbench)
        #expect(position(workbench) == 1)
        _ = press("end", "]", in: &workbench)
        #expect(position(workbench) == events.count)
    }

    @Test(arguments: [
        ("7", ReplayPlace.event(7)), ("1:23", .time(.seconds(83))), (" 0:05 ", .time(.seconds(5))),
        ("1:02:03", .time(.seconds(3_723))),
    ]) func `a place is an event or a time`(text: String, place: ReplayPlace) {
        #expect(ReplayPlace(text) == place)
    }

    @Test(arguments: ["", ":", "1:", "x", "1:2:3:4", "-1", "1.5", "9999999999", "１"])
    func `what is neither is no place`(text: String) {
        #expect(ReplayPlace(text) == nil)
        var workbench = replay()
        _ = press("end", "'", in: &workbench)
        type(text, in: &workbench)
        _ = press("enter", in: &workbench)
        #expect(workbench.notice?.text == ReplayPlace.advice)
        #expect(position(workbench) == events.count)
    }

    @Test func `a key and a command go to a place`() {
        var workbench = replay()
        _ = press("'", "7", "enter", in: &workbench)
        #expect(position(workbench) == 7)
        #expect(workbench.session?.replay?.isPlaying == false)
        _ = press(":", in: &workbench)
        type("goto 0:13", in: &workbench)
        _ = press("enter", in: &workbench)
        let start = events[0].time
        #expect(position(workbench) == events.count { $0.time <= start + .seconds(13) })
        _ = press(":", in: &workbench)
        type("goto \(events.count + 1)", in: &workbench)
        _ = press("enter", in: &workbench)
        #expect(workbench.notice?.text.contains("they are 1 to \(events.count)") == true)
        _ = press("'", in: &workbench)
        type("9:00", in: &workbench)
        _ = press("enter", in: &workbench)
        #expect(workbench.notice?.text.hasPrefix("The recording lasts 00:1") == true)
    }

    // MARK: Where it opens

    @Test func `a replay opens where a person wants`() {
        let usual = replay()
        #expect(position(usual) < events.count && usual.session?.replay?.isPlaying == true)
        var preferences = Preferences()
        preferences.replayStart = .end
        let late = replay(preferences)
        #expect(position(late) == events.count && late.nextTick == nil)
        #expect(late.session?.state.isClosed == true)
    }

    @Test func `recordings are among what can be watched again`() {
        var workbench = Workbench(
            look: Look(theme: .standard(depth: .trueColor), unicode: true),
            size: Size(width: 120, height: 36),
            samples: []
        )
        _ = workbench.update(.recordings([]), at: session.now)
        #expect(workbench.notice?.text == "There is no session to be watched again: ask something.")
        func summary(_ name: String) -> SessionSummary {
            SessionSummary(
                id: SessionID(rawValue: name),
                question: "What is \(name)?",
                openedAt: session.now,
                updatedAt: session.now,
                eventCount: 9,
                status: .answered
            )
        }
        _ = workbench.update(.history([summary("mine")]), at: session.now)
        // One that was taken into the store is listed once.
        _ = workbench.update(.recordings([summary("theirs"), summary("mine")]), at: session.now)
        let text = screen(&workbench)
        #expect(text.contains("watch again") && text.contains("1 of 2"))
        _ = press("down", in: &workbench)
        #expect(screen(&workbench).contains("A recording that comes with Podium."))
        #expect(
            press("enter", in: &workbench) == [.openSession(SessionID(rawValue: "theirs"))]
        )
        _ = workbench.update(.replay(SessionID(rawValue: "theirs"), events), at: session.now)
        #expect(workbench.session?.replay != nil)
    }
}
