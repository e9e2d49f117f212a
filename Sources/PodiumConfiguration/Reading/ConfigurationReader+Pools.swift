internal import PodiumCore

extension ConfigurationReader {
    func readPools(_ value: YAMLValue?, _ mistakes: inout Mistakes) -> [Configuration.Pool] {
        let everything = workers.isEmpty ? embedded : workers
        var main = Configuration.Pool(name: Configuration.defaultPool, workers: everything)
        var others: [Configuration.Pool] = []
        let entries = mistakes.read { () throws(ConfigurationError) in
            try value?.entries("a mapping from names to lists of workers") ?? []
        }
        for entry in entries ?? [] {
            let pool = mistakes.read { () throws(ConfigurationError) in try readPool(entry) }
            guard let pool else { continue }
            if pool.name == main.name { main = pool } else { others.append(pool) }
        }
        let last = Configuration.Pool(name: Configuration.embedded, workers: embedded)
        return [main] + others + [last]
    }

    private func readPool(
        _ entry: YAMLValue.Entry
    ) throws(ConfigurationError) -> Configuration.Pool {
        let name = try entry.key.chosenName("pool")
        guard name != Configuration.embedded else {
            throw entry.key.error(
                .conflict,
                "The pool `embedded` is always there and cannot be set up.",
                advice: "Choose another name."
            )
        }
        return Configuration.Pool(name: name, workers: try readMembers(entry.value))
    }

    private func readMembers(_ value: YAMLValue) throws(ConfigurationError) -> [Worker] {
        var members: [Worker] = []
        var taken: Set<String> = []
        let items = try value.list(of: "workers' names")
        guard !items.isEmpty else { throw value.error(.badValue, "A pool needs a worker.") }
        for item in items {
            let name = try item.string("a worker's name")
            guard let worker = roster.worker(named: name) else {
                throw item.unknown("worker", advice: roster.advice(for: name))
            }
            guard taken.insert(worker.name.lowercased()).inserted else {
                throw item.error(
                    .duplicate,
                    "The worker \(worker.name.quotedForMessage) is in this pool already.",
                    advice: "Keep one of them."
                )
            }
            members.append(worker)
        }
        return members
    }
}
