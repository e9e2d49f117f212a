internal import PodiumConfiguration
internal import PodiumCore

/// What a client may name as its model.
struct ServedModels {
    /// Who answers.
    enum Model: Hashable {
        /// A workflow over a pool.
        case workflow(pool: String, variant: RunPolicy.Variant?)
        /// One worker, by itself.
        case worker(Worker)
    }

    /// In the order in which they are listed.
    let entries: [(name: String, model: Model)]

    private static let prefix = "podium"

    init(_ configuration: Configuration) {
        let pool = Configuration.defaultPool
        var entries: [(name: String, model: Model)] = [
            (Self.prefix, .workflow(pool: pool, variant: nil)),
            ("\(Self.prefix)-mini", .workflow(pool: pool, variant: .mini)),
            ("\(Self.prefix)-ultra", .workflow(pool: pool, variant: .ultra)),
        ]
        func add(_ name: String, _ model: Model) {
            guard !entries.contains(where: { $0.name == name }) else { return }
            entries.append((name, model))
        }
        for pool in configuration.pools {
            add("\(Self.prefix)-\(pool.name)", .workflow(pool: pool.name, variant: nil))
        }
        for worker in configuration.workers + configuration.embeddedWorkers {
            add(worker.name, .worker(worker))
        }
        self.entries = entries
    }

    private init(_ entries: [(name: String, model: Model)]) { self.entries = entries }

    /// Those that a client may use.
    func allowed(to key: ClientKey?) -> ServedModels {
        guard let key, !key.limits.pools.isEmpty else { return self }
        return ServedModels(entries.filter { key.allows($0.model) })
    }

    /// - Throws: `APIError` that names what there is for this client.
    func model(_ name: String, for key: ClientKey?) throws(APIError) -> Model {
        let allowed = allowed(to: key).entries
        if let entry = allowed.first(where: { $0.name == name }) { return entry.model }
        let some = allowed.prefix(12).map(\.name).joined(separator: ", ")
        let rest = allowed.count > 12 ? " and \(allowed.count - 12) more: GET /v1/models" : ""
        guard !entries.contains(where: { $0.name == name }) else {
            throw APIError(
                .permission,
                "The key may not use \"\(name.prefix(80))\"."
                    + (some.isEmpty ? "" : " It may use \(some)\(rest)."),
                parameter: "model",
                code: "model_not_allowed"
            )
        }
        throw APIError(
            .notFound,
            "There is no model \"\(name.prefix(80))\" here."
                + (some.isEmpty ? "" : " There are \(some)\(rest)."),
            parameter: "model",
            code: "model_not_found"
        )
    }
}

/// The lists of models, as each vendor writes them.
extension ServedModels {
    func openAIList(since created: Int) -> JSONValue {
        ["object": "list", "data": .array(entries.map { openAI($0.name, $0.model, created) })]
    }

    func openAIEntry(_ name: String, _ model: Model, since created: Int) -> JSONValue {
        openAI(name, model, created)
    }

    private func openAI(_ name: String, _ model: Model, _ created: Int) -> JSONValue {
        [
            "id": .string(name), "object": "model", "created": JSONValue(created),
            "owned_by": .string(model.owner), "podium": model.about,
        ]
    }

    func anthropicList(since created: String) -> JSONValue {
        [
            "data": .array(
                entries.map { anthropic($0.name, $0.model, created) }
            ),
            "has_more": false, "first_id": JSONValue(entries.first?.name),
            "last_id": JSONValue(entries.last?.name),
        ]
    }

    func anthropicEntry(_ name: String, _ model: Model, since created: String) -> JSONValue {
        anthropic(name, model, created)
    }

    private func anthropic(_ name: String, _ model: Model, _ created: String) -> JSONValue {
        [
            "type": "model", "id": .string(name), "display_name": .string(name),
            "created_at": .string(created), "podium": model.about,
        ]
    }
}

extension ServedModels.Model {
    fileprivate var owner: String {
        switch self {
        case .workflow: "podium"
        case .worker(let worker): worker.provider
        }
    }

    fileprivate var about: JSONValue {
        switch self {
        case .workflow(let pool, let variant):
            ["kind": "workflow", "pool": .string(pool), "variant": JSONValue(variant?.rawValue)]
        case .worker(let worker):
            [
                "kind": "worker", "model": .string(worker.model),
                "provider": .string(worker.provider), "is_local": .bool(worker.isLocal),
            ]
        }
    }
}
