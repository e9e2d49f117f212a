import FoundationEssentials
import Glibc
import Logging
import PodiumCore
import PodiumEngine
import PodiumStudio
import Synchronization

/// Writes the log to `$XDG_STATE_HOME/podium/podium.log`: the screen belongs to the program.
///
/// It tells what happened and to which session; never a question, an answer or a key. A log that
/// has grown beyond a megabyte is begun anew. Where no log can be written there is none.
struct LogFile: LogHandler {
    private static let sizeLimit = 1 << 20

    private final class Writer: Sendable {
        private let descriptor: Mutex<Int32?>

        init() {
            descriptor = Mutex(nil)
        }

        func write(_ line: String) {
            descriptor.withLock { descriptor in
                let file = descriptor ?? Self.open()
                descriptor = file
                guard file >= 0 else { return }
                var line = line
                line.withUTF8 { bytes in _ = Glibc.write(file, bytes.baseAddress, bytes.count) }
            }
        }

        private static func open() -> Int32 {
            guard let directory = try? Places().state else { return -1 }
            try? FileManager.default.createDirectory(
                atPath: directory,
                withIntermediateDirectories: true
            )
            let path = "\(directory)/podium.log"
            var status = stat()
            // Neither a link to some other file, nor a pipe that nobody reads.
            let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
            let file = Glibc.open(path, flags, 0o600)
            guard file >= 0, fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
                if file >= 0 { close(file) }
                return -1
            }
            if status.st_size > sizeLimit { ftruncate(file, 0) }
            return file
        }
    }

    private let writer: Writer
    private let label: String
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    static func bootstrap() {
        let writer = Writer()
        LoggingSystem.bootstrap { LogFile(writer: writer, label: $0) }
    }

    private init(writer: Writer, label: String) {
        self.writer = writer
        self.label = label
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        let fields = all.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        let time = SystemEnvironment().now().calendar.rfc3339
        writer.write("\(time) \(event.level) \(label): \(event.message)\(fields)\n")
    }
}
