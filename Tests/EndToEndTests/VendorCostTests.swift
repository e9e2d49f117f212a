import Foundation
import Testing

extension EndToEndTests {
    /// What a session costs with vendors that count cached and reasoning tokens each in its own way,
    /// at the prices that come along.
    struct VendorCostTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        @Test func `a session's cost is what a person would reckon for each vendor`() throws {
            let server = try FakeChatServer(Vendor.all.map { .events($0.reply) })
            let events = try Vendor.run(scratch, server)
            let ends = events.filter { $0["type"] as? String == "attemptFinished" }
            #expect(ends.count == Vendor.all.count)
            for (end, vendor) in zip(ends, Vendor.all) {
                let used = try #require(end["used"] as? [String: Any])
                let cost = try #require(used["cost"] as? [String: Any])
                #expect(
                    cost["picodollars"] as? Int == Int((vendor.cost * 1e6).rounded()),
                    "\(vendor.preset): \(used)"
                )
                #expect(used["isEstimate"] as? Bool == false)
            }
            // 715 + 332.5 + 134 + 66.48 millionths.
            let cost = try #require(events.last?["cost"] as? [String: Any])
            #expect(cost["picodollars"] as? Int == 1_247_980_000)
            withExtendedLifetime(server) {}
        }
    }
}
