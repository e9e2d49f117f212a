import CellUI
import Foundation
import Glibc
import PodiumCore

/// Overrides that a person types, a line each, while a plain run goes on.
struct TypedDecisions {
    /// The session as far as it was shown: what the decisions rest on.
    private var state: SessionState
    private var lines: [String] = []
    private var isIntroduced = false
    /// The decision that is not answered yet.
    private var pending: String?

    /// - Parameter typed: gets each line of standard input, on a thread of its own, since reading one
    ///   blocks; it ends with the process.
    init(session: SessionID, typed: @escaping @Sendable (String) -> Void) {
        state = SessionState(id: session)
        // In the background of a terminal nobody types here, and to ask it would stop the run: it is asked
        // again now and then, should the run come to the foreground.
        signal(SIGTTIN, SIG_IGN)
        Thread { Self.readLines(typed) }.start()
    }

    private static func readLines(_ typed: (String) -> Void) {
        var pending: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = read(STDIN_FILENO, &chunk, chunk.count)
            if count > 0 {
                pending += chunk[..<count]
                while let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
                    typed(String(decoding: pending[..<end], as: UTF8.self))
                    pending.removeSubrange(...end)
                }
            } else if count < 0, errno == EIO, isatty(STDIN_FILENO) == 1 {
                sleep(1)
            } else if count == 0 || errno != EINTR {
                if !pending.isEmpty { typed(String(decoding: pending, as: UTF8.self)) }
                return
            }
        }
    }

    /// Whether a run under this policy asks a person: nothing is read from standard input without
    /// need.
    static func areAsked(by policy: RunPolicy) -> Bool {
        policy.asksApproval || policy.onFailure == .ask
    }

    mutating func add(_ line: String) {
        if !line.allSatisfy(\.isWhitespace) { lines.append(line) }
    }

    mutating func apply(_ event: Event) { state.apply(event) }

    /// The next thing typed, once the one before is answered: each rests on what that led to. What
    /// is no override is told on standard error.
    mutating func next() -> OverrideRequest? {
        introduce()
        // Before there are steps, words about them mean nothing yet: they wait.
        guard !state.steps.isEmpty, pending.map(state.answeredRequests.contains) ?? true else {
            return nil
        }
        while !lines.isEmpty {
            do throws(OverrideWords.Failure) {
                let override = try OverrideWords.read(line: lines.removeFirst(), in: state)
                let request = Person.request(override, basedOn: state.sequence)
                pending = request.id
                return request
            } catch {
                StandardStream.error.write(
                    "\(visible(error.description, keepingNewlines: false))"
                        + " podium override --help lists what there is.\n"
                )
            }
        }
        return nil
    }

    /// Says once, where a person looks, what can be typed.
    private mutating func introduce() {
        guard !isIntroduced, waitsForPerson else { return }
        isIntroduced = true
        StandardStream.error.write(
            "Type approve, or another override such as reroute 2 WORKER, edit 1 SUBTASK, finish.\n"
        )
    }

    private var waitsForPerson: Bool {
        state.workflows.contains { $0.awaitsApproval }
            || state.steps.contains { if case .asking = $0.status { true } else { false } }
    }
}
