import PodiumConfiguration
import PodiumCore
import PodiumStudio
import Workbench

extension Asking {
    /// What the configuration has, and what was said on the command line.
    init(_ configuration: Configuration, _ request: RunRequest) {
        let given = request.conductor.map { Conductor(name: nil, title: $0) }
        let own = given ?? Conductor(name: nil, title: configuration.conductor.title)
        let promptable = configuration.workers.filter { $0.provider != Configuration.embedded }
        let others = ([Configuration.embedded, Configuration.rules] + promptable.map(\.name))
            .filter { $0 != own.title }
        let variant = request.policy.variant ?? configuration.policy.variant
        var limits = configuration.limits(for: variant)
        request.limits.apply(to: &limits)
        self.init(
            pools: configuration.pools.map { Pool(name: $0.name, workers: $0.workers.map(\.name)) },
            pool: request.pool ?? Configuration.defaultPool,
            conductors: [own] + others.map { Conductor(name: $0, title: $0) },
            variant: variant,
            budget: limits.budget
        )
    }
}

extension ConductorSettings {
    /// As a person reads it.
    fileprivate var title: String {
        switch self {
        case .embedded: Configuration.embedded
        case .rules: Configuration.rules
        case .prompted(let worker), .checkpoint(let worker, _, _): worker
        case .fixed(let file): file
        }
    }
}
