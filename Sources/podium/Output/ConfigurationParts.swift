import PodiumConfiguration
import PodiumCore
import Workbench

/// A configuration in parts, each with the file it comes from. No provider is among them, and so
/// nothing about keys.
struct ConfigurationParts {
    struct Part: TableRow {
        static let titles = ["part", "value", "from"]

        var name: String
        var value: JSONValue
        /// Nil when it is the program's own.
        var file: String?

        var cells: [String] { [name, value.words, file ?? "built in"] }
    }

    private let configuration: Configuration
    private let interface: InterfaceLayers

    init(_ configuration: Configuration, _ interface: InterfaceLayers) {
        self.configuration = configuration
        self.interface = interface
    }

    var parts: [Part] {
        interfaceParts + keyParts
            + [
                Part(name: "conductor", value: conductor, file: file(of: .conductor)),
                Part(name: "learning.mode", value: learningMode, file: file(of: .learning)),
                Part(name: "learning.policy", value: learnedPolicy, file: file(of: .learning)),
                Part(name: "run", value: run, file: file(of: .run)),
            ] + poolParts
            + [
                Part(name: "budget", value: budget, file: file(of: .budget)),
                Part(name: "limits", value: limits, file: file(of: .limits)),
            ]
    }

    private func file(of section: Configuration.Section) -> String? {
        configuration.written.contains(section) ? configuration.file : nil
    }

    // MARK: The interface

    private var interfaceParts: [Part] {
        let usual = Preferences()
        var ask = part("interface.ask") { $0.asksApproval.map(JSONValue.bool) }
        if ask.file == nil {
            ask.value = .bool(configuration.policy.asksApproval)
            ask.file = file(of: .run)
        }
        return [
            part("theme") { $0.theme.map(JSONValue.string) },
            part("interface.view", .string(usual.view.rawValue)) {
                $0.view.map { .string($0.rawValue) }
            },
            part("interface.mouse", .bool(usual.mouse)) { $0.mouse.map(JSONValue.bool) },
            part("interface.ascii", .bool(usual.ascii)) { $0.ascii.map(JSONValue.bool) },
            part("interface.markdown", .bool(usual.markdown)) {
                $0.markdown.map(JSONValue.bool)
            },
            part("interface.ambiguous_wide", .bool(usual.ambiguousWide)) {
                $0.ambiguousWide.map(JSONValue.bool)
            },
            ask,
            part("interface.idle_cap", .number(Double(usual.idleCap))) {
                $0.idleCap.map(JSONValue.number)
            },
            part("interface.replay", .string(usual.replayStart.rawValue)) {
                $0.replayStart.map { .string($0.rawValue) }
            },
            part("interface.bell", .bool(usual.bell)) { $0.bell.map(JSONValue.bool) },
            part("interface.title", .bool(usual.title)) { $0.title.map(JSONValue.bool) },
            part("interface.learning", learningMode) { $0.learning.map { .string($0.rawValue) } },
        ]
    }

    private func part(
        _ name: String,
        _ usual: JSONValue = .null,
        _ value: (InterfaceSettings) -> JSONValue?
    ) -> Part {
        if let saved = value(interface.saved) {
            return Part(name: name, value: saved, file: interface.path)
        }
        if let configured = value(interface.configured) {
            return Part(name: name, value: configured, file: configuration.file)
        }
        return Part(name: name, value: usual)
    }

    private var keyParts: [Part] {
        configuration.keys.map { assignment in
            Part(
                name: "keys.\(assignment.command)",
                value: .array(assignment.keys.map(JSONValue.string)),
                file: assignment.file
            )
        }
    }

    // MARK: Runs

    private var conductor: JSONValue {
        switch configuration.conductor {
        case .embedded: .string("embedded")
        case .rules: .string("rules")
        case .prompted(let worker): .string("prompted:\(worker)")
        case .checkpoint(let worker, _, let file): .string("checkpoint:\(worker) (\(file))")
        case .fixed(let file): .string("fixed:\(file)")
        }
    }

    private var learningMode: JSONValue { .string(configuration.learning.mode.rawValue) }

    private var learnedPolicy: JSONValue {
        configuration.learning.policy.map(JSONValue.string) ?? .null
    }

    private var run: JSONValue {
        let policy = configuration.policy
        return .object([
            "variant": .string(policy.variant.rawValue),
            "on_failure": .string(policy.onFailure.rawValue),
            "on_budget": .string(policy.onBudget.rawValue),
        ])
    }

    private var poolParts: [Part] {
        let embedded = configuration.embeddedWorkers
        return configuration.pools.map { pool in
            let isBuiltIn = pool.name == Configuration.embedded || pool.workers == embedded
            return Part(
                name: "pools.\(pool.name)",
                value: .array(pool.workers.map { .string($0.name) }),
                file: isBuiltIn ? nil : configuration.file
            )
        }
    }

    /// In the words of the configuration, but the time in seconds.
    private var budget: JSONValue {
        let budget = configuration.limits.budget
        let members: [String: JSONValue?] = [
            "usd": budget.picodollars.map { .number(Double($0) / 1e12) },
            "tokens": budget.tokens.map { .integer(Int64($0)) },
            "steps": budget.steps.map { .integer(Int64($0)) },
            "seconds": budget.milliseconds.map { .number(Double($0) / 1000) },
        ]
        return .object(members.compactMapValues(\.self))
    }

    private var limits: JSONValue {
        let limits = configuration.limits
        let members = [
            "steps": limits.steps, "retries": limits.retries, "repairs": limits.repairs,
            "rounds": limits.rounds, "replans": configuration.replans ?? limits.replans,
            "nesting": limits.nesting, "turns": limits.turns,
            "fallbacks": limits.fallbacks,
        ]
        return .object(members.mapValues { .integer(Int64($0)) })
    }
}

extension JSONValue {
    /// For a cell of a table.
    fileprivate var words: String {
        switch self {
        case .null: "automatic"
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let number): "\(number)"
        case .unsigned(let number): "\(number)"
        case .number(let number): number == number.rounded() ? "\(Int(number))" : "\(number)"
        case .string(let text), .written(let text): text
        case .array(let items): items.isEmpty ? "none" : items.map(\.words).joined(separator: ", ")
        case .object(let members):
            members.isEmpty
                ? "none"
                : members.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.words)" }
                    .joined(separator: ", ")
        }
    }
}
