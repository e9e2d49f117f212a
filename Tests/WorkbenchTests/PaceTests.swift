import PodiumCore
import Testing

@testable import Workbench

/// What is told of how fast it goes, and how long it will take.
struct PaceTests {
    private func time(_ seconds: Double) -> Timestamp {
        Timestamp(microseconds: Int64(seconds * 1_000_000))
    }

    @Test func `a bar a second, the highest for the most, and the lowest for silence`() {
        var pace = Pace()
        pace.add(10, at: time(100.1))
        pace.add(30, at: time(101.2))
        pace.add(10, at: time(101.9))
        pace.add(20, at: time(104.5))
        #expect(pace.sparkline(columns: 9, now: time(105.2), unicode: true) == "▃█▁▁▅")
        #expect(pace.sparkline(columns: 3, now: time(105.2), unicode: false) == "__@")
    }

    @Test func `the second that is not over is not shown, and silence goes on`() {
        var pace = Pace()
        pace.add(10, at: time(100.1))
        #expect(pace.sparkline(columns: 9, now: time(100.5), unicode: true).isEmpty)
        #expect(pace.sparkline(columns: 9, now: time(103.5), unicode: true) == "█▁▁")
        #expect(pace.sparkline(columns: 2, now: time(1_000), unicode: true).isEmpty)
    }

    @Test func `times that go back or leap break nothing`() {
        var pace = Pace()
        for moment in [1e9, 5, 1e12, 0, 2e9] { pace.add(3, at: time(moment)) }
        #expect(pace.sparkline(columns: 60, now: time(1e12 + 1), unicode: true).count <= 60)
    }

    @Test func `what is left is half of the calls that took longer`() {
        let history = WorkerHistory(
            worker: "sage",
            output: [1, 2, 3, 4],
            milliseconds: [2_000, 4_000, 6_000, 20_000]
        )
        #expect(history.remaining(after: .zero) == .seconds(6))
        #expect(history.remaining(after: .seconds(5)) == .seconds(15))
        #expect(history.remaining(after: .seconds(30)) == nil)
        let young = WorkerHistory(worker: "sage", output: [1], milliseconds: [9_000])
        #expect(young.remaining(after: .zero) == nil)
    }
}
