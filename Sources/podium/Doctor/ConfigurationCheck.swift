import CellUI
import FoundationEssentials
import PodiumConfiguration
import PodiumCore
import PodiumProviders
import PodiumStudio
import Workbench

/// The configuration, and the keys it names (whether they are there, never what they are).
struct ConfigurationCheck {
    let places: PlaceOptions

    var findings: [Finding] {
        do {
            let configuration = try places.resolved.loadConfiguration()
            let source = configuration.file ?? "none; the embedded pool is used"
            let interface = try InterfaceLayers(configuration, at: places.resolved)
            _ = try Keymap(configuration)
            _ = try ThemeSource(named: interface.settings.theme).load(
                depth: .trueColor,
                background: nil
            )
            let pool = try configuration.pool(named: Configuration.defaultPool)
            return [
                .good("configuration", source),
                .good("settings", interface.path ?? "no place for them"),
                .good("workers", pool.map(\.name).joined(separator: ", ")),
            ] + configuration.providers.compactMap(key) + configuration.providers.compactMap(tape)
                + [share]
        } catch {
            let mistakes = (error as? ConfigurationError)?.mistakes.map(\.description)
            return (mistakes ?? ["\(error)"]).map {
                .problem(
                    "configuration",
                    $0,
                    fix: "Correct the file; docs/configuration.md has every key."
                )
            }
        }
    }

    /// The recording of a provider that plays one back.
    private func tape(of provider: ProviderSettings) -> Finding? {
        guard case .cassette(let file, _) = provider.source else { return nil }
        let subject = "cassette of \(provider.name)"
        do throws(Cassette.Invalid) {
            let cassette = try Cassette(contentsOf: file)
            let count = cassette.exchanges.count
            return .good(subject, "\(file), \(count) exchange\(count == 1 ? "" : "s")")
        } catch {
            return .problem(
                subject,
                "\(error)",
                fix: "Record it again with `podium record FILE QUESTION`, or correct the path."
            )
        }
    }

    private func key(of provider: ProviderSettings) -> Finding? {
        if case .cassette = provider.source { return nil }
        let subject = "key of \(provider.name)"
        switch provider.key {
        case .none: return .good(subject, "none needed")
        case .command: return .good(subject, "from a command")
        case .environment(let names):
            let environment = ProcessInfo.processInfo.environment
            if let found = KeySource.firstSet(of: names, in: { environment[$0] }) {
                return .good(subject, "\(found.name) is set")
            }
            return .problem(
                subject,
                "\(names.joined(separator: ", ")) not set",
                fix: "export \(names.first ?? "")=…"
            )
        }
    }

    private var share: Finding {
        guard let path = Places().share else {
            return .warning(
                "themes and recorded sessions",
                "not found",
                fix: "Set PODIUM_SHARE to the directory that holds themes/ and sessions/."
            )
        }
        return .good("themes and recorded sessions", path)
    }
}
