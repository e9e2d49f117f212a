public import PodiumCore

/// Dates, weekdays and durations in the proleptic Gregorian calendar.
public struct Calendarist: Specialist {
    public let descriptor = Specialists.descriptor(
        "calendarist",
        strengths: "dates and times: weekdays, days between dates, dates before and after, leap"
            + " years, week numbers, durations on the clock",
        tags: ["calendar", "dates", "durations"],
        input: 20,
        output: 60
    )

    public init() {}

    public func work(
        on request: StepRequest,
        random: inout SeededGenerator
    ) -> SpecialistReply {
        SpecialistReply(
            Self.attempt(request),
            otherwise:
                "I cannot read this as a question about dates or times. I find weekdays, count"
                + " days, add to dates and times, and know leap years and weeks."
        )
    }

    /// Reads the subtask; where that only points elsewhere, the outputs seen, then the question.
    static func attempt(_ request: StepRequest) -> Attempt {
        let references = References(outputs: request.seen.map(\.output))
        let subtask = TaskText(request.subtask)
        let direct = CalendarReader.solve(subtask.content, references: references)
        if direct.isUnderstood { return direct }
        guard subtask.asksToSolve else { return .notUnderstood }
        if subtask.isPointer, !subtask.namesQuestion,
            let answer = references.text(ordinal: nil)
        {
            let attempt = CalendarReader.solve(answer, references: .none)
            if attempt.isUnderstood { return attempt }
        }
        guard subtask.isGeneric || subtask.namesQuestion else { return .notUnderstood }
        return CalendarReader.solve(request.question, references: references)
    }
}
