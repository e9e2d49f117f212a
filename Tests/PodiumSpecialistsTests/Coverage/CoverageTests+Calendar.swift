import Testing

@testable import PodiumSpecialists

extension CoverageTests {
    @Test(arguments: [
        Case("What date is -5 days after 2024-01-01?", "27 December 2023"),
        Case("What date is minus 5 days after 2024-01-01?", "27 December 2023"),
        Case("What date is -5 days before 2024-01-01?", "6 January 2024"),
        Case("What date is 2024-01-01 -5 days?", "27 December 2023"),
        Case("What date is 2024-01-01 - 5 days?", "27 December 2023"),
        Case("What date is 1,000 days after 2024-01-01?", "27 September 2026"),
        Case("What date is 2 weeks and 3 days after 2024-01-01?", "18 January 2024"),
        Case("What time is -3 hours after 10:00?", "07:00"),
    ])
    func `a sign belongs to its number`(_ example: Case) {
        Self.expect(example, from: Calendarist())
    }

    @Test func `a number before an unknown multiplies it`() {
        let question = "What date is 2x days after 1 January 2024?"
        #expect(ask(Calendarist(), question, seen: ["Answer: x = 7"]) == "15 January 2024")
        Self.expectNoAnswer(question)
    }

    @Test(arguments: [
        "What date is 5 business days after 2024-01-01?",
        "What date is 5 days after 2024-01-01, excluding weekends?",
        "What date is 5 days after 2024-01-01 and what weekday is it?",
        "What is the weekday and the date 5 days after 2024-01-01?",
        "What date is not 5 days after 2024-01-01?",
        "What date is 5 days before 3 days after 2024-01-01?",
        "What date is 2 weeks minus 3 days after 2024-01-01?",
        "What date is 5 or 6 days after 2024-01-01?",
        "What date is at least 5 days after 2024-01-01?",
        "What date is twice 5 days after 2024-01-01?",
        "What date is 3 + 4 days after 2024-01-01?",
        "What date is 10/2 days after 2024-01-01?",
        "Is 2024-05-17 a weekday?", "Is 2024-05-17 a Friday or a Saturday?",
        "Is 2024 a leap year, and what about 2025?", "Is 2024 not a leap year?",
        "How many days are between 2024-01-01 and 2024-02-01, and how many weeks?",
        "How many days are between 2024-01-01 and 2024-02-01 excluding Sundays?",
        "How many days are between 2024-01-01 and 2024-02-01 not counting the ends?",
        "How many Mondays and Fridays are in May 2024?",
        "What is the first and last Monday of May 2024?",
        "What is the first Monday after 2024-05-17 and before 2024-05-25?",
        "What day of the year is 2024-05-17, and which week is it in?",
        "What day is 2024-05-17? How many days until 2024-06-01?",
        "What time is 3 hours and 20 minutes after 10:00 in Tokyo?",
        "How long is it from 10:00 to 12:30 with a break of 30 minutes?",
        "What time is 3 hours before 2 hours after 10:00?",
        "If today is 2024-05-17, what was the date 3 days ago and what will it be in 3 days?",
    ])
    func `a question on dates with a word that was not read is declined`(_ question: String) {
        Self.expectNoAnswer(question)
    }

    @Test func `before the Gregorian calendar it is told which one is used`() {
        let reply = reply(of: Calendarist(), "What date is 5 days after 4 October 1582?")
        #expect(reply.text.contains("The Gregorian calendar is carried back before 1582."))
        #expect(reply.text.hasSuffix("Answer: 9 October 1582"))
    }
}
