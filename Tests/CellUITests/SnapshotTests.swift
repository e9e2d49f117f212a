import CellUI
import Foundation
import PodiumTesting
import Testing

struct SnapshotTests {
    private func sample() -> CellBuffer {
        var buffer = CellBuffer(size: Size(width: 6, height: 2))
        buffer.write("a漢", at: .zero, style: Style(foreground: .rgb(1, 2, 255)).bold())
        return buffer
    }

    @Test func `a snapshot shows text, styles and what they mean`() {
        #expect(
            ScreenSnapshot(sample(), cursor: Point(x: 3, y: 0)).text == """
                6×2, cursor 3,0
                a漢   │
                      │
                styles
                ...aaa
                aaaaaa
                legend
                . #0102ff on default bold
                a default on default

                """
        )
    }

    @Test func `recording fails, the recorded passes, and a change fails`() throws {
        let directory = FileManager.default.temporaryDirectory
            .appendingPathComponent("snapshots-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: directory) }
        let snapshot = ScreenSnapshot(sample())
        func reason(_ snapshot: ScreenSnapshot, recording: Bool) -> SnapshotMismatch.Reason? {
            let environment = recording ? ["PODIUM_RECORD_SNAPSHOTS": "1"] : [:]
            do {
                try snapshot.verify(named: "sample", in: directory, environment: environment)
                return nil
            } catch {
                return (error as? SnapshotMismatch)?.reason
            }
        }
        #expect(reason(snapshot, recording: false) == .missing)
        #expect(reason(snapshot, recording: true) == .recorded)
        #expect(reason(snapshot, recording: false) == nil)
        var changed = sample()
        changed.write("b", at: .zero, style: .plain)
        guard case .differs(let lines) = reason(ScreenSnapshot(changed), recording: false) else {
            Issue.record("a change was not noticed")
            return
        }
        #expect(lines.contains("+ b漢"))
    }

    @Test func `the recording terminal plays its script and keeps frames`() throws {
        let terminal = RecordingTerminal(size: Size(width: 6, height: 2))
        try terminal.enqueue(keys: "ctrl-c", "up")
        terminal.enqueue(.resize(Size(width: 9, height: 3)), .wake)
        #expect(throws: RecordingTerminal.UnknownKey.self) {
            try terminal.enqueue(keys: "nonsense")
        }
        #expect(try terminal.nextEvents(timeout: nil) == [.key(.ctrl("c"))])
        #expect(try terminal.nextEvents(timeout: nil) == [.key(.up)])
        #expect(try terminal.nextEvents(timeout: nil).last == .wake)
        #expect(terminal.size == Size(width: 9, height: 3))
        #expect(try terminal.nextEvents(timeout: .seconds(1)).isEmpty)
        #expect(try terminal.nextEvents(timeout: nil) == [.endOfInput])
        try terminal.present(sample(), cursor: nil)
        #expect(terminal.text == "a漢\n")
    }
}
