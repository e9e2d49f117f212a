public import PodiumConfiguration
public import PodiumCore
import Logging
import PodiumEngine
import PodiumPolicy
public import PodiumProviders
import PodiumSpecialists

/// Makes the providers that a configuration names, on one network thread.
public struct ProviderFactory {
    let configuration: Configuration
    /// Pieces a second of in-process workers; 0 is as fast as they are.
    let pace: Double
    /// Podium's own conductor.
    let conductor: EmbeddedConductor
    /// Gets each exchange with a server, if there is one.
    let recorder: CassetteRecorder?

    /// - Throws: `StudioError` when a cassette cannot be used.
    /// - Parameter store: tells what was spent with a provider that has a budget for the day.
    func pool(
        environment: any RunEnvironment,
        store: any WorkerRecords
    ) throws -> ProviderPool {
        var providers: [String: any Provider] = [
            SpecialistProvider.name: SpecialistProvider(
                pace: ReplyPace(piecesPerSecond: pace)
            ),
            EmbeddedConductor.name: conductor,
        ]
        // No network thread on a machine that calls nobody.
        guard !configuration.providers.isEmpty else { return ProviderPool(providers) }
        let transport = HTTPTransport()
        for settings in configuration.providers {
            switch settings.source {
            case .server(let url):
                providers[settings.name] = Self.server(
                    settings,
                    at: url,
                    over: transport,
                    recorder: recorder
                )
            case .cassette(let file, let isInstant):
                providers[settings.name] = try cassette(
                    settings.name,
                    file,
                    timing: isInstant ? .instant : .recorded,
                    environment
                )
            }
        }
        return ProviderPool(
            providers,
            limits: Dictionary(
                uniqueKeysWithValues: configuration.providers.map { ($0.name, $0.limits) }
            ),
            environment: environment,
            spending: { try store.spending(with: $0, since: $1) }
        )
    }

    private func cassette(
        _ name: String,
        _ file: String,
        timing: CassettePlayer.Timing,
        _ environment: any RunEnvironment
    ) throws -> CassettePlayer {
        do throws(Cassette.Invalid) {
            return CassettePlayer(
                try Cassette(contentsOf: file),
                name: name,
                timing: timing,
                environment: environment
            )
        } catch {
            throw StudioError(.badProvider, "providers.\(name).file: \(error)")
        }
    }

    /// A provider that calls a server.
    ///
    /// - Parameter limits: nil for those of the settings.
    public static func server(
        _ settings: ProviderSettings,
        at url: BaseURL,
        over transport: HTTPTransport,
        recorder: CassetteRecorder? = nil,
        limits: HTTPLimits? = nil
    ) -> ModelProvider {
        ModelProvider(
            ModelProvider.Configuration(
                name: settings.name,
                dialect: settings.wireDialect,
                baseURL: url,
                key: settings.key,
                keyField: settings.keyHeader.map { KeyField($0) },
                allowInsecure: settings.allowsInsecure,
                headers: settings.headers.map { HTTPHeader($0.name, $0.value) },
                limits: limits
                    ?? HTTPLimits(
                        connect: settings.timeouts.connect,
                        idle: settings.timeouts.idle,
                        total: settings.timeouts.total
                    ),
                replyLimit: settings.maxReplyBytes ?? ReplyDecoder.replyLimit
            ),
            client: transport,
            recorder: recorder,
            onSteppedOver: { count in
                Logger(label: "provider").notice(
                    "parts of a reply that are none were stepped over",
                    metadata: ["provider": "\(settings.name)", "count": "\(count)"]
                )
            }
        )
    }
}

extension ProviderSettings {
    /// The wire format, with what is peculiar to this server.
    fileprivate var wireDialect: any PodiumProviders.Dialect {
        switch dialect {
        case .openAIChat, .cassette:
            let name: ChatDialect.TokenLimitName =
                switch tokenLimit {
                case .maxTokens: .maxTokens
                case .maxCompletionTokens: .maxCompletionTokens
                }
            return ChatDialect(tokenLimitName: name, asksForUsage: asksForUsage)
        case .openAIResponses: return ResponsesDialect()
        case .anthropic: return AnthropicDialect()
        case .gemini: return GeminiDialect()
        }
    }
}
