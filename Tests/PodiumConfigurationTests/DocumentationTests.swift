import Foundation
import PodiumConfiguration
import Testing

struct DocumentationTests {
    private let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func `every example of the documentation can be read`() throws {
        let page = try String(
            contentsOf: root.appendingPathComponent("docs/configuration.md"),
            encoding: .utf8
        )
        let examples = page.components(separatedBy: "```yaml\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        let first = try #require(examples.first)
        // Pools and conductors are shown apart from the workers they name.
        let workers = try #require(first.components(separatedBy: "conductor:").first)
        var plans = 0
        for example in examples {
            if example.hasPrefix("steps:") {
                plans += 1
                _ = try PlanFile.parse(example, file: "plan.yaml")
            } else {
                let isWhole = example.contains("providers:") || example.contains("workers:")
                _ = try read(isWhole ? example : workers + example)
            }
        }
        #expect(plans == 1 && examples.count > 4)
    }

    @Test func `every bundled theme can be read`() throws {
        let themes = ThemeDirectories([root.appendingPathComponent("themes").path])
        #expect(!themes.entries.isEmpty)
        for theme in themes.entries {
            #expect(try themes.scheme(named: theme.name).palette.count >= 16)
        }
    }
}
