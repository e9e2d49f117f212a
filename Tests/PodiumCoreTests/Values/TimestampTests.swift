import PodiumCore
import PodiumTesting
import Testing

struct TimestampTests {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000000Z"),
            (-1, "1969-12-31T23:59:59.999999Z"),
            (1_795_477_092_345_678, "2026-11-23T23:38:12.345678Z"),
            (951_782_400_000_000, "2000-02-29T00:00:00.000000Z"),
            (951_868_799_999_999, "2000-02-29T23:59:59.999999Z"),
            (951_868_800_000_000, "2000-03-01T00:00:00.000000Z"),
            (1_709_164_800_000_000, "2024-02-29T00:00:00.000000Z"),
            (4_107_542_400_000_000, "2100-03-01T00:00:00.000000Z"),
            (4_107_456_000_000_000, "2100-02-28T00:00:00.000000Z"),
            (-2_203_891_200_000_000, "1900-03-01T00:00:00.000000Z"),
            (-2_208_988_800_000_000, "1900-01-01T00:00:00.000000Z"),
            (-11_644_473_600_000_000, "1601-01-01T00:00:00.000000Z"),
            (-62_135_596_800_000_000, "0001-01-01T00:00:00.000000Z"),
            (-62_167_219_200_000_000, "0000-01-01T00:00:00.000000Z"),
            (253_402_300_799_999_999, "9999-12-31T23:59:59.999999Z"),
        ] as [(Int64, String)]
    )
    func `a moment has its date, and the date its moment`(microseconds: Int64, text: String) {
        let time = Timestamp(microseconds: microseconds)
        #expect(time.calendar.rfc3339 == text)
        #expect(Timestamp(rfc3339: text) == time)
    }

    @Test func `every moment of the years 0 to 9999 comes back from its text`() {
        var random = SeededGenerator(seed: 6)
        for _ in 0..<20_000 {
            let time = Timestamp(
                microseconds: Int64.random(
                    in: -62_167_219_200_000_000...253_402_300_799_999_999,
                    using: &random
                )
            )
            #expect(Timestamp(rfc3339: time.calendar.rfc3339) == time)
        }
    }

    @Test func `texts sort like their moments`() {
        var random = SeededGenerator(seed: 7)
        let times = (0..<500).map { _ in
            Timestamp(
                microseconds: Int64.random(
                    in: -62_167_219_200_000_000...253_402_300_799_999_999,
                    using: &random
                )
            )
        }
        #expect(times.sorted().map(\.calendar.rfc3339) == times.map(\.calendar.rfc3339).sorted())
    }

    @Test func `a day follows a day through four hundred years`() {
        var last = Timestamp(microseconds: -62_167_219_200_000_000).calendar
        var leapDays = 0
        for day in 1...146_097 {
            let next = Timestamp(
                microseconds: -62_167_219_200_000_000 + Int64(day) * 86_400_000_000
            ).calendar
            if next.month == 2, next.day == 29 { leapDays += 1 }
            let isNextDay = next.month == last.month && next.day == last.day + 1
            let isNextMonth = next.day == 1 && next.month == last.month % 12 + 1
            #expect(isNextDay || isNextMonth, "\(last.dayText) → \(next.dayText)")
            last = next
        }
        #expect(leapDays == 97)
        #expect(last.dayText == "0400-01-01")
    }

    @Test(
        arguments: [
            ("2026-11-23T23:38:12Z", 0), ("2026-11-23T23:38:12.5Z", 500_000),
            ("2026-11-23T23:38:12.000001Z", 1), ("2026-11-23T23:38:12.123456789Z", 123_456),
        ] as [(String, Int64)]
    )
    func `a fraction may have any length`(text: String, fraction: Int64) {
        #expect(
            Timestamp(rfc3339: text) == Timestamp(microseconds: 1_795_477_092_000_000 + fraction)
        )
    }

    @Test(arguments: [
        "", "2026-11-23", "2026-11-23T23:38:12", "2026-11-23T23:38:12+01:00",
        "2026-11-23 23:38:12Z", "2026-11-23T23:38:12.Z", "26-11-23T23:38:12Z",
        "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-02-29T00:00:00Z",
        "2026-04-31T00:00:00Z", "2026-04-00T00:00:00Z", "2026-01-01T24:00:00Z",
        "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z", "+026-01-01T00:00:00Z",
        "2026-01-01T00:00:00ZZ", "２０２６-01-01T00:00:00Z", "2026T01T01T00T00T00Z",
    ])
    func `what is no such time is refused`(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test func `times at the ends of the range do not trap`() {
        let (first, last) = (Timestamp(microseconds: .min), Timestamp(microseconds: .max))
        #expect(last + .seconds(1) == last)
        #expect(first + .seconds(-1) == first)
        #expect((last - first).microseconds == .max)
        #expect(first.calendar.year == -290_308)
        #expect(last.calendar.year == 294_247)
        #expect(first.calendar.rfc3339.hasPrefix("-290308-12-21T"))
        #expect(Duration.seconds(Int64.max).microseconds == .max)
        #expect(Duration.seconds(Int64.min).microseconds == .min)
    }

    @Test func `short forms`() {
        let time = Timestamp(microseconds: 1_795_477_092_345_678).calendar
        #expect(time.compactText == "20261123-233812")
        #expect(time.dayText == "2026-11-23")
        #expect(time.minuteText == "23:38")
    }
}

struct IdentifierTests {
    @Test func `a session is named by its time and four characters`() {
        let time = Timestamp(microseconds: 1_795_477_092_345_678)
        #expect(SessionID(openedAt: time, entropy: 0).rawValue == "20261123-233812-aaaa")
        #expect(SessionID(openedAt: time, entropy: 31).rawValue == "20261123-233812-9aaa")
        #expect(SessionID(openedAt: time, entropy: .max).rawValue == "20261123-233812-9999")
    }

    @Test func `a session's name has no character that is mistaken for another`() {
        var random = SeededGenerator(seed: 8)
        var suffixes: Set<String> = []
        for _ in 0..<2_000 {
            let id = SessionID(openedAt: Timestamp(microseconds: 0), entropy: random.next())
            let suffix = id.rawValue.suffix(4)
            #expect(suffix.allSatisfy { "abcdefghijkmnpqrstuvwxyz23456789".contains($0) })
            suffixes.insert(String(suffix))
        }
        #expect(suffixes.count > 1_900)
    }

    @Test func `sessions sort by their time`() {
        let ids = [5, 1, 3].map {
            SessionID(
                openedAt: Timestamp(microseconds: $0 * 86_400_000_000_000),
                entropy: UInt64($0)
            )
        }
        #expect(ids.sorted() == [ids[1], ids[2], ids[0]])
    }

    @Test func `ids say what they name`() {
        #expect("\(StepID(1)) \(WorkflowID(2)) \(AttemptID(3))" == "s1 w2 a3")
        #expect("\(Agent.step(StepID(4))) \(Agent.conductor(WorkflowID(5)))" == "s4 w5")
        #expect(StepID(1) < StepID(2))
    }
}
