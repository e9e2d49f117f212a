import PodiumConfiguration
import PodiumCore
import PodiumEngine
import PodiumPolicy
import PodiumProviders
import PodiumSpecialists

/// Makes the providers that a configuration names, on one network thread.
struct ProviderFactory {
    let configuration: Configuration
    /// Pieces a second of in-process workers; 0 is as fast as they are.
    let pace: Double

    /// - Throws: `Failure` when an address cannot be used.
    func pool() throws -> ProviderPool {
        var providers: [String: any Provider] = [
            SpecialistProvider.name: SpecialistProvider(
                pace: ReplyPace(piecesPerSecond: pace)
            ),
            EmbeddedConductor.name: EmbeddedConductor(pace: ReplyPace(piecesPerSecond: pace)),
        ]
        // No network thread on a machine that calls nobody.
        guard !configuration.providers.isEmpty else { return ProviderPool(providers) }
        let transport = HTTPTransport()
        for settings in configuration.providers {
            providers[settings.name] = try provider(settings, over: transport)
        }
        var workers: [String: any Provider] = [:]
        for worker in configuration.workers
        where worker.temperature != nil || worker.maxTokens != nil {
            guard let settings = configuration.provider(named: worker.worker.provider) else {
                continue
            }
            workers[worker.worker.name] = try provider(settings, for: worker, over: transport)
        }
        return ProviderPool(providers, workers: workers)
    }

    private func provider(
        _ settings: ProviderSettings,
        for worker: WorkerSettings? = nil,
        over transport: HTTPTransport
    ) throws -> ModelProvider {
        let root: APIRoot
        do throws(APIRoot.Invalid) {
            root = try APIRoot(settings.baseURL.text)
        } catch {
            throw Failure("providers.\(settings.name).base_url: \(error)", status: .usage)
        }
        let options = ModelOptions(
            temperature: worker?.temperature,
            maxTokens: worker?.maxTokens,
            extraHeaders: settings.headers.map { HTTPHeader($0.name, $0.value) }
        )
        return ModelProvider(
            ModelProvider.Configuration(
                name: settings.name,
                baseURL: root,
                key: KeySource(settings.key),
                allowInsecure: settings.allowsInsecure,
                options: options,
                limits: HTTPLimits(
                    connect: settings.timeouts.connect,
                    idle: settings.timeouts.idle,
                    total: settings.timeouts.total
                )
            ),
            client: transport
        )
    }
}

extension KeySource {
    fileprivate init(_ source: ProviderSettings.KeySource) {
        switch source {
        case .none: self = .none
        case .environment(let name): self = .environment(name)
        case .command(let command): self = .command(command)
        }
    }
}
