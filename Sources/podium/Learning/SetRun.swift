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
        /// US dollars of the budget that are kept for it.
        var share = 0.0
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
        /// Whether its share of the budget did not reach.
        var isOutOfMoney: Bool
    }

    let studio: Studio
    /// How many at once.
    let width: Int
    /// US dollars in all; nil for no limit.
    let budget: Double?

    /// - Parameter take: is given each result as it comes, one after another.
    /// - Returns: how many were not asked, because the money was spent or a signal came.
    func run(
        _ tasks: [Task],
        isInterrupted: @escaping @Sendable () -> Bool,
        take: @escaping @Sendable (Result) throws -> Void
    ) throws -> Int {
        let (studio, budget) = (studio, budget)
        return try waitForTask {
            var (next, running) = (0, 0)
            // Spent, and kept for those that run: they may need it to the last.
            var (spent, reserved, isSpent) = (0.0, 0.0, false)
            try await withThrowingTaskGroup(of: Result.self) { group in
                func begin() {
                    guard next < tasks.count, !isInterrupted(), !isSpent else { return }
                    var task = tasks[next]
                    if let budget {
                        task.share = (budget - spent - reserved) / Double(width - running)
                        guard task.share > 0 else { return }
                        reserved += task.share
                        task.request.limits.budget.picodollars = max(1, Int64(task.share * 1e12))
                    }
                    next += 1
                    running += 1
                    let asked = task
                    group.addTask { try await Self.result(of: asked, in: studio) }
                }
                for _ in 0..<width { begin() }
                while let result = try await group.next() {
                    running -= 1
                    reserved -= result.task.share
                    if result.currency == .usd { spent += result.outcome.cost ?? 0 }
                    // What is left is too little for one more like it.
                    isSpent = isSpent || result.isOutOfMoney
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
            failure: failure(state, grade),
            isOutOfMoney: state.closed?.outcome == .budget
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
