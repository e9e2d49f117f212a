import Foundation
import PodiumCore
import Testing

@testable import PodiumSpecialists

@Suite struct CalendaristTests {
    @Test(arguments: [
        Case("What date is two months after 31 December 2023?", "29 February 2024"),
        Case("What day of the week was 17 May 2024?", "Friday"),
        Case("What time is it 3 hours 45 minutes after 22:50?", "02:35"),
        Case("How long is it from 9:15 to 17:40?", "8 hours 25 minutes"),
        Case("How many minutes is it from 9:15 to 17:40?", "505"),
        Case("What weekday is the last day of February 2024?", "Thursday"),
        Case("How long before 14:35 is 10:50?", "3 hours 45 minutes"),
        Case("What is the weekday of 1 January 1?", "no"),
        Case("What day of the week was 1 January 0001?", "Monday"),
        Case("What day of the week is 31 December 9999?", "Friday"),
        Case("How many days are there from 1 March to 15 April 2024?", "45"),
    ])
    func `answers have one form`(_ example: Case) {
        #expect(ask(Calendarist(), example.task) == (example.answer == "no" ? nil : example.answer))
    }

    @Test func `a clamped month is told`() {
        let reply = reply(of: Calendarist(), "What date is one month after 31 January 2023?")
        #expect(reply.outcome == .answered("28 February 2023"))
        #expect(reply.text.contains("February 2023 has no day 31, so its last day counts."))
    }

    @Test func `an ambiguous date is declined with the forms that are clear`() {
        let reply = reply(of: Calendarist(), "What day of the week is 5/6/2024?")
        #expect(reply.finishReason == .declined)
        #expect(reply.text.contains("two ways"))
        #expect(reply.text.contains("17 May 2024"))
    }

    @Test func `there is no today without a date`() {
        let reply = reply(of: Calendarist(), "What day of the week is tomorrow?")
        #expect(reply.finishReason == .declined)
        #expect(reply.text.contains("no clock"))
    }

    @Test(arguments: [
        Case(
            "Which date is N days after 1 March 2024, where N is the result above?",
            "13 March 2024",
            seen: ["Answer: 12"]
        ),
        Case("Find the date x days after 1 March 2024.", "13 March 2024", seen: ["Answer: x = 12"]),
        Case(
            "Find the date y days after 1 March 2024.",
            "3 March 2024",
            seen: ["Answer: x = 12, y = 2"]
        ),
        Case("Which date is x days after 1 March 2024, where x = 12?", "13 March 2024"),
        Case("What weekday is that date?", "Wednesday", seen: ["Answer: 13 March 2024"]),
        Case(
            "What day of the week is the date found above?",
            "Wednesday",
            seen: ["Answer: 13 March 2024"]
        ),
        Case(
            "What date is 3 weeks after the date above?",
            "3 April 2024",
            seen: ["Answer: 13 March 2024"]
        ),
        Case("Add that many days to 1 March 2024.", "13 March 2024", seen: ["Answer: 12"]),
        Case(
            "What date is the result above days after 1 March 2024?",
            "13 March 2024",
            seen: ["Answer: 12"]
        ),
        Case(
            "Which date is step 0 days after 1 March 2024?",
            "13 March 2024",
            seen: ["Answer: x = 12"]
        ),
        Case("What time is it that many minutes after 10:50?", "11:02", seen: ["Answer: 12"]),
        Case(
            "How many days are there between the first date above and the second date above?",
            "12",
            seen: ["Answer: 1 March 2024", "Answer: 13 March 2024"]
        ),
    ])
    func `dates and numbers are taken from the outputs seen`(_ example: Case) {
        #expect(ask(Calendarist(), example.task, seen: example.seen) == example.answer)
    }

    @Test func `an unknown number of days is declined`() {
        #expect(ask(Calendarist(), "Find the date x days after 1 March 2024.") == nil)
        #expect(
            ask(Calendarist(), "Find the date y days after 1 March 2024.", seen: ["Answer: x = 2"])
                == nil
        )
    }

    // MARK: Properties

    /// The calendar of the operating system, as an independent witness.
    private static let witness: Calendar = {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .gmt
        return calendar
    }()

    private static func date(_ day: CivilDate) -> Date {
        witness.date(from: DateComponents(year: day.year, month: day.month, day: day.day)) ?? .now
    }

    @Test func `random dates agree with the system's calendar`() {
        for seed in UInt64(1)...400 {
            var random = SeededGenerator(seed: seed)
            let number = Int.random(in: -130_000...2_900_000, using: &random)
            guard let day = CivilDate(number: number) else {
                Issue.record("seed \(seed)")
                continue
            }
            #expect(day.number == number)
            let date = Self.date(day)
            let parts = Self.witness.dateComponents(
                [.weekday, .weekOfYear, .yearForWeekOfYear],
                from: date
            )
            // The system counts weekdays from Sunday.
            #expect(((parts.weekday ?? 0) + 5) % 7 + 1 == day.weekday.rawValue, "\(day)")
            #expect(parts.weekOfYear == day.isoWeek.week, "\(day)")
            #expect(
                Self.witness.ordinality(of: .day, in: .year, for: date) == day.dayOfYear,
                "\(day)"
            )
            let months = Int.random(in: -300...300, using: &random)
            if let moved = day.adding(months: months)?.date,
                let expected = Self.witness.date(byAdding: .month, value: months, to: date)
            {
                #expect(Self.date(moved) == expected, "\(day) + \(months) months")
            }
        }
    }

    @Test func `every day number of the known years is its own date's`() throws {
        let first = try #require(CivilDate(year: 1, month: 1, day: 1))
        let last = try #require(CivilDate(year: 9999, month: 12, day: 31))
        var number = first.number
        while number <= last.number {
            #expect(CivilDate(number: number)?.number == number)
            number += 997
        }
        #expect(CivilDate(number: first.number - 1) == nil)
        #expect(CivilDate(number: last.number + 1) == nil)
    }

    @Test func `a difference undoes an addition`() throws {
        for seed in UInt64(1)...100 {
            var random = SeededGenerator(seed: seed)
            let number = Int.random(in: -100_000...100_000, using: &random)
            let start = try #require(CivilDate(number: number))
            let days = Int.random(in: 1...5_000, using: &random)
            let end = ask(Calendarist(), "What date is \(days) days after \(start)?") ?? "none"
            let back = ask(Calendarist(), "How many days are there from \(start) to \(end)?")
            #expect(back == "\(days)", "seed \(seed): \(start) + \(days) = \(end)")
        }
    }
}
