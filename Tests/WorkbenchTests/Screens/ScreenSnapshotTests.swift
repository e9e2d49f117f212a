import CellUI
import Foundation
import PodiumTesting
import Testing

/// Whole screens in one theme, by the roles of their styles. `PODIUM_RECORD_SNAPSHOTS=1` records them
/// anew.
struct ScreenSnapshotTests {
    private static let directory = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Snapshots").standardizedFileURL

    private static let light = Theme(scheme: .podiumLight, depth: .trueColor)

    private static func sizes(_ view: RecordedView) -> [Size] {
        let usual = [Size(width: 80, height: 24), Size(width: 120, height: 36)]
        return usual + (view.isRecordedSmall ? [Size(width: 40, height: 10)] : [])
            + (view.watching == nil ? [] : [Size(width: 200, height: 60)])
    }

    private static func name(_ view: RecordedView, _ size: Size) -> String {
        "\(view.name)-\(size.width)x\(size.height)"
    }

    /// Records an issue and goes on, so that one run tells of (or records) every size.
    @Test(arguments: RecordedView.all) func `a screen looks as recorded`(view: RecordedView) {
        let themes = view.watching == nil ? [RecordedView.dark] : [RecordedView.dark, Self.light]
        for size in Self.sizes(view) {
            for theme in themes {
                let name = Self.name(view, size) + (theme == Self.light ? "-light" : "")
                do {
                    try ScreenSnapshot(view.draw(size, theme: theme), theme: theme)
                        .verify(named: name, in: Self.directory)
                } catch {
                    Issue.record("\(error)")
                }
            }
        }
    }

    @Test func `each recording is one of a screen that is drawn`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.directory.path)
        let names = RecordedView.all.flatMap { view in
            Self.sizes(view).flatMap { size in
                let name = Self.name(view, size)
                return view.watching == nil
                    ? ["\(name).txt"] : ["\(name).txt", "\(name)-light.txt"]
            }
        }
        #expect(Set(files).subtracting(names) == ["graph-fan.txt"])
    }
}
