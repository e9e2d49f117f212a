import ArgumentParser
import Foundation
import PodiumCore
import PodiumEvaluation
import PodiumStudio
import Synchronization

/// Asks questions of a set, some at once, each as a session that is stored; grades the answers; and stops
/// where the money ends.
struct SetRun: Sendable {
    /// What is asked: a question, by whom it is answered, and how.
    struct Task: Sendable {
        var item: EvaluationItem
        var contender: String
        var request: RunRequest
        var sample = 0
    }

    /// What came of it.
    struct Result: Sendable {
        var task: Task
        var outcome: ItemOutcome
        var grade: Grade
        var output: String?
        var currency: Price.Currency
        /// Why there was no answer that could be graded, where that was no fault of the worker's.
        var failure: String?
    }

    let studio: Studio
    /// How many at once.
    let width: Int
    /// US dollars in all; nil for no limit.
    let budget: Double?

    /// - Throws: for a sum that is none.
    static func validate(_ budget: Double?) throws {
        guard let budget else { return }
        guard budget > 0, budget <= 1_000_000 else {
            throw ValidationError("--budget is more than 0 and at most 1000000.")
        }
    }

    /// - Parameter take: is given each result as it comes, one after another.
    /// - Returns: how many were not asked, because the money was spent or a signal came.
    func run(
        _ tasks: [Task],
        isInterrupted: @escaping @Sendable () -> Bool,
        take: @escaping @Sendable (Result) throws -> Void
    ) throws -> Int {
        let (studio, budget) = (studio, budget)
        return try waitForTask {
            var (next, spent) = (0, 0.0)
            try await withThrowingTaskGroup(of: Result.self) { group in
                func begin() {
                    guard next < tasks.count, !isInterrupted(), spent < budget ?? .infinity else {
                        return
                    }
                    var task = tasks[next]
                    next += 1
                    if let budget {
                        // Those that run may need their shares to the last.
                        let share = (budget - spent) / Double(width)
                        task.request.limits.budget.picodollars = max(1, Int64(share * 1e12))
                    }
                    group.addTask { try await Self.result(of: task, in: studio) }
                }
                for _ in 0..<width { begin() }
                while let result = try await group.next() {
                    if result.currency == .usd { spent += result.outcome.cost ?? 0 }
                    try take(result)
                    begin()
                }
            }
            return tasks.count - next
        }
    }

    private static func result(of task: Task, in studio: Studio) async throws -> Result {
        let state = try await studio.answer(task.request)
        let output = state.answeringText
        let grade =
            if let output { await task.item.grade(output) } else { Grade(.unreadable) }
        let spent = state.spent.cost
        // In one evaluation there is one currency: where anybody costs money, specialists cost none.
        let isReal = state.pool.contains { $0.price?.currency == .usd || $0.provider != "embedded" }
        let units = Double(isReal ? spent.picodollars : spent.nominal) / 1e12
        // What runs on this machine costs nothing unless a price says so.
        let isKnown =
            !spent.hasUnknown
            || state.attempts.allSatisfy { attempt in
                attempt.price != nil || state.worker(named: attempt.worker)?.isLocal == true
            }
        let steps = state.steps.filter { !$0.isDeleted }
        return Result(
            task: task,
            outcome: ItemOutcome(
                item: task.item.id,
                worth: grade.isRight ? 1 : 0,
                isReadable: grade.verdict != .unreadable,
                cost: isKnown ? units : nil,
                workers: steps.map(\.step.worker),
                tokens: state.spent.usage.totalInput + state.spent.usage.output,
                seconds: state.openedAt.flatMap { start in
                    state.attempts.compactMap(\.endedAt).max().map { ($0 - start).inSeconds }
                },
                answer: grade.answer,
                session: state.id.rawValue
            ),
            grade: grade,
            output: output,
            currency: isReal ? .usd : .nominal,
            failure: failure(state, grade)
        )
    }

    private static func failure(_ state: SessionState, _ grade: Grade) -> String? {
        if case .refused(let reason) = grade.verdict { return reason }
        guard let closed = state.closed else { return "the session did not come to its end" }
        if closed.outcome == .cancelled { return "it was broken off" }
        if closed.outcome == .budget { return "the budget was used up" }
        // A worker that cannot be reached is no worse for it.
        let faults = state.attempts.compactMap { attempt -> ProviderError? in
            if case .failed(let error) = attempt.status { error } else { nil }
        }
        return closed.answer == nil ? faults.last?.description : nil
    }
}

/// Lines that are appended to a file as they come, so that what was paid for is never lost.
final class LineFile: Sendable {
    private let handle: FileHandle

    /// - Throws: `Failure` when it cannot be written.
    init(_ path: String) throws {
        if !FileManager.default.fileExists(atPath: path) {
            _ = FileManager.default.createFile(atPath: path, contents: nil)
        }
        guard let handle = FileHandle(forWritingAtPath: path) else {
            throw Failure("\(path) cannot be written.", status: .usage)
        }
        // A line that was cut off, or written by hand, may lack its end.
        if handle.seekToEndOfFile() > 0 {
            let last = FileManager.default.contents(atPath: path)?.last
            if last != 0x0A { handle.write(Data("\n".utf8)) }
        }
        self.handle = handle
    }

    func append(_ line: String) throws {
        try handle.write(contentsOf: Data(line.utf8))
    }
}
