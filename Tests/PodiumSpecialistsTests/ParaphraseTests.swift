import PodiumCore
import Testing

@testable import PodiumSpecialists

/// Ordinary questions in many words: right or declined, hardly ever wrong.
@Suite struct ParaphraseTests {
    @Test(arguments: AlgebraQuestions.families)
    func `the algebraist understands most ways to ask`(_ family: QuestionFamily) {
        let coverage = Coverage(of: Algebraist(), on: family.cases)
        #expect(coverage.total >= 20)
        #expect(coverage.suffices, "\(coverage.right)/\(coverage.total): \(coverage.declined)")
    }

    @Test(arguments: CalendarQuestions.families)
    func `the calendarist understands most ways to ask`(_ family: QuestionFamily) {
        let coverage = Coverage(of: Calendarist(), on: family.cases)
        #expect(coverage.total >= 20)
        #expect(coverage.suffices, "\(coverage.right)/\(coverage.total): \(coverage.declined)")
    }

    @Test func `words that nobody had in mind are understood as well`() {
        for coverage in [
            Coverage(of: Algebraist(), on: LastQuestions.algebra),
            Coverage(of: Calendarist(), on: LastQuestions.calendar),
        ] {
            #expect(coverage.total >= 20)
            #expect(coverage.suffices, "\(coverage.right)/\(coverage.total): \(coverage.declined)")
        }
    }

    /// Each question is put to both, and to the two who might take it for theirs.
    @Test func `at most one answer of a hundred is wrong`() {
        let all =
            (AlgebraQuestions.families + CalendarQuestions.families).flatMap(\.cases)
            + LaterQuestions.algebra + LaterQuestions.calendar
            + LastQuestions.algebra + LastQuestions.calendar
        let pool: [any Specialist] = [Algebraist(), Calendarist(), Reckoner(), Linguist()]
        let wrong = pool.flatMap { Coverage(of: $0, on: all).wrong }
        #expect(wrong.count * 100 <= all.count, "\(wrong)")
        #expect(all.count > 400)
    }
}
