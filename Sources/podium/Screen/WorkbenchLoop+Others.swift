import PodiumCore
import PodiumGateway
import PodiumStore
import PodiumStudio
import Workbench

/// What others do while the screen stands.
extension WorkbenchLoop {
    /// Looks once a second whether anything was stored: sessions that others begin are then in the list.
    func watchStore() -> Task<Void, Never> {
        Task.detached { [store = studio.store, mailbox] in
            var watch: (any StoreWatch)?
            while !Task.isCancelled {
                // A store that cannot be looked at has been told of by whoever needs it.
                if watch == nil { watch = try? store.watch() }
                if (try? watch?.hasChanged()) == true { mailbox.post(.storeChanged) }
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }

    /// Serves the endpoint until the screen is closed, and tells how much it has to do.
    func serve(_ options: ServeOptions, _ settings: GatewaySettings) {
        let starting = Task.detached { [studio, mailbox] in
            do {
                let endpoint = try await Endpoint(options, settings, studio: studio)
                return Endpoint?.some(endpoint)
            } catch {
                mailbox.post(.notice("\(error)"))
                return nil
            }
        }
        Task.detached { [mailbox] in
            guard let endpoint = await starting.value else { return }
            var told: Serving?
            while !Task.isCancelled {
                let (running, waiting) = endpoint.underWay
                let serving = Serving(
                    address: endpoint.address,
                    running: running,
                    waiting: waiting
                )
                if serving != told { mailbox.post(.serving(serving)) }
                told = serving
                try? await Task.sleep(for: .milliseconds(500))
            }
        }
        // Its runs were interrupted with those of the person.
        AtEnd.add { await starting.value?.end(within: 1) }
    }
}
