import Foundation
import Glibc
import PodiumCore
import PodiumTesting
import Testing

@testable import PodiumProviders

private let opensslPath = ["/usr/bin/openssl", "/usr/local/bin/openssl", "/bin/openssl"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

/// A server whose certificate nobody has signed but itself.
@Suite(.enabled(if: opensslPath != nil, "there is no openssl"), .timeLimit(.minutes(15)))
final class CertificateTests {
    private let directory: String
    private let server: pid_t
    private let port: Int

    init() async throws {
        let openssl = try #require(opensslPath)
        directory = "/tmp/podium-tls-\(UUID().uuidString)"
        port = try Self.freePort()
        try FileManager.default.createDirectory(
            atPath: directory,
            withIntermediateDirectories: false
        )
        let files = "-cert \(directory)/cert.pem -key \(directory)/key.pem"
        let line = try await ShellCommand.firstLine(
            of: """
                \(openssl) req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost \
                -addext subjectAltName=DNS:localhost -keyout \(directory)/key.pem \
                -out \(directory)/cert.pem </dev/null >/dev/null 2>&1 && { \(openssl) s_server \
                -accept 127.0.0.1:\(port) \(files) -www </dev/null >/dev/null 2>&1 & echo $!; }
                """
        )
        server = try #require(pid_t(line))
    }

    deinit {
        kill(server, SIGTERM)
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// A port that was free a moment ago: openssl tells its own too late.
    private static func freePort() throws -> Int {
        let probe = try LoopbackServer { _ in }
        return probe.port
    }

    /// The answer once the server listens.
    private func ask(_ host: String, trusting file: String?) async -> Result<Int, ProviderError> {
        for _ in 0..<200 {
            let answer = await askOnce(host, trusting: file)
            guard case .failure(let error) = answer, error.message.hasPrefix("Cannot connect")
            else {
                return answer
            }
            try? await Task.sleep(for: .milliseconds(50))
        }
        return await askOnce(host, trusting: file)
    }

    /// The status of a response, or the error.
    private func askOnce(
        _ host: String,
        trusting file: String?
    ) async -> Result<Int, ProviderError> {
        let environment = file.map { ["SSL_CERT_FILE": $0] } ?? [:]
        let transport = HTTPTransport(.init(environment: environment))
        let exchange = transport.start(
            HTTPRequest(method: .get, url: "https://\(host):\(port)/")
        )
        var status = 0
        do {
            while let part = try await exchange.next() {
                if case .head(let head) = part { status = head.status }
            }
            return .success(status)
        } catch let error as ProviderError {
            return .failure(error)
        } catch {
            return .success(-1)
        }
    }

    @Test func `a certificate that nobody trusts is refused, and told how to trust it`()
        async throws
    {
        guard case .failure(let error) = await ask("localhost", trusting: nil) else {
            Issue.record("It was trusted.")
            return
        }
        #expect(error.code == .connection)
        #expect(!error.isRetryable)
        #expect(error.message.contains("The certificate of localhost:\(port) is not trusted"))
        #expect(error.advice?.contains("SSL_CERT_FILE") == true)
    }

    @Test func `a certificate that is trusted by name is accepted, for its own host only`() async {
        #expect(await ask("localhost", trusting: "\(directory)/cert.pem") == .success(200))
        guard case .failure(let error) = await ask("127.0.0.1", trusting: "\(directory)/cert.pem")
        else {
            Issue.record("Another host was trusted.")
            return
        }
        #expect(error.message.contains("is not trusted"))
    }

    @Test func `a file of certificates that is not there is told`() async {
        guard case .failure(let error) = await ask("localhost", trusting: "/nowhere/certs.pem")
        else {
            Issue.record("It went on without.")
            return
        }
        #expect(error.advice?.contains("SSL_CERT_FILE") == true)
    }
}
