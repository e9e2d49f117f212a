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
        #expect(coverage.wrong == [])
        print(family.name, coverage.right, coverage.total, coverage.wrong, coverage.declined)
    }

    @Test(arguments: CalendarQuestions.families)
    func `the calendarist understands most ways to ask`(_ family: QuestionFamily) {
        let coverage = Coverage(of: Calendarist(), on: family.cases)
        #expect(coverage.total >= 20)
        #expect(coverage.suffices, "\(coverage.right)/\(coverage.total): \(coverage.declined)")
        #expect(coverage.wrong == [])
        print(family.name, coverage.right, coverage.total, coverage.wrong, coverage.declined)
    }

    @Test func `later questions`() {
        for (specialist, cases) in [
            (Algebraist() as any Specialist, LaterQuestions.algebra),
            (Calendarist(), LaterQuestions.calendar),
        ] {
            let coverage = Coverage(of: specialist, on: cases)
            print("LATER", coverage.right, coverage.total)
            for line in coverage.wrong { print("  WRONG", line) }
            for line in coverage.declined { print("  declined", line) }
        }
    }
}
