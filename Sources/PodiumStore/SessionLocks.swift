import Glibc
import PodiumCore
import Synchronization

/// Which sessions are being run, and by whom: one lock file, in which each session is a byte.
///
/// The kernel gives the locks back when the process ends, however it ends. A file for each session
/// would cost a descriptor each, of which a process usually has 1,024, and ext4 takes longer over a new
/// file the more have just been deleted: that was half of what a short session cost.
///
/// The locks belong to the open file (`F_OFD_SETLK`), not to the process: two stores of one process
/// keep each other out, and closing another descriptor of the file lets go of nothing.
final class SessionLocks: Sendable {
    private struct State {
        /// Nil until the file is needed.
        var descriptor: CInt?
        /// What this store owns: the kernel does not refuse an owner his own.
        var owned: Set<SessionID> = []
    }

    private let path: String
    private let state = Mutex(State())

    init(path: String) {
        self.path = path
    }

    deinit {
        if let descriptor = state.withLock({ $0.descriptor }) { close(descriptor) }
    }

    /// Claims a session, without waiting for another owner.
    func claim(_ session: SessionID) throws(StoreError) -> SessionLock {
        let code = state.withLock { state -> CInt in
            guard !state.owned.contains(session) else { return EAGAIN }
            let opened = state.descriptor ?? open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard opened >= 0 else { return errno }
            state.descriptor = opened
            guard Self.lock(session, F_WRLCK, OpenFileLock.set, opened) != nil else { return errno }
            state.owned.insert(session)
            return 0
        }
        switch code {
        case 0: return SessionLock(session, of: self)
        case EAGAIN:
            throw StoreError(
                .alreadyOwned,
                "Session \(session) is being run by a live Podium process.",
                advice: "Watch it from here, or end the other process first."
            )
        default:
            throw StoreError(
                code == EROFS || code == EACCES ? .readOnly : .unreachable,
                "Cannot lock \(path): \(systemMessage(code)).",
                advice: "Running a session needs a data directory that this user may write."
            )
        }
    }

    fileprivate func release(_ session: SessionID) {
        state.withLock { state in
            state.owned.remove(session)
            guard let descriptor = state.descriptor else { return }
            _ = Self.lock(session, F_UNLCK, OpenFileLock.set, descriptor)
        }
    }

    /// Whether a live process owns the session. Creates nothing, and keeps nobody from claiming.
    func isHeld(_ session: SessionID) -> Bool { !held(among: [session]).isEmpty }

    /// Those of the sessions that a live process owns.
    func held(among sessions: [SessionID]) -> Set<SessionID> {
        guard !sessions.isEmpty else { return [] }
        return state.withLock { state in
            let owned = Set(sessions.filter(state.owned.contains))
            let descriptor = state.descriptor ?? open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
            guard descriptor >= 0 else { return owned }
            // It may only be read: a claim opens it anew.
            defer { if state.descriptor == nil { close(descriptor) } }
            let foreign = sessions.filter { session in
                !owned.contains(session)
                    && Self.lock(session, F_WRLCK, OpenFileLock.get, descriptor) != F_UNLCK
            }
            return owned.union(foreign)
        }
    }

    /// Asks the kernel for something about a session's byte; the kind of lock that it tells, nil when
    /// it refuses.
    private static func lock(
        _ session: SessionID,
        _ kind: CInt,
        _ command: CInt,
        _ descriptor: CInt
    ) -> CInt? {
        var region = flock()
        region.l_type = Int16(kind)
        region.l_whence = Int16(SEEK_SET)
        region.l_start = session.lockPosition
        region.l_len = 1
        guard fcntl(descriptor, command, &region) == 0 else { return nil }
        return CInt(region.l_type)
    }
}

/// Linux's commands for locks of an open file, which Glibc's module leaves out.
private enum OpenFileLock {
    static let get: CInt = 36
    static let set: CInt = 37
}

/// Ownership of one session.
final class SessionLock: SessionOwnership {
    private let session: SessionID
    private let locks: SessionLocks

    fileprivate init(_ session: SessionID, of locks: SessionLocks) {
        self.session = session
        self.locks = locks
    }

    deinit { locks.release(session) }
}

extension SessionID {
    /// A byte of 2^62, by FNV-1a: with a million sessions the chance that two share theirs is one in
    /// nine million, and then one of the two cannot be run while the other is.
    fileprivate var lockPosition: off_t {
        off_t(rawValue.utf8.fnv1a() >> 2)
    }
}

extension SessionID {
    /// Ids come from command lines and imported files. They stand in messages, in file names that people
    /// give and in commands that they copy: plain words only.
    func checkUsable() throws(StoreError) {
        let isUsable =
            !rawValue.isEmpty && rawValue.utf8.count <= 128
            && rawValue.utf8.first != UInt8(ascii: ".")
            && rawValue.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                    UInt8(ascii: "."):
                    true
                default: false
                }
            }
        guard isUsable else {
            throw StoreError(
                .other,
                "\(rawValue.prefix(128).debugDescription) cannot name a session.",
                advice: "Use letters, digits, hyphens, underscores and points, 128 at most."
            )
        }
    }
}
