import Foundation
import PodiumCore
import PodiumStudio

/// A studio over a directory of its own, with the embedded workers.
final class StudioBench: Sendable {
    let places: Places
    private let directory: URL

    init(configuration: String? = nil) throws {
        let directory = FileManager.default.temporaryDirectory
            .appending(path: "podium-studio-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        self.directory = directory
        let path = configuration.map { _ in directory.appending(path: "config.yaml").path }
        if let path { try configuration?.write(toFile: path, atomically: true, encoding: .utf8) }
        places = Places(
            data: directory.appending(path: "data").path,
            configuration: path,
            environment: ["HOME": directory.path]
        )
    }

    deinit { try? FileManager.default.removeItem(at: directory) }

    /// As another process would have it: its own connections and its own locks.
    func studio() throws -> Studio { try Studio(at: places, program: "test") }

    func write(_ text: String, to name: String) throws -> String {
        let path = directory.appending(path: name).path
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }
}

extension SessionFeed {
    /// All that comes until the end, folded, and the end.
    func all() async throws -> (state: SessionState, end: SessionEnd?) {
        var state = SessionState(id: session)
        for try await news in self {
            switch news {
            case .events(let events): for event in events { state.apply(event) }
            case .ended(let end): return (state, end)
            }
        }
        return (state, nil)
    }

    /// The session, as soon as it satisfies the condition; then the feed is left.
    func state(
        when condition: @Sendable (SessionState) -> Bool
    ) async throws -> SessionState {
        var state = SessionState(id: session)
        for try await case .events(let events) in self {
            for event in events {
                state.apply(event)
                if condition(state) { return state }
            }
        }
        return state
    }
}

extension RunRequest {
    /// A question whose plan waits for approval.
    static func held(_ question: String) -> RunRequest {
        var request = RunRequest(question)
        request.policy.asksApproval = true
        return request
    }
}

extension OverrideRequest {
    init(_ override: Override, id: String, basedOn sequence: Int? = nil) {
        self.init(id: id, author: "ann", basedOn: sequence, override)
    }
}
