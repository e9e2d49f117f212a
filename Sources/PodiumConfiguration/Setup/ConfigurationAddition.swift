internal import PodiumCore

/// What was found and a configuration does not have yet, and how it comes into its file.
public struct ConfigurationAddition: Hashable, Sendable {
    private var providers: [Provider] = []
    private var chosen: [ChosenModel] = []
    private let configuration: Configuration

    private struct Provider: Hashable {
        var name: String
        var preset: ProviderPreset
    }

    /// A vendor that the configuration has workers of is left as it is; of a server on this machine
    /// the models without a worker are taken.
    public init(_ found: [FirstConfiguration.Found], to configuration: Configuration) {
        self.configuration = configuration
        var names = Set(configuration.workers.map { $0.name.lowercased() })
        var providerNames = Set(configuration.providers.map { $0.name.lowercased() })
        for provider in found {
            let known = configuration.providers.first { $0.serves(provider.preset) }
            let used = Set(
                configuration.workers.filter { $0.provider == known?.name }.map(\.model)
            )
            guard used.isEmpty || provider.preset.isLocal else { continue }
            let name = known?.name ?? Self.newName(provider.preset.name, among: providerNames)
            let new = ChosenModel.choice(of: provider, as: name, without: used, taken: &names)
            guard !new.isEmpty else { continue }
            chosen += new
            if known == nil {
                providerNames.insert(name.lowercased())
                providers.append(Provider(name: name, preset: provider.preset))
            }
        }
    }

    /// Whether the configuration has all of it.
    public var isEmpty: Bool { chosen.isEmpty }

    /// The names of the new workers, in order.
    public var workers: [String] { chosen.map(\.name) }

    /// A configuration without a real model gets a conductor too, unless it names one.
    private var conductor: ChosenModel? {
        let hasRealModels = configuration.workers.contains {
            $0.provider != Configuration.embedded
        }
        return hasRealModels || configuration.written.contains(.conductor)
            ? nil : chosen.conductor
    }

    /// The lines for whoever adds them by hand.
    public var lines: String {
        var lines = providers.isEmpty ? [] : ["providers:"]
        lines += providers.map { "  " + $0.preset.yaml(as: $0.name) }
        lines += ["workers:"] + chosen.map { "  " + $0.yaml }
        if let conductor { lines.append(conductor.yamlOfConductor) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func newName(_ name: String, among taken: Set<String>) -> String {
        if !taken.contains(name.lowercased()) { return name }
        return (2...).lazy.map { "\(name)-\($0)" }.first { !taken.contains($0.lowercased()) }
            ?? name
    }

    /// A configuration's file with the addition in it.
    public struct Outcome: Hashable, Sendable {
        /// The whole file; all that was in it is as it was.
        public var text: String
        /// Those of the new workers that are not in the default pool, since the file lists who is.
        public var outsideDefaultPool: [String]
    }

    /// Adds it to the text of the configuration's file.
    ///
    /// - Throws: `conflict` where it cannot be done without the risk of damage, with the reason and
    ///   with the lines to add by hand.
    public func added(to text: String) throws(ConfigurationError) -> Outcome {
        let file = configuration.file ?? ""
        var result = text
        do throws(BlockInsertion.Refusal) {
            if !providers.isEmpty {
                let entries = providers.map { $0.preset.yaml(as: $0.name) }
                result = try BlockInsertion(key: "providers", entries: entries).apply(to: result)
            }
            result = try BlockInsertion(key: "workers", entries: chosen.map(\.yaml))
                .apply(to: result)
        } catch {
            throw refusal("\(error.reason), and only lists over several lines are added to.")
        }
        if let conductor { result = Self.appending(conductor.yamlOfConductor, to: result) }
        let after: Configuration
        do throws(ConfigurationError) {
            after = try Configuration.parse(
                result,
                file: file,
                embeddedWorkers: configuration.embeddedWorkers
            )
        } catch {
            throw refusal("with the new lines it could not be read any more.")
        }
        guard isExpected(after) else {
            throw refusal("the new lines would change the meaning of what is there.")
        }
        let pool = after.pools.first?.workers.map(\.name) ?? []
        return Outcome(
            text: result,
            outsideDefaultPool: workers.filter { !pool.contains($0) }
        )
    }

    /// Whether nothing else changed. What was read is compared, so that no layout of the file can
    /// lead the insertion astray.
    private func isExpected(_ after: Configuration) -> Bool {
        let before = configuration
        let newProviders = after.providers.dropFirst(before.providers.count)
        let newWorkers = after.workers.dropFirst(before.workers.count)
        let pool = after.pools.first?.workers
        return after.providers.starts(with: before.providers)
            && after.workers.starts(with: before.workers)
            && newProviders.map(\.name) == providers.map(\.name)
            && newWorkers.map(\.name) == workers && newWorkers.map(\.model) == chosen.map(\.model)
            && (pool == before.pools.first?.workers || pool == after.workers)
            && after.pools.dropFirst() == before.pools.dropFirst()
            && (conductor != nil || after.conductor == before.conductor)
            && (conductor != nil || after.policy == before.policy)
            && after.writtenLimits == before.writtenLimits
            && after.interface == before.interface
            // They stand on other lines now.
            && after.keys.map(\.command) == before.keys.map(\.command)
            && after.keys.map(\.keys) == before.keys.map(\.keys)
    }

    private static func appending(_ line: String, to text: String) -> String {
        let ending = text.utf8.contains(0x0D) ? "\r\n" : "\n"
        let gap = text.utf8.last == 0x0A ? "" : ending
        return text + gap + ending + line + ending
    }

    private func refusal(_ reason: String) -> ConfigurationError {
        ConfigurationError(
            .conflict,
            "It is left as it is: \(reason)",
            file: configuration.file,
            advice: "Add these lines yourself:\n\n\(lines)"
        )
    }
}

extension ProviderSettings {
    /// Whether it is the server that the preset stands for.
    fileprivate func serves(_ preset: ProviderPreset) -> Bool {
        guard let address = preset.baseURL.flatMap({ try? BaseURL($0) }) else {
            return self.preset == preset.name
        }
        return baseURL?.place == address.place
    }
}

extension BaseURL {
    /// The address without the two ways of writing this machine's own.
    fileprivate var place: [String] {
        [host == "localhost" ? "127.0.0.1" : host, "\(port)", path]
    }
}
