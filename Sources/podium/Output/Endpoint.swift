import PodiumGateway
import PodiumStudio

/// The endpoint of this process, from when it listens to when its last run has ended.
final class Endpoint: Sendable {
    private let server: HTTPServer
    private let gateway: Gateway
    private let studio: Studio

    var address: String { server.address }

    /// Requests whose runs are under way, and those that wait for their turn.
    var underWay: (running: Int, waiting: Int) { gateway.underWay }

    /// - Throws: `Failure` with status 2 when it cannot listen.
    init(_ options: ServeOptions, _ settings: GatewaySettings, studio: Studio) async throws {
        self.studio = studio
        let gateway = Gateway(studio, settings)
        self.gateway = gateway
        do {
            server = try await HTTPServer.start(
                host: options.host,
                port: options.port,
                limits: options.limits,
                admits: gateway.admits,
                handle: gateway.handle
            )
        } catch let failure as HTTPServer.Failure {
            throw Failure("\(failure)", status: .usage)
        }
    }

    func stopListening() async { await server.stopListening() }

    /// Takes no further requests, and waits so long for those under way; then they are interrupted and told.
    func end(within seconds: Int) async {
        await server.stopListening()
        if await !gateway.drain(within: .seconds(seconds)) {
            studio.stop(reason: RunEnd.serverReason)
            _ = await gateway.drain(within: .seconds(5))
        }
        await server.close()
    }
}
