import CellUI
import Foundation
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// Workers that cannot be given a step, where one is chosen; and prices that nobody knows.
struct AbsentWorkerTests: WorkbenchDriving {
    private var history: HistoryBuilder {
        var history = HistoryBuilder()
        history.open(plan: .chain(2))
        history.decide(.withdraw(worker: "local"))
        history.send(.workerLeft(WorkerLeft(worker: "deep", reason: "Its server is down.")))
        return history
    }

    @Test(arguments: ["r", "i"]) func `they are listed with the reason, and cannot be taken`(
        key: String
    ) throws {
        var workbench = workbench(history)
        _ = press("1", key, in: &workbench)
        let text = screen(&workbench)
        #expect(text.contains("deep  away: Its server is down."))
        #expect(text.contains("local  out of the pool"))
        let grey = workbench.look.theme.subtle
        var buffer = CellBuffer(size: Size(width: 120, height: 36))
        _ = workbench.render(into: &buffer)
        let lines = buffer.text.split(separator: "\n", omittingEmptySubsequences: false)
        let row = try #require(lines.firstIndex { $0.contains("deep  away:") })
        let place = try #require(lines[row].range(of: "deep"))
        let column = lines[row].distance(from: lines[row].startIndex, to: place.lowerBound)
        #expect(buffer[column, row].style.foreground == grey.foreground)

        type("deep", in: &workbench)
        #expect(press("enter", in: &workbench) == [])
        guard case .choose? = workbench.overlay else {
            Issue.record("it was taken: \(screen(&workbench))")
            return
        }
    }

    @Test(arguments: [true, false]) func `a price that nobody knows is a question mark`(
        isLocal: Bool
    ) {
        var history = HistoryBuilder(
            pool: [
                Worker(name: "free", provider: "here", model: "m", isLocal: isLocal),
                [Worker].sample[0],
            ]
        )
        history.open(plan: Plan((0, "a", []), (1, "b", [0])))
        history.reply(1, "half")
        var workbench = workbench(history)
        let meter = screen(&workbench).split(separator: "\n").filter { $0.contains(" free ") }
        #expect(meter.contains { $0.contains("$?") })
        _ = press("2", "r", in: &workbench)
        let row = screen(&workbench).split(separator: "\n").filter { $0.contains(" free ") }
        #expect(row.contains { $0.contains(" ? │") }, "\(row)")
    }

    @Test func `a forecast without a price or a history says that something is not known`() {
        let range = Forecast.Range(low: 0, high: 0)
        var forecast = Forecast(
            picodollars: range,
            nominal: range,
            tokens: range,
            milliseconds: range,
            unknown: ["free"]
        )
        #expect(forecast.shortText == "$?, 0.0s")
        forecast.picodollars = .init(low: 20_000_000_000, high: 20_000_000_000)
        #expect(forecast.shortText == "$0.0200 + $?, 0.0s")
    }
}
