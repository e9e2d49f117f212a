import CellUI
import Testing

struct FramePacerTests {
    private let start = ContinuousClock.now

    @Test func `the first frame is due, and the next one a sixtieth of a second later`() {
        var pacer = FramePacer()
        #expect(pacer.timeToFrame(at: start) == nil)
        #expect(
            pacer.timeToFrame(at: start + .milliseconds(10)) == FramePacer.interval
                - .milliseconds(10)
        )
        #expect(pacer.timeToFrame(at: start + FramePacer.interval) == nil)
        #expect(pacer.timeToFrame(at: start + FramePacer.interval + .milliseconds(1)) != nil)
    }

    @Test func `a screen that was still for long has its frame at once`() {
        var pacer = FramePacer()
        _ = pacer.timeToFrame(at: start)
        #expect(pacer.timeToFrame(at: start + .seconds(60)) == nil)
    }

    @Test func `a key has its frame at once, and the next is counted from there`() {
        var pacer = FramePacer()
        _ = pacer.timeToFrame(at: start)
        pacer.hurry()
        #expect(pacer.timeToFrame(at: start + .milliseconds(2)) == nil)
        #expect(pacer.timeToFrame(at: start + .milliseconds(2)) == FramePacer.interval)
    }
}
