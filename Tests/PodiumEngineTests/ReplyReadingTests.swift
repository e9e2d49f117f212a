import PodiumCore
import Testing

@testable import PodiumEngine

struct ReplyReadingTests {
    private let attempt = AttemptID(3)

    private func text(_ text: String, _ channel: TextAppended.Channel = .answer) -> Input.Kind {
        .text(TextAppended(attempt: attempt, channel: channel, text: text))
    }

    @Test func `pieces of one channel that come together are one input`() {
        var reading = ReplyReading(of: attempt, hasTools: false)
        reading.take([.reasoning("h"), .reasoning("m"), .text("So"), .text(" it is."), .text("")])
        #expect(reading.takeInputs() == [text("hm", .reasoning), text("So it is.")])
        #expect(reading.takeInputs() == [])
        reading.take([.text(" Yes.")])
        #expect(reading.takeInputs() == [text(" Yes.")])
        #expect(reading.end == nil)
    }

    @Test func `an end has the latest usage, and nothing comes after it`() {
        var reading = ReplyReading(of: attempt, hasTools: false)
        reading.take([.usage(Usage(input: 1)), .text("a")])
        reading.take([.usage(Usage(input: 2, output: 1)), .finished(.length), .text("late")])
        #expect(reading.end == .finished(.length, Usage(input: 2, output: 1)))
        #expect(reading.takeInputs() == [text("a")])
    }

    @Test func `limits are told once`() {
        var reading = ReplyReading(of: attempt, hasTools: false)
        let limits = RateLimits(requests: .init(remaining: 0))
        reading.take([.limits(limits)])
        #expect(reading.takeLimits() == limits)
        #expect(reading.takeLimits() == nil)
    }

    @Test func `a stream without an end is cut off, with the usage so far`() {
        var reading = ReplyReading(of: attempt, hasTools: false)
        reading.take([.usage(Usage(input: 7))])
        guard case .failed(let error, let usage) = reading.cutOff else {
            Issue.record("\(reading.cutOff)")
            return
        }
        #expect(error.code == .cutOff)
        #expect(error.isRetryable)
        #expect(usage == Usage(input: 7))
    }
}
