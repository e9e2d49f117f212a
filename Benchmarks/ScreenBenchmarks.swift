import CellUI
import CursesTerminal
import Glibc
import PodiumCore
import Workbench

enum ScreenBenchmarks {
    private static let size = Size(width: 200, height: 60)

    static func run() throws -> [Measurement] {
        [workbenchFrame(), try ncursesFrame()] + longReplay()
    }

    /// A session of a million events: that its recording is shown, and that its events are listed.
    private static func longReplay() -> [Measurement] {
        let events = SampleEvents.events(count: 1_000_000)
        var workbench = Workbench(
            look: Look(theme: .standard(depth: .trueColor), unicode: true),
            size: size,
            samples: []
        )
        let now = Timestamp(microseconds: 1_790_000_100_000_000)
        var buffer = CellBuffer(size: size)
        func seconds(_ message: Message) -> Double {
            bestSeconds(of: 1) {
                _ = workbench.update(message, at: now)
                _ = workbench.render(into: &buffer)
            }
        }
        let opening = seconds(.replay(SessionID(rawValue: "bench"), events))
        _ = seconds(.input(.key(.end)))
        let key = Key.character("J")
        return [
            Measurement(
                name: "a replay of 1,000,000 events is opened",
                value: opening * 1_000,
                unit: "ms",
                aim: .atMost(100)
            ),
            Measurement(
                name: "its events are listed",
                value: seconds(.input(.key(key))) * 1_000,
                unit: "ms",
                aim: .atMost(50)
            ),
            Measurement(
                name: "a row up in the list, at the end",
                value: seconds(.input(.key(.up))) * 1_000,
                unit: "ms"
            ),
        ]
    }

    /// The whole workbench with six agents, drawn anew.
    private static func workbenchFrame() -> Measurement {
        let events = SampleEvents.events(count: 5_000)
        var workbench = Workbench(
            look: Look(theme: .standard(depth: .trueColor), unicode: true),
            size: size,
            samples: []
        )
        let now = Timestamp(microseconds: 1_790_000_100_000_000)
        _ = workbench.update(.began(SessionID(rawValue: "bench")), at: now)
        _ = workbench.update(.events(SessionID(rawValue: "bench"), events), at: now)
        var buffer = CellBuffer(size: size)
        _ = workbench.render(into: &buffer)
        let frames = 100
        let seconds = bestSeconds {
            for _ in 0..<frames { _ = workbench.render(into: &buffer) }
        }
        return Measurement(
            name: "full frame 200×60 into the cell buffer",
            value: seconds / Double(frames) * 1_000,
            unit: "ms",
            aim: .atMost(1)
        )
    }

    /// Two frames that differ in every cell, in turn, written by ncurses to a pseudo-terminal that
    /// another thread empties.
    private static func ncursesFrame() throws -> Measurement {
        let (report, frames) = try PseudoTerminal.run(columns: size.width, rows: size.height) { _ in
            let terminal = try CursesTerminal()
            defer { terminal.close() }
            let buffers = ["x", "o"].map { text in
                var buffer = CellBuffer(size: size)
                for y in 0..<size.height {
                    buffer.write(
                        String(repeating: text, count: size.width),
                        at: Point(x: 0, y: y),
                        style: Style(foreground: .indexed(UInt8(y)))
                    )
                }
                return buffer
            }
            try terminal.present(buffers[0], cursor: nil)
            let frames = 100
            let seconds = try bestSeconds(of: 3) {
                for frame in 0..<frames {
                    try terminal.present(buffers[(frame + 1) % 2], cursor: nil)
                }
            }
            return (seconds, frames)
        }
        return Measurement(
            name: "the same through ncurses, every cell changed",
            value: report / Double(frames) * 1_000,
            unit: "ms",
            aim: .atMost(4)
        )
    }
}
