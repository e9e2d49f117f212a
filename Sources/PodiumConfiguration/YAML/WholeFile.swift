internal import Glibc

/// Files that are written whole or not at all: beside their place first, and then into it, so that nobody
/// ever reads a part.
public enum WholeFile {
    /// Why a file cannot be written: what the system says.
    public struct Failure: Error, Hashable, CustomStringConvertible {
        public let description: String
    }

    /// - Parameter mode: who may read it: only its owner, where nothing else is said.
    public static func replace(
        _ path: String,
        with bytes: [UInt8],
        mode: UInt32 = 0o600
    ) throws(Failure) {
        var template = Array("\(path).XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw Failure(errno) }
        let isDone =
            write(bytes, to: descriptor) && fchmod(descriptor, mode) == 0
            && fsync(descriptor) == 0 && rename(template, path) == 0
        let number = errno
        close(descriptor)
        guard isDone else {
            unlink(template)
            throw Failure(number)
        }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            rest = rest.dropFirst(count)
        }
        return true
    }
}

extension WholeFile.Failure {
    fileprivate init(_ number: Int32) { description = String(cString: strerror(number)) }
}
