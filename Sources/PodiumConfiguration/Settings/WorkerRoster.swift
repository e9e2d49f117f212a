internal import PodiumCore

/// The workers that can be named: those of the file, then the embedded ones.
struct WorkerRoster {
    /// A worker of the file hides an embedded one of the same name.
    let workers: [Worker]
    private let byName: [String: Worker]

    init(configured: [Worker], embedded: [Worker]) {
        var byName: [String: Worker] = [:]
        workers = (configured + embedded).filter { worker in
            let isNew = byName[worker.name.lowercased()] == nil
            if isNew { byName[worker.name.lowercased()] = worker }
            return isNew
        }
        self.byName = byName
    }

    /// Names are compared without regard to case, as in a plan.
    func worker(named name: String) -> Worker? { byName[name.lowercased()] }

    /// Those that can write a plan when asked by prompt.
    var promptable: [String] {
        workers.filter { $0.provider != Configuration.embedded }.map(\.name)
    }

    func advice(for name: String) -> String {
        Suggestion.advice(for: name, among: workers.map(\.name), what: "workers")
    }
}
