public import PodiumCore

/// Who writes the workflow.
public enum ConductorSettings: Hashable, Sendable {
    /// Podium's own, in process, by its learned policy.
    case embedded
    /// Podium's own, by rules alone.
    case rules
    /// The worker of this name, asked by prompt.
    case prompted(worker: String)
    /// The plan in this file.
    case fixed(file: String)
    /// The worker of this name, trained to conduct and asked as this template, from that file, says.
    case checkpoint(worker: String, template: PlanTemplate, file: String)
}

extension ConductorSettings {
    init(_ text: String, roster: WorkerRoster) throws(ConfigurationError) {
        if text == Configuration.embedded {
            self = .embedded
        } else if text == Configuration.rules {
            self = .rules
        } else if let name = text.removing(prefix: "prompted:") {
            self = .prompted(worker: try Self.conductingWorker(named: name, roster: roster))
        } else if let file = text.removing(prefix: "fixed:"), !file.isEmpty {
            self = .fixed(file: file)
        } else if roster.worker(named: text) != nil {
            self = .prompted(worker: try Self.conductingWorker(named: text, roster: roster))
        } else if [".yaml", ".yml", ".txt"].contains(where: text.hasSuffix) {
            self = .fixed(file: text)
        } else {
            let nearest = Suggestion.nearest(
                to: text,
                among: roster.promptable + [Configuration.embedded, Configuration.rules]
            )
            throw ConfigurationError(
                .unknownName,
                "There is no conductor \(text.quotedForMessage).",
                advice: nearest.map { "Did you mean `\($0.printable())`?" }
                    ?? "Give `embedded`, `rules`, a worker's name or a plan file. "
                    + Suggestion.advice(
                        for: text,
                        among: roster.promptable,
                        what: "workers that can conduct"
                    )
            )
        }
    }

    /// The name of a worker that is asked by prompt; the embedded ones understand no prompts.
    static func conductingWorker(
        named name: String,
        roster: WorkerRoster
    ) throws(ConfigurationError) -> String {
        guard let worker = roster.worker(named: name) else {
            throw ConfigurationError(
                .unknownName,
                "There is no worker \(name.quotedForMessage).",
                advice: Suggestion.advice(
                    for: name,
                    among: roster.promptable,
                    what: "workers that can conduct"
                )
            )
        }
        guard worker.provider != Configuration.embedded else {
            throw ConfigurationError(
                .badValue,
                "The embedded worker \(worker.name.quotedForMessage) cannot write a plan.",
                advice: "Name a worker that is a language model, or `embedded` for Podium's own."
            )
        }
        return worker.name
    }
}

extension String {
    fileprivate func removing(prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}
