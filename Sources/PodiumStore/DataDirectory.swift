import Glibc
import PodiumCore

/// Where the store keeps its files: `podium.sqlite` (with SQLite's `-wal` and `-shm` beside it) and
/// `locks/`, where a file tells which sessions are being run.
struct DataDirectory: Hashable, Sendable {
    /// Absolute, so that a later change of the working directory means nothing.
    let path: String

    init(path: String) {
        guard !path.hasPrefix("/"), let here = getcwd(nil, 0) else {
            self.path = path
            return
        }
        defer { free(here) }
        self.path = String(cString: here) + "/" + path
    }

    var databasePath: String { path + "/podium.sqlite" }
    var writeAheadLogPath: String { databasePath + "-wal" }
    var locksPath: String { path + "/locks" }

    var lockPath: String { locksPath + "/sessions.lock" }

    /// Creates the directories that are missing, for their owner alone (0700).
    func createDirectories() throws(StoreError) {
        var prefix = ""
        for component in path.split(separator: "/") {
            prefix += "/\(component)"
            try makeDirectory(prefix)
        }
        try makeDirectory(locksPath)
    }

    /// Creates the database file if it is missing (0600; SQLite gives `-wal` and `-shm` the same
    /// mode) and makes sure that it may be written. Call it inside `whileOpening`.
    ///
    /// An existing file is only asked about, never opened: closing any descriptor of a file drops
    /// every POSIX lock that this process has on it, SQLite's own included.
    func createDatabaseFile() throws(StoreError) {
        try requireEntry()
        for path in [databasePath, writeAheadLogPath, databasePath + "-shm", lockPath] {
            try requireFile(path)
        }
        if access(databasePath, F_OK) != 0 {
            let descriptor = open(databasePath, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw cannot("create", databasePath, errno) }
            close(descriptor)
        }
        for needed in [databasePath, path, locksPath] where access(needed, W_OK) != 0 {
            throw cannot("write", needed, errno)
        }
    }

    /// A pipe or a device would be waited for without end.
    func requireFile(_ path: String) throws(StoreError) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return }
        throw StoreError(
            .unreachable,
            "\(path) is not a file.",
            advice: "Move it away, or choose another data directory."
        )
    }

    private func makeDirectory(_ path: String) throws(StoreError) {
        // Asked first: for a directory that exists, mkdir may report a read-only file system.
        if isDirectory(path) { return }
        guard mkdir(path, 0o700) != 0 else { return }
        let code = errno
        // Another process may have made it a moment ago.
        if code == EEXIST, isDirectory(path) { return }
        throw cannot("create the directory", path, code == EEXIST ? ENOTDIR : code)
    }

    private func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Makes sure that this user may look into the directory, if it exists.
    func requireEntry() throws(StoreError) {
        if isDirectory(path), access(path, R_OK | X_OK) != 0 { throw cannot("read", path, errno) }
        if access(databasePath, F_OK) == 0, access(databasePath, R_OK) != 0 {
            throw cannot("read", databasePath, errno)
        }
    }

    /// Whose the directory is; nil when it is this user's, or that cannot be told.
    private var owner: String? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_uid != geteuid() else { return nil }
        guard let entry = getpwuid(status.st_uid) else { return "user \(status.st_uid)" }
        return String(cString: entry.pointee.pw_name)
    }

    private func cannot(_ verb: String, _ path: String, _ code: CInt) -> StoreError {
        let message = "Cannot \(verb) \(path): \(systemMessage(code))."
        switch code {
        case EACCES,
            EPERM where owner != nil:
            return StoreError(
                .unreachable,
                "\(message) \(self.path) belongs to \(owner ?? "another user").",
                advice: "Choose a data directory of this user's own (--data, PODIUM_DATA)."
            )
        case EROFS, EACCES, EPERM:
            return StoreError(
                .readOnly,
                message,
                advice: "Make \(self.path) writable for this user, or choose another data"
                    + " directory; sessions stored there can still be listed and replayed."
            )
        case ENOSPC, EDQUOT:
            return StoreError(.full, message, advice: "Free some space there.")
        default:
            return StoreError(
                .unreachable,
                message,
                advice: "Choose a data directory that exists or can be created."
            )
        }
    }
}

extension DataDirectory {
    /// Runs `body` while no other process is opening the same store.
    ///
    /// Creating the file, switching it to WAL and migrating it are several transactions; SQLite's
    /// own locks keep each whole, but not the row of them.
    ///
    /// - Parameter onWait: told when another one is.
    /// - Throws: `StoreError` also when that takes longer than `openingPatience`.
    func whileOpening<Value>(
        onWait: (String) -> Void,
        _ body: () throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        let descriptor = open(locksPath, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw cannot("open", locksPath, errno) }
        defer { close(descriptor) }
        let start = ContinuousClock.now
        var hasTold = false
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            guard errno == EWOULDBLOCK else { throw cannot("lock", locksPath, errno) }
            let waited = ContinuousClock.now - start
            guard waited < Self.openingPatience else {
                throw StoreError(
                    .busy,
                    "Another process has been opening \(databasePath) for \(Self.openingPatience).",
                    advice:
                        "It may be bringing it up to date. Look whether a Podium hangs, and end it."
                )
            }
            if !hasTold, waited > .seconds(1) {
                hasTold = true
                onWait(
                    "Waiting for the database, which another process is opening: \(databasePath)"
                )
            }
            usleep(20_000)
        }
        return try body()
    }

    /// Bringing a large store up to date takes its time.
    private static let openingPatience = Duration.seconds(60)

    /// Bytes of a file; zero when it does not exist.
    func size(of path: String) -> Int64 {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : 0
    }
}

/// The operating system's words for an `errno` value.
func systemMessage(_ code: CInt) -> String {
    guard let text = strerror(code) else { return "error \(code)" }
    return String(cString: text)
}
