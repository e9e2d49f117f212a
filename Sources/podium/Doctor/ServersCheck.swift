import CellUI
import Foundation
import PodiumConfiguration
import PodiumCore
import PodiumProviders
import PodiumStudio
import Workbench

/// The configured servers: whether they answer, and list the models of the configured workers.
struct ServersCheck {
    /// Of one server, a command that fetches its key included.
    private static let patience = Duration.seconds(5)

    let places: PlaceOptions

    func findings() throws -> [Finding] {
        // What is wrong with the configuration is told where that is looked at.
        guard let configuration = try? places.resolved.loadConfiguration() else { return [] }
        let environment = ProcessInfo.processInfo.environment
        // So is a key that is missing.
        let providers = configuration.providers.filter { provider in
            guard case .environment(let names) = provider.key else { return true }
            return KeySource.firstSet(of: names, in: { environment[$0] }) != nil
        }
        let search = ProviderSearch(
            targets: ProviderSearch.targets(of: providers, over: HTTPTransport()),
            patience: Self.patience
        )
        let answers = try waitForTask { await search.run() }
        return answers.flatMap { answer in
            Self.findings(
                of: answer,
                workers: configuration.workers.filter { $0.provider == answer.target.name }
            )
        }
    }

    private static func findings(
        of answer: ProviderSearch.Answer,
        workers: [Worker]
    ) -> [Finding] {
        let subject = line("server of \(answer.target.name)")
        let url = "\(answer.target.provider.configuration.baseURL)"
        switch answer.result {
        case .failure(let error) where error.code == .notFound:
            return [
                .warning(
                    subject,
                    line("\(url) answers, and has no list of models"),
                    fix: "If calls fail too, correct base_url."
                )
            ]
        case .failure(let error):
            return [
                .problem(
                    subject,
                    line("\(url): \(error.message)"),
                    fix: line(error.advice ?? "See whether it runs, and whether base_url is right.")
                )
            ]
        case .success(let models):
            let count = models.count == 1 ? "1 model" : "\(models.count) models"
            return [.good(subject, line("\(url) answers and lists \(count)"))]
                + workers.map { finding(of: $0, among: models.map(\.id)) }
        }
    }

    private static func finding(of worker: Worker, among models: [String]) -> Finding {
        let subject = line("model of \(worker.name)")
        // Gemini's names stand in a folder, and Ollama's latest goes without saying.
        let bare =
            worker.model.hasPrefix("models/")
            ? String(worker.model.dropFirst("models/".count)) : worker.model
        guard !models.contains(bare), !models.contains(worker.model),
            !models.contains("\(bare):latest")
        else {
            return .good(subject, line("\(worker.model) is in the list of \(worker.provider)"))
        }
        let nearest = Suggestion.nearest(to: bare, among: models)
        return .warning(
            subject,
            line("\(worker.model) is not in the list of \(worker.provider)"),
            fix: line(
                nearest.map { "Did you mean \($0)?" }
                    ?? "`podium models discover` shows the list."
            )
        )
    }

    /// What servers and files say, on one line.
    private static func line(_ text: String) -> String {
        visible(Format.oneLine(text), keepingNewlines: false)
    }
}
