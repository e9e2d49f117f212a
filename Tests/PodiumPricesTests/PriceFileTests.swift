import Foundation
import PodiumCore
import Testing

@testable import PodiumPrices

/// Podium's own format, and what all formats have in common.
@Suite struct PriceFileTests {
    private let day: PriceDay

    init() throws {
        day = try #require(PriceDay("2026-11-25"))
    }

    private func read(_ text: String) throws -> PriceImport {
        try PriceFile.read(Array(text.utf8), on: day)
    }

    private func problem(_ text: String) -> String {
        do {
            _ = try read(text)
            return ""
        } catch {
            return "\(error)"
        }
    }

    private func podium(_ models: String) -> String {
        #"{"format": "podium-prices", "version": 1, "models": [\#(models)]}"#
    }

    private func model(
        vendor: String = "openai",
        read: String = "2026-11-01",
        prices: String
    ) -> String {
        #"{"vendor":"\#(vendor)","model":"m","source":"me","read":"\#(read)","prices":\#(prices)}"#
    }

    @Test func `Podium's own format goes round and comes back as it was`() throws {
        let text = """
            {"format": "podium-prices", "version": 1, "models": [
            {"vendor": "anthropic", "model": "a \\"b\\" \\\\ \\u001b", "source": "x", "read": \
            "2026-11-01", "prices": [
              {"input": 0, "output": 0}
            ]},
            {"vendor": "openai", "model": "m", "source": "https://example.com", "read": "2026-11-02", \
            "prices": [
              {"input": 0.000001, "output": 10000, "cacheRead": 0.0000005}
            ]}
            ]}

            """.replacing(", \"cacheRead\": 0.0000005", with: ", \"cacheRead\": 0")
        let file = try read(text)
        #expect(file.format == .podium)
        #expect(file.refusals.isEmpty)
        #expect(file.list.json == text)
        #expect(try read(file.list.json).list == file.list)
        let price = try #require(file.list.price(vendor: .openai, model: "m", on: day))
        #expect((price.input, price.output, price.cacheRead) == (1, 10_000_000_000, 0))
    }

    @Test func `the shipped list goes round as a whole`() throws {
        let list = PriceList.shipped
        #expect(try read(list.json).list == list)
        #expect(try read(PriceList().json).list.isEmpty)
    }

    @Test func `the example of the documentation is a price file`() throws {
        let page = URL(filePath: #filePath).appending(path: "../../../docs/prices.md")
            .standardized
        let text = try String(contentsOf: page, encoding: .utf8)
        let example = try #require(
            text.split(separator: "```json\n").last?.split(separator: "```").first
        )
        let file = try read(String(example))
        #expect(file.refusals.isEmpty)
        let price = try #require(file.list.price(vendor: .openai, model: "example-1", on: day))
        #expect(price.contextTiers?.map(\.above) == [272_000])
    }

