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
        return ProviderPool(providers)
    }

    private func provider(
        _ settings: ProviderSettings,
        over transport: HTTPTransport
    ) throws -> ModelProvider {
        let root: APIRoot
        do throws(APIRoot.Invalid) {
            root = try APIRoot(settings.baseURL.text)
        } catch {
            throw Failure("providers.\(settings.name).base_url: \(error)", status: .usage)
        }
        return ModelProvider(
            ModelProvider.Configuration(
                name: settings.name,
                dialect: settings.wireDialect,
                baseURL: root,
                key: settings.key,
                keyField: settings.keyHeader.map { KeyField($0) },
                allowInsecure: settings.allowsInsecure,
                headers: settings.headers.map { HTTPHeader($0.name, $0.value) },
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

extension ProviderSettings {
    fileprivate var wireDialect: any PodiumProviders.Dialect {
        switch dialect {
        case .openAIChat, .openAIResponses, .anthropic, .gemini:
            ChatDialect(
                tokenLimitName: ChatDialect.TokenLimitName(rawValue: tokenLimit.rawValue)
                    ?? .maxTokens,
                asksForUsage: asksForUsage
            )
        }
    }
}
