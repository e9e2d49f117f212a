internal import PodiumCore
internal import Synchronization

/// What the endpoint counts, told as OpenMetrics 1.0.
final class GatewayFigures: Sendable {
    private struct Series: Hashable, Comparable {
        var route: String
        var status: Int

        static func < (left: Series, right: Series) -> Bool {
            (left.route, left.status) < (right.route, right.status)
        }
    }

    private struct State {
        var requests: [Series: Int] = [:]
        var usage = Usage.zero
        var conducting = Usage.zero
    }

    private let state = Mutex(State())

    func count(_ route: String, status: Int) {
        state.withLock { $0.requests[Series(route: route, status: status), default: 0] += 1 }
    }

    func count(_ route: String, _ reply: Reply) {
        state.withLock { state in
            state.requests[Series(route: route, status: 200), default: 0] += 1
            state.usage += reply.usage
            state.conducting += reply.conducting
        }
    }

    func text(running: Int, waiting: Int) -> String {
        let state = state.withLock { $0 }
        var lines = [
            "# TYPE podium_requests counter", "# HELP podium_requests Requests that were answered.",
        ]
        for (series, count) in state.requests.sorted(by: { $0.key < $1.key }) {
            lines.append(
                "podium_requests_total{route=\"\(series.route)\",status=\"\(series.status)\"} \(count)"
            )
        }
        lines += [
            "# TYPE podium_tokens counter", "# HELP podium_tokens Tokens of all calls.",
            "podium_tokens_total{kind=\"input\"} \(state.usage.totalInput)",
            "podium_tokens_total{kind=\"output\"} \(state.usage.output)",
            "podium_tokens_total{kind=\"conductor_input\"} \(state.conducting.totalInput)",
            "podium_tokens_total{kind=\"conductor_output\"} \(state.conducting.output)",
            "# TYPE podium_runs gauge", "# HELP podium_runs Runs under way and requests that wait.",
            "podium_runs{state=\"running\"} \(running)",
            "podium_runs{state=\"waiting\"} \(waiting)", "# EOF", "",
        ]
        return lines.joined(separator: "\n")
    }
}
