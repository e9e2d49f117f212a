import PodiumConfiguration
import PodiumCore
import Testing

/// Whatever a file holds, reading it ends with a value or with a `ConfigurationError`.
struct FuzzTests {
    private static let seeds: [UInt64] = (1...8).map { $0 &* 7_919 }

    private static let planText = """
        steps:
          - {worker: reckoner, subtask: "Add the numbers.", access: none}
          - {worker: 1, subtask: Check., access: [0]}
          - {worker: [sage, strongest 2], subtask: 'It''s done.', access: all, repeat: 3}
          - {worker: cheapest, subtask: Vote., access: previous}
        """

    /// Pieces that mean something to YAML or to the reader.
    private static let pieces = [
        "\n", "\t", "  ", ": ", "- ", "? ", "[", "]", "{", "}", ",", "#", "&a ", "*a ", "!!map ",
        "!",
        "|", ">", "'", "\"", "%", "@", "`", "---\n", "...\n", "null", "~", "true", "-1", "1e999",
        ".nan", "0x1F", "99999999999999999999", "<<: ", "\u{0}", "\u{1B}", "\u{85}", "\u{2028}",
        "\u{FEFF}", "é", "漢", "👍🏽", "\r\n", "\\", "\\uD800", "sk-abcdefghijklmnop", "api_key: x",
        "base_url", "name", "price", "embedded", "fixed", "file", "default", "fallbacks", "run",
        "mini",
        "repeat", "previous", "strongest", "checkpoint", "template",
    ]

    private func mutated(_ text: String, using generator: inout SeededGenerator) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let start = Int.random(in: 0...scalars.count, using: &generator)
            let end = min(scalars.count, start + Int.random(in: 0...12, using: &generator))
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: scalars.removeSubrange(start..<end)
            case 1: scalars.insert(contentsOf: scalars[start..<end], at: start)
            case 2: scalars.removeLast(scalars.count - end)
            default:
                let piece = Self.pieces.randomElement(using: &generator) ?? ""
                scalars.replaceSubrange(start..<end, with: piece.unicodeScalars)
            }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// Reads `count` mutations; returns how many were accepted and how many refused.
    private func tally(
        of text: String,
        seed: UInt64,
        count: Int,
        _ read: (String) throws -> Void
    ) -> (accepted: Int, refused: Int) {
        var generator = SeededGenerator(seed: seed)
        var accepted = 0
        var refused = 0
        for _ in 0..<count {
            let input = mutated(text, using: &generator)
            do {
                try read(input)
                accepted += 1
            } catch let error as ConfigurationError {
                refused += 1
                let message = error.description
                #expect(!message.contains("sk-abcdefghijklmnop"), "seed \(seed): \(message)")
                #expect(
                    message.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 },
                    "seed \(seed): \(message)"
                )
            } catch {
                Issue.record("seed \(seed): \(error)")
            }
        }
        return (accepted, refused)
    }

    @Test(arguments: seeds) func `any configuration is read or refused`(seed: UInt64) {
        let result = tally(of: fullConfiguration, seed: seed, count: 250) { _ = try read($0) }
        #expect(result.accepted > 0 && result.refused > 0, "seed \(seed)")
    }

    @Test(arguments: seeds) func `any plan file is read or refused`(seed: UInt64) {
        let result = tally(of: Self.planText, seed: seed, count: 250) {
            _ = try PlanFile.parse($0, file: "plan.yaml", pool: planPool)
        }
        #expect(result.accepted > 0 && result.refused > 0, "seed \(seed)")
    }

    @Test(arguments: seeds) func `any colour scheme is read or refused`(seed: UInt64) {
        let colors = (0..<16).map { index in
            "  base0\(String(index, radix: 16, uppercase: true)): \"#102030\"\n"
        }
        let text = "name: Dusk\nvariant: dark\npalette:\n" + colors.joined()
        let result = tally(of: text, seed: seed, count: 250) {
            _ = try SchemeFile.parse($0, file: "dusk.yaml")
        }
        #expect(result.accepted > 0 && result.refused > 0, "seed \(seed)")
    }

    @Test func `every beginning of a configuration is read or refused`() {
        var (accepted, refused) = (0, 0)
        for length in 0...fullConfiguration.unicodeScalars.count {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: fullConfiguration.unicodeScalars.prefix(length))
            do {
                _ = try read(String(view))
                accepted += 1
            } catch {
                refused += 1
                #expect(error is ConfigurationError, "at \(length)")
            }
        }
        #expect(accepted > 0 && refused > 0)
    }

    @Test func `whatever was accepted refers only to what is there`() throws {
        var generator = SeededGenerator(seed: 20_261)
        var accepted = 0
        for _ in 0..<2000 {
            let text = mutated(fullConfiguration, using: &generator)
            guard let configuration = try? read(text) else { continue }
            accepted += 1
            #expect(configuration.pools.first?.name == "default")
            #expect(configuration.pools.allSatisfy { !$0.workers.isEmpty })
            for pool in configuration.pools {
                let names = pool.workers.map { $0.name.lowercased() }
                #expect(Set(names).count == names.count)
                for worker in pool.workers where worker.provider != Configuration.embedded {
                    #expect(configuration.provider(named: worker.provider) != nil)
                }
            }
            if case .prompted(let name) = configuration.conductor {
                #expect(configuration.worker(named: name) != nil)
            }
        }
        #expect(accepted > 100, "seed 20261")
    }
}
