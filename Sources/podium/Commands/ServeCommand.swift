import ArgumentParser
import Logging
import PodiumGateway
import PodiumStudio

/// `podium serve`: the endpoint.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve an endpoint behind which each request is a workflow.",
        discussion: """
            Clients of OpenAI's and Anthropic's APIs ask it by changing one address. Each request is a \
            session like any other: watch and steer it in the workbench, find it in the history.

            Once there are keys (`podium keys add NAME`) every request needs one.

            Models are podium, podium-mini, podium-ultra, podium-POOL, and each worker by its name.

            Ends on Ctrl-C or SIGTERM: no further requests are taken, those under way have a while \
            to end, and a second signal ends it at once.
            """
    )

    @OptionGroup var places: PlaceOptions
    @OptionGroup var options: ServeOptions

    func run() throws {
        let settings = try options.settings(at: places.resolved)
        let studio = try places.studio()
        let signals = StopRequest()
        StopSignals.hear(isPatient: true) { _ in signals.stop() }
        try waitForTask { [options] in
            let endpoint = try await Endpoint(options, settings, studio: studio)
            StandardStream.output.write("podium: serving at \(endpoint.address)\n")
            await signals.wait()
            await endpoint.stopListening()
            StandardStream.error.write("podium: ending; runs under way have \(options.grace) s.\n")
            await endpoint.end(within: options.grace)
        }
    }
}

/// Where and how the endpoint serves.
struct ServeOptions: ParsableArguments {
    @Option(help: "The address to listen at.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen at; 0 takes a free one.")
    var port = 7634

    @Option(help: ArgumentHelp("Runs at once; further requests wait.", valueName: "count"))
    var sessions = 32

    @Option(help: ArgumentHelp("Requests that may wait for a run.", valueName: "count"))
    var waiting = 256

    @Option(help: ArgumentHelp("How long a run may take.", valueName: "seconds"))
    var timeLimit = 3_600

    @Option(help: ArgumentHelp("How long runs have to end after a signal.", valueName: "seconds"))
    var grace = 30

    @Option(help: ArgumentHelp("The longest request that is read.", valueName: "MiB"))
    var maxBody = 32

    @Flag(help: "Hold every plan until a person approves it.")
    var ask = false

    @Flag(help: "Go on with runs whose clients have gone.")
    var keepRuns = false

    @Option(
        help: ArgumentHelp(
            "A further name by which the server may be addressed.",
            valueName: "name"
        )
    )
    var allowHost: [String] = []

    @Option(
        help: ArgumentHelp("Let pages of this origin ask; * is any.", valueName: "origin")
    )
    var allowOrigin: [String] = []

    var limits: HTTPServer.Limits {
        var limits = HTTPServer.Limits()
        limits.bodyBytes = maxBody << 20
        limits.connections = max(4_096, 2 * (sessions + waiting))
        return limits
    }

    func validate() throws {
        func require(_ isGood: Bool, _ what: String) throws {
            if !isGood { throw ValidationError(what) }
        }
        try require((0...65_535).contains(port), "--port is a number from 0 to 65535.")
        try require((1...10_000).contains(sessions), "--sessions is a number from 1 to 10000.")
        try require((0...100_000).contains(waiting), "--waiting is a number from 0 to 100000.")
        try require((1...86_400).contains(timeLimit), "--time-limit is from 1 to 86400 seconds.")
        try require((0...3_600).contains(grace), "--grace is from 0 to 3600 seconds.")
        try require((1...1_024).contains(maxBody), "--max-body is from 1 to 1024 MiB.")
    }

    /// - Parameter places: where the clients' keys are.
    func settings(at places: Places) throws -> GatewaySettings {
        let keys = KeyFile(directory: try places.data)
        let hasKeys = try !keys.keys().isEmpty
        let isOpen = !["127.0.0.1", "::1", "localhost"].contains(host)
        guard !isOpen || hasKeys else {
            throw Failure(
                "\(host) may be reached from other machines, and there are no keys to tell who asks."
                    + " Make one with `podium keys add NAME`, or serve at 127.0.0.1.",
                status: .usage
            )
        }
        var settings = GatewaySettings(program: Podium.program)
        settings.sessions = sessions
        settings.waiting = waiting
        settings.timeLimit = .seconds(timeLimit)
        settings.endsWithClient = !keepRuns
        settings.asksApproval = ask
        settings.hosts = allowHost
        settings.isOpen = isOpen
        settings.keys = keys
        settings.origins = allowOrigin
        return settings
    }
}

/// Lets a task wait until the process is asked to end.
private final class StopRequest: Sendable {
    private let (stops, sink) = AsyncStream.makeStream(of: Void.self)

    func stop() { sink.yield() }

    func wait() async {
        for await _ in stops { return }
    }
}
