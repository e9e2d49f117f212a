import CellUI
import Foundation
import PodiumConfiguration
import PodiumCore
import PodiumProviders
import PodiumStudio

/// Asks providers which models they serve, all at once.
struct ProviderSearch: Sendable {
    struct Target: Sendable {
        var name: String
        /// Nil for a provider that is configured under a name of its own.
        var preset: ProviderPreset?
        var provider: ModelProvider
        /// Whether it is only supposed to be there: then its absence is not told.
        var isGuess: Bool
    }

    struct Answer: Sendable {
        var target: Target
        var result: Result<[ListedModel], ProviderError>
    }

    /// Short: a server that takes longer to list its models is no good companion.
    private static let limits = HTTPLimits(
        connect: .seconds(3),
        idle: .seconds(10),
        total: .seconds(15)
    )

    let targets: [Target]
    /// How long one is waited for at most; nil leaves it to the limits of the connection.
    var patience: Duration?

    /// The providers of a configuration, and the usual places of servers on this machine.
    static func targets(of configuration: Configuration) -> [Target] {
        let transport = HTTPTransport()
        let known = Set(configuration.providers.compactMap { $0.baseURL?.text })
        let guesses = ProviderPreset.all.filter(\.isLocal)
        return targets(of: configuration.providers, over: transport)
            + targets(of: guesses, over: transport, without: known)
    }

    /// Those of these providers that are servers.
    static func targets(
        of providers: [ProviderSettings],
        over transport: HTTPTransport
    ) -> [Target] {
        providers.compactMap { settings in
            guard let url = settings.baseURL else { return nil }
            return Target(
                name: settings.name,
                preset: settings.preset.flatMap(ProviderPreset.named),
                provider: ProviderFactory.server(
                    settings,
                    at: url,
                    over: transport,
                    limits: limits
                ),
                isGuess: false
            )
        }
    }

    /// The vendors whose keys are in the environment, and the usual places of servers on this machine.
    static func targets(environment: [String: String]) -> [Target] {
        let presets = ProviderPreset.all.filter { preset in
            preset.isLocal
                || KeySource.firstSet(of: preset.keyVariables, in: { environment[$0] }) != nil
        }
        return targets(of: presets, over: HTTPTransport(), without: [])
    }

    /// The one server at an address that a person gave.
    static func target(at address: String) throws -> Target {
        let url: BaseURL
        do {
            url = try BaseURL(address)
        } catch {
            throw Failure(
                "\(visible(address, keepingNewlines: false)) is no address of a server. Write it like"
                    + " http://127.0.0.1:8080/v1, without a password.",
                status: .usage
            )
        }
        guard url.isSecure || url.isLoopback else {
            throw Failure(
                "\(url) is on another machine and is not encrypted. Write it into the configuration"
                    + " yourself, with `allow_insecure: true`.",
                status: .usage
            )
        }
        let targets = targets(of: [.server(at: url)], over: HTTPTransport(), without: [])
        guard var target = targets.first else {
            throw Failure("\(url) cannot be asked.", status: .usage)
        }
        target.isGuess = false
        return target
    }

    private static func targets(
        of presets: [ProviderPreset],
        over transport: HTTPTransport,
        without known: Set<String>
    ) -> [Target] {
        presets.compactMap { preset in
            guard let url = preset.baseURL.flatMap({ try? BaseURL($0) }), !known.contains(url.text)
            else { return nil }
            let settings = ProviderSettings(
                name: preset.name,
                preset: preset.name,
                dialect: preset.dialect,
                source: .server(url),
                key: preset.keyVariables.isEmpty ? .none : .environment(preset.keyVariables),
                keyHeader: preset.keyHeader
            )
            return Target(
                name: preset.name,
                preset: preset,
                provider: ProviderFactory.server(
                    settings,
                    at: url,
                    over: transport,
                    limits: limits
                ),
                isGuess: preset.isLocal
            )
        }
    }

    /// Who is asked, in words: some take their time to answer.
    var announcement: String {
        "Asking \(targets.map(\.name).joined(separator: ", ")).\n"
    }

    /// The answers, in the order of the targets. Guesses where nobody listens are left out; a server
    /// that is there and cannot be used is told.
    func run() async -> [Answer] {
        await withTaskGroup(of: (Int, Answer).self) { group in
            for (index, target) in targets.enumerated() {
                group.addTask { (index, await ask(target)) }
            }
            var answers: [Int: Answer] = [:]
            for await (index, answer) in group { answers[index] = answer }
            return answers.sorted { $0.key < $1.key }.map(\.value).filter { answer in
                if case .failure(let error) = answer.result {
                    !answer.target.isGuess || error.code != .connection
                } else {
                    true
                }
            }
        }
    }

    private func ask(_ target: Target) async -> Answer {
        do {
            return Answer(target: target, result: .success(try await models(of: target)))
        } catch {
            let known =
                error as? ProviderError
                ?? ProviderError(.connection, "\(target.name): \(error).", isRetryable: false)
            return Answer(target: target, result: .failure(known))
        }
    }

    private func models(of target: Target) async throws -> [ListedModel] {
        guard let patience else { return try await target.provider.models() }
        return try await withThrowingTaskGroup(of: [ListedModel].self) { group in
            group.addTask { try await target.provider.models() }
            group.addTask {
                try await Task.sleep(for: patience)
                throw ProviderError(
                    .timeout,
                    "There was no answer within \(patience.components.seconds) seconds.",
                    isRetryable: true
                )
            }
            defer { group.cancelAll() }
            return try await group.next() ?? []
        }
    }
}

extension ProviderSearch.Answer {
    var models: [ListedModel] { (try? result.get()) ?? [] }
    var hasModels: Bool { !models.isEmpty }

    /// Of a list that a person reads.
    private static let usualLimit = 20

    func text(limit: Int?) -> String {
        let heading = "\(target.name)  \(target.provider.configuration.baseURL)"
        let limit = limit ?? Self.usualLimit
        switch result {
        case .failure(let error):
            return visible("\(heading)\n  \(error)", keepingNewlines: true) + "\n"
        case .success(let models):
            guard !models.isEmpty else { return "\(heading)\n  serves no models\n" }
            var lines = models.prefix(limit).map { model in
                let facts = [model.title, model.contextTokens.map { "\($0) tokens of context" }]
                    .compactMap(\.self).joined(separator: ", ")
                let line = "  \(model.id)" + (facts.isEmpty ? "" : "  (\(facts))")
                return visible(line, keepingNewlines: false)
            }
            if models.count > limit {
                lines.append("  and \(models.count - limit) more: --limit \(models.count)")
            }
            return ([visible(heading, keepingNewlines: false)] + lines).joined(separator: "\n")
                + "\n"
        }
    }

    /// One line a model, or one that tells why there are none.
    func jsonLines(limit: Int?) throws -> String {
        struct Line: Encodable {
            var provider: String
            var model: String?
            var title: String?
            var contextTokens: Int?
            var error: ProviderError?
        }
        let lines: [Line]
        switch result {
        case .success(let models):
            lines = models.prefix(limit ?? .max).map {
                Line(
                    provider: target.name,
                    model: $0.id,
                    title: $0.title,
                    contextTokens: $0.contextTokens
                )
            }
        case .failure(let error): lines = [Line(provider: target.name, error: error)]
        }
        return try lines.map { try JSONLine.line($0) }.joined()
    }
}
