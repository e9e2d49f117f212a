internal import PodiumCore

/// The workers that can be named: those of the file, then the embedded ones.
struct WorkerRoster {
    /// A worker of the file hides an embedded one of the same name.
    let workers: [Worker]
    private let byName: [String: Worker]
    /// Whether every worker of the file is among them, be it only by its name.
    private let isComplete: Bool

    /// - Parameter isComplete: false takes any name for a worker's: where the file's own could not be
    ///   read, what refers to them is not wrong too.
    init(configured: [Worker], embedded: [Worker], isComplete: Bool = true) {
        self.isComplete = isComplete
        var byName: [String: Worker] = [:]
        workers = (configured + embedded).filter { worker in
            let isNew = byName[worker.name.lowercased()] == nil
            if isNew { byName[worker.name.lowercased()] = worker }
            return isNew
        }
        self.byName = byName
    }

    /// Names are compared without regard to case, as in a plan.
    func worker(named name: String) -> Worker? {
        byName[name.lowercased()] ?? (isComplete ? nil : .standIn(name: name))
    }

    /// Those that can write a plan when asked by prompt.
    var promptable: [String] {
        workers.filter { $0.provider != Configuration.embedded }.map(\.name)
    }

    func advice(for name: String) -> String {
        Suggestion.advice(for: name, among: workers.map(\.name), what: "workers")
    }
}

extension Worker {
    /// In place of one that is named and cannot be read.
    static func standIn(name: String) -> Worker { Worker(name: name, provider: "", model: name) }
}
