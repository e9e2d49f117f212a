import PodiumCore
import PodiumStore
import PodiumStudio

@testable import PodiumGateway

extension GatewayBench {
    /// The session whose plan waits for a person, as soon as there is one.
    func held(besides other: SessionID? = nil) async throws -> SessionID {
        while true {
            let sessions = try studio.store.sessions(limit: 9)
            if let id = sessions.first(where: { $0.id != other })?.id {
                _ = try await studio.follow(id).folded {
                    $0.workflows.contains(where: \.awaitsApproval)
                }
                return id
            }
            try await Task.sleep(for: .milliseconds(2))
        }
    }
}

extension SessionFeed {
    /// The session as soon as it satisfies a condition, or at its end.
    func folded(
        until condition: @Sendable (SessionState) -> Bool = { _ in false }
    ) async throws -> (state: SessionState, end: SessionEnd?) {
        var state = SessionState(id: session)
        for try await news in self {
            switch news {
            case .events(let events):
                for event in events {
                    state.apply(event)
                    if condition(state) { return (state, nil) }
                }
            case .ended(let end): return (state, end)
            }
        }
        return (state, nil)
    }
}
