import Foundation
import Testing

extension EndToEndTests {
    /// The list of prices and its updates.
    struct PricesTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        private static let liteLLM = """
            {"gpt-5.4": {"litellm_provider": "openai", "mode": "chat",
              "input_cost_per_token": 3e-06, "output_cost_per_token": 1.6e-05},
             "gpt-brand-new": {"litellm_provider": "openai", "mode": "chat",
              "input_cost_per_token": 1e-06, "output_cost_per_token": 2e-06},
             "broken\\u001b[31m": {"litellm_provider": "openai", "mode": "chat",
              "input_cost_per_token": -1, "output_cost_per_token": 2e-06},
             "titan": {"litellm_provider": "bedrock", "mode": "chat"}}
            """

        @Test func `the prices that come along are listed`() throws {
            let run = try scratch.run("prices", "list", "--vendor", "openai", "--model", "GPT-5.4")
            #expect(run.status == 0)
            #expect(run.lines.first?.hasPrefix("vendor") == true)
            #expect(run.output.contains("standard above 272000"))
            #expect(run.lines.count > 1)
            #expect(run.lines.dropFirst().allSatisfy { $0.hasPrefix("openai") })
            // Listing writes nothing.
            #expect(!scratch.exists("data"))
        }

        @Test func `an update says what is other, and is in force from then on`() throws {
            let file = try scratch.write(Self.liteLLM, to: "litellm.json")
            let tried = try scratch.run("prices", "update", "--from", file, "--dry-run")
            #expect(tried.status == 0)
            #expect(tried.lines.last == "1 new, 1 changed, 0 unchanged. Nothing was written.")
            #expect(!scratch.exists("data/prices.json"))

            let run = try scratch.run("prices", "update", "--from", file)
            #expect(run.status == 0)
            #expect(run.lines.contains("new      openai gpt-brand-new: $1 in, $2 out"))
            #expect(
                run.lines.contains("changed  openai gpt-5.4: $2.5 in, $15 out → $3 in, $16 out")
            )
            #expect(run.lines.contains { $0.hasPrefix("LiteLLM: 2 models read, 1 refused, 1 of") })
            #expect(run.errors.contains("input is -1000000.0"))
            #expect(run.controls.isEmpty)
            #expect(run.errors.terminalControls.isEmpty)

            let again = try scratch.run("prices", "update", "--from", file)
            #expect(again.lines.last?.hasPrefix("0 new, 0 changed, 2 unchanged.") == true)
            let list = try scratch.run("prices", "list", "--model", "gpt-brand-new")
            #expect(list.lines.count == 2)
            // Podium's own format can be given back.
            let own = try scratch.write(try scratch.read("data/prices.json"), to: "own.json")
            let returned = try scratch.run("prices", "update", "--from", own)
            #expect(returned.lines.last?.hasPrefix("0 new, 0 changed, 2 unchanged.") == true)
        }

        @Test func `the list as JSON is a price file`() throws {
            let run = try scratch.run("prices", "--json", "--vendor", "anthropic")
            #expect(run.status == 0)
            let file = try scratch.write(run.output, to: "list.json")
            let update = try scratch.run("prices", "update", "--from", file, "--dry-run")
            #expect(update.output.contains("0 new, 0 changed"))
        }

        @Test func `a file that is no price list is refused with what to give instead`() throws {
            let file = try scratch.write("{\"a\": 1}", to: "other.json")
            for path in [file, "/no/such/file", scratch.path] {
                let run = try scratch.run("prices", "update", "--from", path)
                #expect(run.status == 2)
                #expect(!run.isCrash)
                #expect(run.output.isEmpty)
                #expect(run.errors.hasPrefix("podium: \(path)"))
            }
            let vendor = try scratch.run("prices", "list", "--vendor", "acme")
            #expect(vendor.status == 2)
            #expect(vendor.errors.contains("no vendor acme. Podium knows: anthropic"))
        }

        @Test func `a list of one's own that is broken is told, not passed over`() throws {
            try FileManager.default.createDirectory(
                atPath: scratch.data,
                withIntermediateDirectories: true
            )
            try scratch.write(
                "{\"format\": \"podium-prices\", \"models\": [",
                to: "data/prices.json"
            )
            let run = try scratch.run("prices")
            #expect(run.status == 1)
            #expect(run.errors.contains("data/prices.json: expected"))
        }
    }
}
