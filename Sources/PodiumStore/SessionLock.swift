import Glibc
import PodiumCore

/// Ownership of one session: an exclusive `flock` on its lock file.
///
/// The kernel gives the lock back when the process ends, however it ends. The owner removes the
/// file before it lets go, so that the directory does not fill up. That is free of races because
/// whoever obtains a lock checks that the file it has locked is still the one at the path: if the
/// previous owner removed it in between, the lock is worthless and the claim starts again.
final class SessionLock: SessionOwnership {
    private let descriptor: CInt
    private let path: String

    private init(descriptor: CInt, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit {
        if Self.isFile(descriptor, at: path) { unlink(path) }
        close(descriptor)
    }

    /// Claims the lock file at `path`, without waiting for another owner.
    ///
    /// - Parameter pause: Called when someone was only looking, before the next try.
    static func acquire(
        path: String,
        session: SessionID,
        pause: () -> Void = { sched_yield() }
    ) throws(StoreError) -> SessionLock {
        var collisions = 0
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard descriptor >= 0 else { throw unreachable(path, errno) }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
                if isFile(descriptor, at: path) {
                    return SessionLock(descriptor: descriptor, path: path)
                }
                close(descriptor)
                continue
            }
            let code = errno
            // A shared lock can be had when no one owns the session and only `isHeld` is looking,
            // which takes a few microseconds.
            let isOnlyObserved =
                code == EWOULDBLOCK && flock(descriptor, LOCK_SH | LOCK_NB) == 0
            close(descriptor)
            guard code == EWOULDBLOCK else { throw unreachable(path, code) }
            collisions += 1
            guard isOnlyObserved, collisions < 10_000 else {
                throw StoreError(
                    .alreadyOwned,
                    "Session \(session) is being run by a live Podium process.",
                    advice: "Watch it from here, or end the other process first."
                )
            }
            pause()
        }
    }

    /// Whether a live process owns the lock file at `path`. Creates nothing.
    static func isHeld(path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }

    private static func isFile(_ descriptor: CInt, at path: String) -> Bool {
        var mine = stat()
        var current = stat()
        return fstat(descriptor, &mine) == 0 && lstat(path, &current) == 0
            && mine.st_ino == current.st_ino && mine.st_dev == current.st_dev
    }

    private static func unreachable(_ path: String, _ code: CInt) -> StoreError {
        StoreError(
            code == EROFS || code == EACCES ? .readOnly : .unreachable,
            "Cannot lock \(path): \(systemMessage(code)).",
            advice: "Running a session needs a data directory that this user may write."
        )
    }
}

extension SessionID {
    /// Ids come from command lines and imported files, and name a lock file: no path may hide there.
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
