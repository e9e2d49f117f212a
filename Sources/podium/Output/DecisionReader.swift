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
    private var count = 0

    init(waker: EventWaker) {
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

    /// What was typed since it was last asked. What is no override is told on standard error.
    mutating func decisions() -> [OverrideRequest] {
        introduce()
        // Before there are steps, words about them mean nothing yet: they wait.
        guard !state.steps.isEmpty else { return [] }
        let typed = lines.waiting.withLock { lines in
            defer { lines = [] }
            return lines
        }
        return typed.filter { $0.contains { !$0.isWhitespace } }.compactMap { line in
            do throws(OverrideWords.Failure) {
                let override = try OverrideWords.read(line: line, in: state)
                count += 1
                return OverrideRequest(
                    id: "typed-\(getpid())-\(count)",
                    author: Person.name,
                    basedOn: state.sequence,
                    override
                )
            } catch {
                StandardStream.error.write(
                    "\(visible(error.description, keepingNewlines: false))"
                        + " podium override --help lists what there is.\n"
                )
                return nil
            }
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
