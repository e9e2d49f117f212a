import CellUI
import Foundation
import PodiumCore
import Synchronization

/// Reads overrides from standard input, a line each, while a plain run goes on.
struct DecisionReader {
    private final class Lines: Sendable {
        let waiting = Mutex<[String]>([])
    }

    /// The session as far as it was shown: what the decisions rest on.
    var state: SessionState
    private let lines = Lines()
    private var isIntroduced = false
    /// The decision that is not answered yet.
    private var pending: String?

    /// A reader for a run that asks a person, and none for one that does not: nothing is read from
    /// standard input without need.
    init?(policy: RunPolicy?, waker: EventWaker) {
        guard let policy, policy.asksApproval || policy.onFailure == .ask else { return nil }
        self.init(waker: waker)
    }

    private init(waker: EventWaker) {
        state = SessionState(id: SessionID(rawValue: ""))
        let lines = lines
        // A thread of its own, since reading a line blocks; it ends with the process.
        let thread = Thread {
            while let line = readLine() {
                lines.waiting.withLock { $0.append(line) }
                waker.wake()
            }
        }
        thread.start()
    }

    /// The next thing typed, once the one before is answered: each rests on what that led to. What
    /// is no override is told on standard error.
    mutating func nextDecision() -> OverrideRequest? {
        introduce()
        // Before there are steps, words about them mean nothing yet: they wait.
        guard !state.steps.isEmpty, pending.map(state.answeredRequests.contains) ?? true else {
            return nil
        }
        while let line = nextLine() {
            do throws(OverrideWords.Failure) {
                let override = try OverrideWords.read(line: line, in: state)
                let id = UUID().uuidString.lowercased()
                pending = id
                return OverrideRequest(
                    id: id,
                    author: Person.name,
                    basedOn: state.sequence,
                    override
                )
            } catch {
                StandardStream.error.write(
                    "\(visible(error.description, keepingNewlines: false))"
                        + " podium override --help lists what there is.\n"
                )
            }
        }
        return nil
    }

    private func nextLine() -> String? {
        lines.waiting.withLock { lines in
            lines.removeAll { $0.allSatisfy(\.isWhitespace) }
            return lines.isEmpty ? nil : lines.removeFirst()
        }
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

/// Who decides here.
enum Person {
    /// The login name, so that of two people each is told apart.
    static var name: String {
        let name = ProcessInfo.processInfo.environment["USER"] ?? ""
        return name.isEmpty ? "person" : name
    }
}
