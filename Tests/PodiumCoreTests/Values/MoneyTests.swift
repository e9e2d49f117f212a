import Foundation
import PodiumCore
import PodiumTesting
import Testing

struct MoneyTests {
    @Test func `a cost is the sum of tokens times price by class`() {
        let price = Price(
            input: 3_000_000,
            output: 15_000_000,
            cacheRead: 300_000,
            cacheWriteShort: 3_750_000,
            cacheWriteLong: 6_000_000
        )
        let usage = Usage(
            input: 1,
            cacheRead: 10,
            cacheWriteShort: 100,
            cacheWriteLong: 1_000,
            output: 10_000,
            reasoning: 9_000
        )
        let parts: [Int64] = [
            3_000_000, 10 * 300_000, 100 * 3_750_000, 1_000 * 6_000_000, 10_000 * 15_000_000,
        ]
        #expect(price.cost(of: usage) == Cost(picodollars: parts.reduce(0, +)))
    }

    @Test func `a cache without a price of its own costs what input costs`() {
        let price = Price(input: 7, output: 9)
        #expect(
            (price.cacheRead, price.cacheWriteShort, price.cacheWriteLong) == (7, 7, 7)
        )
    }

    @Test func `a dollar a million tokens is a million picodollars a token`() {
        #expect(Price.picounits(perMillion: 1) == 1_000_000)
        #expect(Price.picounits(perMillion: 0.000_000_4) == 0)
        #expect(Price.picounits(perMillion: 0.15) == 150_000)
        #expect(Price.picounits(perMillion: .nan) == .max)
        #expect(Price.picounits(perMillion: .infinity) == .max)
        #expect(Price.picounits(perMillion: 1e30) == .max)
    }

    @Test func `the total is the sum of its parts, to the picodollar`() {
        var random = SeededGenerator(seed: 5)
        let price = Price(input: 123_457, output: 1_234_567, cacheRead: 12_347)
        var usage = Usage.zero
        var cost = Cost.zero
        for _ in 0..<10_000 {
            let call = Usage(
                input: Int.random(in: 0...5_000, using: &random),
                cacheRead: Int.random(in: 0...5_000, using: &random),
                output: Int.random(in: 0...5_000, using: &random)
            )
            usage += call
            cost += price.cost(of: call)
        }
        #expect(price.cost(of: usage) == cost)
    }

    @Test func `a call above a threshold is charged at that tier as a whole`() {
        let price = Price(
            input: 2,
            output: 10,
            cacheRead: 1,
            contextTiers: [
                .init(above: 1_000, input: 8, output: 40),
                .init(above: 200, input: 4, output: 20, cacheRead: 2),
            ]
        )
        let below = Usage(input: 150, cacheRead: 50, output: 1)
        #expect(price.cost(of: below) == Cost(picodollars: 150 * 2 + 50 + 10))
        let above = Usage(input: 150, cacheRead: 51, output: 1)
        #expect(price.cost(of: above) == Cost(picodollars: 150 * 4 + 51 * 2 + 20))
        let far = Usage(input: 900, cacheWriteShort: 60, cacheWriteLong: 41, output: 3)
        #expect(price.cost(of: far) == Cost(picodollars: 1_001 * 8 + 3 * 40))
        #expect(price.cost(of: Usage(output: 5_000)) == Cost(picodollars: 50_000))
    }

    @Test func `a price without context tiers is written as it always was`() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(Price(input: 7, output: 9)), as: UTF8.self)
        #expect(
            text == #"{"cacheRead":7,"cacheWriteLong":7,"cacheWriteShort":7,"currency":"usd","#
                + #""input":7,"output":9}"#
        )
        #expect(
            try JSONDecoder().decode(Price.self, from: Data(text.utf8))
                == Price(input: 7, output: 9)
        )
        let tiered = Price(
            input: 7,
            output: 9,
            contextTiers: [.init(above: 5, input: 8, output: 9)]
        )
        #expect(try JSONDecoder().decode(Price.self, from: encoder.encode(tiered)) == tiered)
    }

    @Test func `figures that do not fit are held at the end of the range`() {
        let price = Price(input: .max, output: 2)
        #expect(price.cost(of: Usage(input: 3, output: .max)) == Cost(picodollars: .max))
        #expect(price.cost(of: Usage(input: -3)) == Cost(picodollars: .min))
        let most = Usage(
            input: .max,
            cacheRead: .max,
            cacheWriteShort: .max,
            cacheWriteLong: .max,
            output: .max,
            reasoning: .max
        )
        #expect(most + most == most)
        #expect(most.total == .max)
        #expect(
            Cost(picodollars: .max, nominal: .min) + Cost(picodollars: 1, nominal: -1)
                == Cost(picodollars: .max, nominal: .min)
        )
        #expect(Int64.min.multipliedClamped(by: -1) == .max)
        #expect(Int64.min.multipliedClamped(by: 2) == .min)
        #expect(Int64.min.subtractingClamped(1) == .min)
        #expect(Int64.max.subtractingClamped(-1) == .max)
        #expect(Int64.max.addingClamped(1) == .max)
    }

    @Test func `money and nominal units are never added, and unknown is not zero`() {
        let nominal = Price(currency: .nominal, input: 5, output: 0).cost(of: Usage(input: 2))
        let money = Price(input: 5, output: 0).cost(of: Usage(input: 2))
        #expect(nominal + money == Cost(picodollars: 10, nominal: 10))
        #expect(Cost(of: Usage(input: 1), at: nil) == .unknown)
        #expect(Cost(of: .zero, at: nil) == .zero)
        #expect((money + .unknown).hasUnknown)
        #expect(Cost(picodollars: 1_500_000_000_000).usd == 1.5)
    }

    @Test func `reasoning is a part of the output and not counted again`() {
        #expect(Usage(input: 1, output: 5, reasoning: 4).total == 6)
    }
}
