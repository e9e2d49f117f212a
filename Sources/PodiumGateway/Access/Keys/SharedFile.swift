internal import Glibc
internal import PodiumConfiguration

/// A small file that several processes read and change: written whole, through a file beside it, while
/// nobody else writes.
struct SharedFile {
    let path: String
    /// Held while it is changed. A file of its own, since the other is replaced.
    let lockPath: String

    /// What tells one state of a file from another without reading it.
    struct Stamp: Hashable {
        private let (device, inode, size): (UInt, UInt, Int)
        private let (seconds, nanoseconds): (Int, Int)

        init(_ status: stat) {
            (device, inode) = (UInt(status.st_dev), UInt(status.st_ino))
            size = Int(status.st_size)
            (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
        }
    }

    /// Nil when there is none.
    var stamp: Stamp? {
        var status = stat()
        return stat(path, &status) == 0 ? Stamp(status) : nil
    }

    private static let sizeLimit = 16 << 20

    /// Nil when there is none.
    func read() throws(KeyFileError) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw failure("cannot be read", errno)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw KeyFileError(description: "\(path) is not a file. Move it away.")
        }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure("cannot be read", errno)
            }
            bytes += chunk.prefix(count)
            guard bytes.count <= Self.sizeLimit else {
                throw KeyFileError(
                    description: "\(path) is larger than any such file. Move it away."
                )
            }
        }
    }

    /// Reads and writes with nobody else between.
    func whileLocked<Value>(
        _ body: () throws(KeyFileError) -> Value
    ) throws(KeyFileError) -> Value {
        let descriptor = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("cannot be locked", errno) }
        defer { close(descriptor) }
        let start = ContinuousClock.now
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EINTR || errno == EWOULDBLOCK else {
                throw failure("cannot be locked", errno)
            }
            guard ContinuousClock.now - start < Self.patience else {
                throw KeyFileError(
                    description: "Another process holds \(lockPath). Look whether a Podium hangs."
                )
            }
            usleep(2_000)
        }
        return try body()
    }

    private static let patience = Duration.seconds(10)

    /// Call it inside `whileLocked`. Only its owner may read the file.
    func replace(with bytes: [UInt8]) throws(KeyFileError) {
        do {
            try WholeFile.replace(path, with: bytes)
        } catch {
            throw KeyFileError(description: "\(path) cannot be written: \(error).")
        }
    }

    private func failure(_ what: String, _ number: Int32) -> KeyFileError {
        KeyFileError(description: "\(path) \(what): \(String(cString: strerror(number))).")
    }
}
