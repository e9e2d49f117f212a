internal import CCurl
public import Foundation
internal import Glibc
internal import PodiumCore
internal import Synchronization

/// HTTP by libcurl's multi interface, all of it on one thread of its own.
///
/// Connections are kept and used again. Redirects are not followed, so that a key never reaches
/// another host; TLS certificates are verified; proxies are taken from the environment, except for
/// this machine's own servers. The thread ends at `shutdown()` or when the transport is dropped.
public final class HTTPTransport: HTTPClient {
    public struct Settings: Hashable, Sendable {
        public enum Version: String, Sendable {
            /// One connection a stream. The default: HTTP/2 in curl before 8 has known faults with
            /// parallel streams.
            case http1
            /// HTTP/2 over TLS where the server offers it.
            case http2
        }

        public var version: Version
        /// A file of PEM certificates to trust; nil for the system's.
        public var certificateBundle: String?
        public var userAgent: String
        /// At most 15 bytes, the kernel's limit.
        public var threadName: String

        /// - Parameter environment: Searched for `CURL_CA_BUNDLE`, then `SSL_CERT_FILE`, which the
        ///   curl tool reads and its library does not.
        public init(
            version: Version = .http1,
            environment: [String: String] = ProcessInfo.processInfo.environment,
            userAgent: String = "podium",
            threadName: String = "podium-http"
        ) {
            self.version = version
            self.certificateBundle = ["CURL_CA_BUNDLE", "SSL_CERT_FILE"]
                .compactMap { environment[$0] }.first { !$0.isEmpty }
            self.userAgent = userAgent
            self.threadName = threadName
        }
    }

    private let mailbox: TransferMailbox
    /// Nil once the thread has been joined.
    private let thread: Mutex<pthread_t?>

    public init(_ settings: Settings = Settings()) {
        // Once a process, and safe from any thread since curl 7.84.
        curl_global_init(Int(CURL_GLOBAL_DEFAULT))
        let multi = curl_multi_init().map(MultiHandle.init)
        mailbox = TransferMailbox(multi: multi)
        thread = Mutex(nil)
        guard let multi else { return }
        let mailbox = mailbox
        let started = startThread(named: settings.threadName) {
            TransferLoop(multi: multi, mailbox: mailbox, settings: settings).run()
        }
        if started == nil {
            mailbox.close()
            curl_multi_cleanup(multi.pointer)
        }
        thread.withLock { $0 = started }
    }

    deinit { shutdown() }

    /// The versions of libcurl and of its TLS library, as in `7.88.1 (OpenSSL/3.0.19)`.
    public static var libraryVersion: String {
        guard let info = ccurl_version_info() else { return "unknown" }
        let tls = info.pointee.ssl_version.map { String(cString: $0) } ?? "no TLS"
        return "\(String(cString: info.pointee.version)) (\(tls))"
    }

    public func start(_ request: HTTPRequest) -> HTTPExchange {
        let id = mailbox.makeID()
        let exchange = HTTPExchange { [mailbox] wish in mailbox.post(.wish(wish, id)) }
        if !mailbox.post(.start(request, id, exchange)) {
            exchange.finish(
                throwing: ProviderError(
                    .connection,
                    "The network connection of this program has been shut down.",
                    isRetryable: false
                )
            )
        }
        return exchange
    }

    /// Fails what is under way, closes all connections and waits for the thread to end, which
    /// takes milliseconds.
    public func shutdown() {
        let joined = thread.withLock { thread in
            defer { thread = nil }
            return thread
        }
        guard let joined else { return }
        mailbox.post(.shutdown)
        pthread_join(joined, nil)
    }
}
