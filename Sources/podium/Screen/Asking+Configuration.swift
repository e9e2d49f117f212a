import PodiumConfiguration
import PodiumCore
import PodiumStudio
import Workbench

extension Asking {
    /// What the configuration has, and what was said on the command line.
    init(_ configuration: Configuration, _ request: RunRequest) {
        let configured = Conductor(name: nil, title: configuration.conductor.title)
        let given = request.conductor.map { Conductor(name: $0, title: $0) }
        let own = [given, configured].compactMap(\.self)
        let promptable = configuration.workers.filter { $0.provider != Configuration.embedded }
        let others = ([Configuration.embedded, Configuration.rules] + promptable.map(\.name))
            .filter { name in !own.contains { $0.title == name } }
        let variant = request.policy.variant ?? configuration.policy.variant
        var limits = configuration.limits(for: variant)
        request.limits.apply(to: &limits)
        self.init(
            pools: configuration.pools.map { pool in
                // That a pool has none of those that were named is told when it is asked.
                let workers = (try? request.restriction.apply(to: pool.workers)) ?? []
                return Pool(name: pool.name, workers: workers.map(\.name))
            },
            pool: request.pool ?? Configuration.defaultPool,
            conductors: own + others.map { Conductor(name: $0, title: $0) },
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
        case .prompted(let worker): worker
        case .checkpoint(let worker, _, _): "\(worker), trained to conduct"
        case .fixed(let file): file
        }
    }
}
