/// The configuration that a person begins with, made of what was found: vendors whose keys are in the
/// environment, and servers on this machine.
public struct FirstConfiguration: Hashable, Sendable {
    /// A provider that answered, with the models it lists.
    public struct Found: Hashable, Sendable {
        public var preset: ProviderPreset
        public var models: [String]

        public init(preset: ProviderPreset, models: [String]) {
            self.preset = preset
            self.models = models
        }
    }

    private let chosen: [ChosenModel]
    private let providers: [ProviderPreset]

    public init(_ found: [Found]) {
        var names: Set<String> = []
        let chosen = found.flatMap {
            ChosenModel.choice(of: $0, as: $0.preset.name, taken: &names)
        }
        self.chosen = chosen
        providers = found.map(\.preset).filter { preset in
            chosen.contains { $0.provider == preset.name }
        }
    }

    /// Whether there is nobody to work with.
    public var isEmpty: Bool { chosen.isEmpty }

    /// The names of the workers, in order.
    public var workers: [String] { chosen.map(\.name) }

    /// Who writes the plans: the first of the strongest, else the first.
    public var conductor: String? { chosen.conductor?.name }

    /// The file. It names where keys come from, and holds none.
    public var text: String {
        guard let conductor = chosen.conductor else { return "" }
        var lines = [
            "# Written by `podium setup`. Change it as you like: docs/configuration.md has every key.",
            "", "providers:",
        ]
        lines += providers.map { "  " + $0.yaml(as: $0.name) }
        lines += ["", "workers:"]
        lines += chosen.map { "  " + $0.yaml }
        lines += ["", conductor.yamlOfConductor, ""]
        return lines.joined(separator: "\n")
    }
}

extension [ChosenModel] {
    /// Who writes the plans: the first of the strongest, else the first.
    var conductor: ChosenModel? { first { $0.role == .strong } ?? first }
}

extension ChosenModel {
    var yamlOfConductor: String {
        "conductor: {kind: prompted, worker: \(name.quotedForYAML)}"
    }
}

extension ProviderPreset {
    /// The entry of the providers that stands for it, on one line.
    func yaml(as name: String) -> String {
        guard let known = Self.named(self.name) else {
            return "\(name): {base_url: \((baseURL ?? "").quotedForYAML)}"
        }
        return known.name == name ? "\(name):" : "\(name): {preset: \(known.name)}"
    }
}
