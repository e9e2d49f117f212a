internal import PodiumCore

/// A model of those that were found, as a worker.
struct ChosenModel: Hashable {
    var provider: String
    var model: String
    var name: String
    var role: ModelFamily.Role?

    /// Of a server that serves many.
    static let mostModels = 3

    /// The entry of the list of workers, on one line.
    var yaml: String {
        var line = "- {name: \(name.quotedForYAML), provider: \(provider.quotedIfNeeded), "
        line += "model: \(model.quotedForYAML)"
        if let role { line += ", strengths: \"\(role.strengths)\"" }
        if role == .strong { line += ", tags: [strongest]" }
        return line + "}"
    }

    /// The models of a provider that are worth having, as workers whose names are not `taken`.
    ///
    /// - Parameters:
    ///   - provider: its name in the configuration.
    ///   - used: models that need no worker any more.
    static func choice(
        of found: FirstConfiguration.Found,
        as provider: String,
        without used: Set<String> = [],
        taken: inout Set<String>
    ) -> [ChosenModel] {
        var chosen: [ChosenModel] = []
        for (model, role) in worthHaving(found, without: used) {
            // Two providers may serve a model of one name.
            var name = plainName(model)
            if taken.contains(name.lowercased()) { name = "\(provider)-\(name)" }
            guard taken.insert(name.lowercased()).inserted else { continue }
            chosen.append(ChosenModel(provider: provider, model: model, name: name, role: role))
        }
        return chosen
    }

    private static func worthHaving(
        _ found: FirstConfiguration.Found,
        without used: Set<String>
    ) -> [(String, ModelFamily.Role?)] {
        // What cannot be shown as it is cannot be written either.
        let models = found.models.filter {
            $0.count <= 200 && $0 == $0.printable(limit: 200) && !used.contains($0)
        }
        let families = ModelFamily.families(of: found.preset.name)
        let known = families.compactMap { family in
            family.newest(of: models).map { ($0, ModelFamily.Role?.some(family.role)) }
        }
        if !known.isEmpty { return known }
        let others = models.filter { !isForOtherThanText($0) }
        return others.prefix(max(0, mostModels - used.count)).map { ($0, nil) }
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

extension String {
    /// A name that a person gave a provider may be anything; a preset's is plain.
    fileprivate var quotedIfNeeded: String {
        let isPlain = utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: ".")
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
        }
        let isWord = isPlain && first?.isLetter == true
        return isWord
            && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(self)
            ? self : quotedForYAML
    }
}
