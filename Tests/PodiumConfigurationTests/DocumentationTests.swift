import Foundation
import PodiumConfiguration
import PodiumCore
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
                _ = try PlanFile.parse(example, file: "plan.yaml", pool: Self.specialists)
            } else {
                let isWhole = example.contains("providers:") || example.contains("workers:")
                _ = try read(isWhole ? example : workers + example)
            }
        }
        #expect(plans == 2 && examples.count > 8)
    }

    @Test func `every bundled plan fits the embedded pool, one model, and several`() throws {
        let directory = root.appendingPathComponent("plans").path
        let names = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
        #expect(
            names == [
                "best-of-three.yaml", "chain.yaml", "debate.yaml", "mixture-of-agents.yaml",
                "self-consistency.yaml", "single.yaml",
            ]
        )
        let model = Worker(name: "sage", provider: "cloud", model: "sage-3")
        let other = Worker(name: "smol", provider: "local", model: "smol-1")
        for name in names {
            for pool in [Self.specialists, [model], [model, other], [other] + Self.specialists] {
                let plan = try PlanFile.load(path: "\(directory)/\(name)", pool: pool)
                try plan.validate(pool: pool, stepLimit: nil)
            }
        }
    }

    /// The embedded pool, as far as a plan looks at it.
    private static let specialists = ["reckoner", "linguist", "checker", "merger", "guesser"].map {
        Worker(
            name: $0,
            provider: "embedded",
            model: $0,
            price: Price(currency: .nominal, input: 1, output: 2)
        )
    }

    @Test func `every bundled theme can be read`() throws {
        let themes = ThemeDirectories([root.appendingPathComponent("themes").path])
        #expect(!themes.entries.isEmpty)
        for theme in themes.entries {
            #expect(try themes.scheme(named: theme.name).palette.count >= 16)
        }
    }
}
