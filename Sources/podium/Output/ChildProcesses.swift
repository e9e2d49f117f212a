import FoundationEssentials
import Glibc
import Synchronization

/// The programs that this one has started, with all that those have started: a command for a key, an
/// editor, a shell between. They end with it.
enum ChildProcesses {
    /// The children of whoever became this process by `exec`: a shell's jobs are not ours to end.
    private static let inherited = Mutex<Set<pid_t>>([])

    /// Called before anything is started.
    static func prepare() {
        guard areThere else { return }
        let own = children()[getpid()] ?? []
        inherited.withLock { $0 = Set(own) }
    }

    /// Asks them to end as a terminal does that is closed.
    static func end() {
        guard areThere else { return }
        for child in descendants() {
            kill(child, SIGHUP)
            // One that was stopped hears nothing.
            kill(child, SIGCONT)
            kill(child, SIGTERM)
        }
    }

    private static var areThere: Bool {
        var info = siginfo_t()
        return waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0
    }

    private static func descendants() -> [pid_t] {
        let children = children()
        let inherited = inherited.withLock { $0 }
        var (found, next) = ([pid_t](), [getpid()])
        while let process = next.popLast() {
            let own = (children[process] ?? []).filter { !inherited.contains($0) }
            found += own
            next += own
        }
        return found
    }

    /// All processes by their parents.
    private static func children() -> [pid_t: [pid_t]] {
        var children: [pid_t: [pid_t]] = [:]
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        for process in names.compactMap(pid_t.init) {
            if let parent = parent(of: process) { children[parent, default: []].append(process) }
        }
        return children
    }

    /// The fourth field of `/proc/PID/stat` (proc(5)). The second, a name, may hold anything.
    private static func parent(of process: pid_t) -> pid_t? {
        guard let data = FileManager.default.contents(atPath: "/proc/\(process)/stat"),
            let end = data.lastIndex(of: UInt8(ascii: ")"))
        else { return nil }
        let fields = data[data.index(after: end)...].split(separator: UInt8(ascii: " "))
        return fields.count > 1 ? pid_t(String(decoding: fields[1], as: UTF8.self)) : nil
    }
}
