internal import PodiumCore

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

    private struct Chosen: Hashable {
        var provider: String
        var model: String
        var name: String
        var role: ModelFamily.Role?
    }

    /// Of a server that serves many.
    private static let mostModels = 3

    private let chosen: [Chosen]
    private let providers: [ProviderPreset]

    public init(_ found: [Found]) {
        var chosen: [Chosen] = []
        var names: Set<String> = []
        for provider in found {
            for (model, role) in Self.choice(of: provider) {
                // Two providers may serve a model of one name.
                var name = Self.plainName(model)
                if names.contains(name.lowercased()) { name = "\(provider.preset.name)-\(name)" }
                guard names.insert(name.lowercased()).inserted else { continue }
                chosen.append(
                    Chosen(provider: provider.preset.name, model: model, name: name, role: role)
                )
            }
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
    public var conductor: String? {
        (chosen.first { $0.role == .strong } ?? chosen.first)?.name
    }

    /// The file. It names where keys come from, and holds none.
    public var text: String {
        guard let conductor else { return "" }
        var lines = [
            "# Written by `podium setup`. Change it as you like: docs/configuration.md has every key.",
            "", "providers:",
        ]
        lines += providers.map { "  \($0.name):" }
        lines += ["", "workers:"]
        for worker in chosen {
            var line = "  - {name: \(worker.name.quotedForYAML), provider: \(worker.provider), "
            line += "model: \(worker.model.quotedForYAML)"
            if let role = worker.role { line += ", strengths: \"\(role.strengths)\"" }
            if worker.role == .strong { line += ", tags: [strongest]" }
            lines.append(line + "}")
        }
        lines += ["", "conductor: {kind: prompted, worker: \(conductor.quotedForYAML)}", ""]
        return lines.joined(separator: "\n")
    }

    private static func choice(of found: Found) -> [(String, ModelFamily.Role?)] {
        // What cannot be shown as it is cannot be written either.
        let models = found.models.filter { $0.count <= 200 && $0 == $0.printable(limit: 200) }
        let families = ModelFamily.families(of: found.preset.name)
        let known = families.compactMap { family in
            family.newest(of: models).map { ($0, ModelFamily.Role?.some(family.role)) }
        }
        if !known.isEmpty { return known }
        let others = models.filter { !isForOtherThanText($0) }
        return others.prefix(mostModels).map { ($0, nil) }
    }

    /// Many lists hold models for vectors, pictures and sound too.
    private static func isForOtherThanText(_ id: String) -> Bool {
        let plain = id.lowercased().replacing("embedded", with: "")
        return [
            "embed", "rerank", "whisper", "tts", "image", "dall-e", "moderation", "guard", "audio",
        ].contains { plain.contains($0) }
    }

    /// A name that is easy to type: without the vendor's part, the file's ending and blanks.
    private static func plainName(_ model: String) -> String {
        var name = model.split(separator: "/").last.map(String.init) ?? model
        if name.lowercased().hasSuffix(".gguf") { name.removeLast(5) }
        name = String(name.map { $0.isWhitespace ? "-" : $0 }.prefix(60))
        // A number alone would be a position in a plan, and some names have a meaning of their own.
        let isTaken = Worker.reservedNames.contains(name.lowercased())
        return Int(name) == nil && !isTaken ? name : "model-\(name)"
    }
}
