import PodiumCore
import Testing

@testable import Workbench

struct FormatTests {
    @Test func `token counts are short`() {
        #expect(
            [0, 950, 1_234, 34_500, 5_600_000].map(Format.tokens) == [
                "0", "950", "1.2k", "34k", "5.6M",
            ]
        )
    }

    @Test func `money, nominal units and unknown prices stand side by side`() {
        #expect(Format.cost(Cost(picodollars: 13_200_000_000)) == "$0.0132")
        #expect(Format.cost(Cost(nominal: 420_000_000_000)) == "0.420 u")
        #expect(
            Format.cost(
                Cost(picodollars: 2_500_000_000_000, nominal: 3_000_000_000_000, hasUnknown: true)
            )
                == "$2.50 + 3.00 u + $?"
        )
        #expect(Format.cost(.zero) == "$0")
        #expect(Format.cost(Cost(picodollars: 1), isEstimate: true).hasPrefix("~$"))
    }

    @Test func `durations keep two figures`() {
        #expect(Format.duration(.milliseconds(840)) == "0.8s")
        #expect(Format.duration(.seconds(12)) == "12s")
        #expect(Format.duration(.seconds(185)) == "3m05s")
        #expect(Format.duration(.seconds(7_800)) == "2h10m")
        #expect(Format.clock(.seconds(7)) == "00:07")
        #expect(Format.clock(.seconds(3_723)) == "1:02:03")
    }
}
