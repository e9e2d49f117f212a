import FoundationEssentials
public import PodiumCore

/// A recorded session that comes with the program.
public struct Recording: Sendable {
    /// Of its file, in the exchange form.
    public let path: String
    public let summary: SessionSummary

    /// All there are, by name; those that cannot be read are left out.
    public static func all(at places: Places) -> [Recording] {
        guard let directory = places.share.map({ $0 + "/sessions" }),
            let names = try? FileManager.default.contentsOfDirectory(atPath: directory)
        else { return [] }
        return names.sorted().filter { $0.hasSuffix(".jsonl") }
            .compactMap { try? Recording(path: "\(directory)/\($0)") }
    }

    private init?(path: String) throws {
        let session = try StoredSession(path: path)
        var state = SessionState(id: session.id)
        while let event = try session.next() { state.apply(event) }
        guard let opened = state.opened, let openedAt = state.openedAt else { return nil }
        self.path = path
        var workers: [String] = []
        for attempt in state.attempts {
            guard case .step = attempt.agent, !workers.contains(attempt.worker) else { continue }
            workers.append(attempt.worker)
        }
        summary = SessionSummary(
            id: session.id,
            question: opened.question,
            openedAt: openedAt,
            updatedAt: state.updatedAt ?? openedAt,
            eventCount: state.sequence,
            status: SessionSummary.Status(state.closed?.outcome),
            answer: state.closed?.answer,
            usage: state.closed?.usage ?? .zero,
            cost: state.closed?.cost ?? .zero,
            workers: workers
        )
    }
}

extension SessionSummary.Status {
    /// - Parameter outcome: nil for one that has no end.
    fileprivate init(_ outcome: SessionClosed.Outcome?) {
        self =
            switch outcome {
            case .answered: .answered
            case .failed: .failed
            case .cancelled: .cancelled
            case .budget: .budget
            case nil: .interrupted
            }
    }
}
