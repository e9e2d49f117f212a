import CellUI
import Foundation
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// Everything that opens over a screen, at four sizes, dark and light.
struct OverlaySnapshotTests {
    struct View: Sendable, CustomTestStringConvertible {
        var name: String
        var stage: Int
        var keys: [String]
        var testDescription: String { name }
    }

    static let views = [
        View(name: "help", stage: 1, keys: ["?"]),
        View(name: "palette", stage: 1, keys: [":"]),
        View(name: "menu", stage: 1, keys: ["4", "m"]),
        View(name: "reroute", stage: 1, keys: ["4", "r"]),
        View(name: "edit", stage: 1, keys: ["4", "e"]),
        View(name: "access", stage: 1, keys: ["4", "v"]),
        View(name: "confirm", stage: 1, keys: ["2", "R"]),
        View(name: "finish", stage: 2, keys: ["F"]),
        View(name: "budget", stage: 1, keys: ["b"]),
        View(name: "find", stage: 3, keys: ["/", "4", "2", "enter"]),
        View(name: "edge", stage: 3, keys: ["3", "d", "d", "enter"]),
        View(name: "providers", stage: 3, keys: ["P"]),
        View(name: "scores", stage: 3, keys: ["S"]),
        View(name: "notices", stage: 3, keys: ["L"]),
        View(name: "question", stage: 3, keys: ["Q"]),
        View(name: "request", stage: 3, keys: ["3", "I"]),
        View(name: "answer", stage: 3, keys: ["shift-tab", "z"]),
        View(name: "settings", stage: 3, keys: ["O"]),
        View(name: "verdict", stage: 3, keys: ["-"]),
    ]

    private func workbench(_ view: View, _ scheme: Base16Scheme, _ size: Size) -> Workbench {
        let session = SampleSession(stages: view.stage)
        var workbench = Workbench(
            look: Look(theme: Theme(scheme: scheme, depth: .trueColor), unicode: true),
            size: size,
            samples: []
        )
        _ = workbench.update(.began(SessionID(rawValue: "sample")), at: session.now)
        _ = workbench.update(
            .events(SessionID(rawValue: "sample"), session.events),
            at: session.now
        )
        _ = workbench.update(.records(Self.records(session)), at: session.now)
        // The drawing is what keys in the workflow act on.
        var buffer = CellBuffer(size: size)
        _ = workbench.render(into: &buffer)
        for name in view.keys {
            guard let key = Key(name) else { continue }
            _ = workbench.update(.input(.key(key)), at: session.now)
            _ = workbench.render(into: &buffer)
        }
        return workbench
    }

    /// A board as sessions would make it.
    private static func records(_ session: SampleSession) -> WorkerRecordSet {
        let state = session.events.reduce(into: SessionState(id: SessionID(rawValue: "s"))) {
            $0.apply($1)
        }
        let outcomes = ["reckoner", "reckoner", "linguist"].enumerated().map { index, worker in
            WorkerOutcome(
                worker: worker,
                kind: index == 1 ? "language" : "arithmetic",
                session: SessionID(rawValue: "s\(index)"),
                outcome: index == 2 ? .wrong : .right
            )
        }
        return WorkerRecordSet(
            rows: state.pool.map {
                WorkerRecordSet.Row(
                    worker: $0,
                    health: WorkerHealth(
                        worker: $0.name,
                        calls: [
                            WorkerHealth.Call(
                                sentAt: session.now,
                                firstTextAt: session.now + .milliseconds(300),
                                endedAt: session.now + .seconds(2),
                                output: 80
                            )
                        ]
                    ),
                    limits: "2 at once"
                )
            },
            board: Scoreboard(outcomes),
            kind: "arithmetic"
        )
    }

    @Test(arguments: views) func `what opens over a screen looks as recorded`(view: View) {
        for (name, scheme) in [("dark", Base16Scheme.podiumDark), ("light", .podiumLight)] {
            for (width, height) in WorkbenchTests.sizes {
                let size = Size(width: width, height: height)
                var workbench = workbench(view, scheme, size)
                var buffer = CellBuffer(size: size)
                _ = workbench.render(into: &buffer)
                do {
                    try ScreenSnapshot(buffer).verify(
                        named: "over-\(view.name)-\(width)x\(height)-\(name)",
                        in: snapshots
                    )
                } catch {
                    Issue.record("\(error)")
                }
            }
        }
    }

    @Test(arguments: views) func `what opens over a screen draws at any size`(view: View) {
        for (width, height) in [(20, 6), (21, 7), (33, 9), (61, 15)] {
            let size = Size(width: width, height: height)
            var workbench = workbench(view, .podiumDark, size)
            var buffer = CellBuffer(size: size)
            _ = workbench.render(into: &buffer)
            #expect(!buffer.text.contains("too small"))
        }
    }

    private var snapshots: URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")
    }
}