    @Test func `rows have a tier, a first day and a length of context`() throws {
        let file = try read(
            podium(
                model(
                    prices: """
                        [{"input": 1, "output": 2},
                         {"above": 5000, "input": 3, "output": 4, "cacheWriteShort": 5},
                         {"tier": "flex", "from": "2026-11-20", "input": 0.5, "output": 1,
                          "note": {"unknown": [1, null]}}]
                        """
                )
            )
        )
        let standard = try #require(file.list.price(vendor: .openai, model: "m", on: day))
        #expect(
            standard.contextTiers == [
                .init(
                    above: 5_000,
                    input: 3_000_000,
                    output: 4_000_000,
                    cacheWriteShort: 5_000_000,
                    cacheWriteLong: 5_000_000
                )
            ]
        )
        let entry = try #require(file.list.entry(vendor: .openai, model: "m"))
        #expect(entry.rates.map(\.tier) == [.standard, .flex])
        #expect(entry.rates.last?.start == PriceDay("2026-11-20"))
        #expect(entry.source == .init(name: "me", read: try #require(PriceDay("2026-11-01"))))
    }

    @Test(arguments: [
        (#"[{"input": -1, "output": 2}]"#, "input is -1.0"),
        (#"[{"input": 1, "output": 20000}]"#, "output is 20000.0"),
        (#"[{"input": 1e400, "output": 2}]"#, "input is inf"),
        (#"[{"input": "1", "output": 2}]"#, "input is not a number"),
        (#"[{"input": 1}]"#, "standard: no price for output"),
        (#"[{"tier": "slow", "input": 1, "output": 2}]"#, "no tier slow"),
        (#"[{"from": "soon", "input": 1, "output": 2}]"#, "from soon"),
        (#"[{"from": 7, "input": 1, "output": 2}]"#, "from is of the wrong kind"),
        (
            #"[{"input": 1, "output": 2}, {"above": 9, "input": 3}]"#,
            "standard above 9: no price for output"
        ),
        (
            #"[{"input": 1, "output": 2}, {"above": 0, "input": 3, "output": 4}]"#,
            "above 0 tokens"
        ),
        ("[]", "no prices"),
    ])
    func `what cannot be a price is refused with its place`(rows: String, reason: String) throws {
        let file = try read(podium(model(prices: rows)))
        #expect(file.list.isEmpty)
        #expect(file.refusals.map(\.model) == ["m"])
        #expect(file.refusals.first?.reason.contains(reason) == true, "\(file.refusals)")
    }

    @Test func `an entry needs a vendor, a source and the date it was read`() throws {
        let rows = #"[{"input": 1, "output": 2}]"#
        let file = try read(
            podium(
                [
                    model(vendor: "acme", prices: rows), model(read: "today", prices: rows),
                    #"{"vendor":"xai","model":"m","read":"2026-01-01","prices":\#(rows)}"#,
                    #"{"model":"m"}"#,
                ]
                .joined(separator: ",")
            )
        )
        #expect(file.list.isEmpty)
        #expect(file.refusals.count == 4)
        #expect(file.refusals[0].reason.contains("acme is none of anthropic"))
        #expect(file.refusals[1].reason.contains("read is no day"))
        #expect(file.refusals[2].reason.contains("source is missing"))
    }

    @Test func `what is no price list is refused with what to give instead`() {
        #expect(problem("7").contains("no price list that Podium knows"))
        #expect(problem("{}").contains("model_prices_and_context_window.json"))
        #expect(problem(#"{"a": {"b": 1}}"#).contains("docs/prices.md"))
        #expect(problem(#"{"format": "other"}"#).contains("no price list"))
        #expect(problem("").contains("expected a value"))
        #expect(problem(#"{"format": "podium-prices", "version": 2}"#).contains("version 2"))
        #expect(problem("[1]").contains("at byte 1"))
    }

    @Test func `a file that cannot be or is too large is refused by name`() throws {
        let missing = #expect(throws: PriceFileError.self) {
            try PriceFile.load(path: "/no/such/prices.json", on: day)
        }
        #expect(missing?.description.contains("/no/such/prices.json cannot be read") == true)
        let endless = #expect(throws: PriceFileError.self) {
            try PriceFile.load(path: "/dev/zero", on: day)
        }
        #expect(endless?.description.contains("more than 64 MB") == true)
        let directory = #expect(throws: PriceFileError.self) {
            try PriceFile.load(path: "/", on: day)
        }
        #expect(directory?.description.contains("cannot be read") == true)
    }

    @Test func `a file that is cut off anywhere is refused or read, and never traps`() {
        for text in [LiteLLMPriceReaderTests.sample, GenAIPriceReaderTests.sample, podium("")] {
            let bytes = Array(text.utf8)
            for length in 0..<(bytes.count - 1) {
                #expect(throws: PriceFileError.self) {
                    try PriceFile.read(Array(bytes[..<length]), on: day)
                }
            }
        }
    }

    @Test func `any byte may be another`() throws {
        var random = SystemRandomNumberGenerator()
        let seed = UInt64.random(in: 0...UInt64.max, using: &random)
        var generator = Xorshift(state: seed | 1)
        var (accepted, refused) = (0, 0)
        for text in [LiteLLMPriceReaderTests.sample, GenAIPriceReaderTests.sample] {
            for _ in 0..<500 {
                var bytes = Array(text.utf8)
                for _ in 0..<Int.random(in: 1...4, using: &generator) {
                    bytes[Int.random(in: bytes.indices, using: &generator)] =
                        Array(#"{}[]",:0-9.eE\ nt"#.utf8).randomElement(using: &generator) ?? 0
                }
                do {
                    let file = try PriceFile.read(bytes, on: day)
                    accepted += 1
                    for model in file.list.models {
                        #expect(model.rates.allSatisfy { $0.price.input >= 0 }, "seed \(seed)")
                    }
                } catch {
                    refused += 1
                }
            }
        }
        #expect(accepted > 0 && refused > 0, "seed \(seed)")
    }
}

private struct Xorshift: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
